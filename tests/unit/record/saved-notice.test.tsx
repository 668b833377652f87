// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SavedNotice } from "@/components/features/record/saved-notice";
import { englishText } from "@/lib/text/english-text";
import { type MountedPage, mount } from "@/tests/support/mount";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const { t } = englishText;
let page: MountedPage;

beforeEach(async () => {
  page = mount(
    <SavedNotice
      zones={[{ slug: "x", name: "X" }]}
      email="asma@example.org"
      reports={{ claimIds: ["c1"], zones: [], submission: null }}
      onDone={vi.fn()}
    />,
  );
  await page.click(page.button(t("record.saved.undo")));
});
afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

test("a withdrawal without a reason is not sent, and the focus goes to the reason", async () => {
  page.button(t("record.decision.withdraw", { busy: "no" })).focus();
  await page.submit();
  expect(document.activeElement).toBe(page.get("input[aria-invalid=true]"));
});

test("a withdrawal that fails is told beside the reason, which is not at fault", async () => {
  vi.stubGlobal("fetch", async () => Response.json({ detail: "No." }, { status: 503 }));
  page.type("input", "A typing error");
  await page.submit();
  expect(page.get("[role=alert]").textContent).toBe("No.");
  expect(page.element.querySelector("[aria-invalid=true]")).toBeNull();
});
