// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { SourceChangeForm } from "@/components/features/sources/source-change-form";
import { englishText } from "@/lib/text/english-text";
import { createSource } from "@/tests/support/facts";
import { type MountedPage, mount } from "@/tests/support/mount";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn(), push: vi.fn() }) }));

const { t } = englishText;
let page: MountedPage;

afterEach(() => page.unmount());

test("the focus goes to the first field at fault", async () => {
  page = mount(
    <SourceChangeForm
      personId="asma"
      email="asma@example.org"
      source={createSource({ id: "a-source", url: null })}
      version={3}
      today="2026-11-25"
    />,
  );
  page.type("input[type=url]", "not an address");
  page.button(t("sources.edit.submit")).focus();
  await page.submit();
  expect(page.get("[role=alert]").textContent).toBe(t("sources.edit.incomplete"));
  expect(document.activeElement).toBe(page.get("input[type=url]"));
});
