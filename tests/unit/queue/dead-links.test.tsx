// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { DeadLinks } from "@/components/features/work/dead-links";
import { englishText } from "@/lib/text/english-text";
import { type MountedPage, mount } from "@/tests/support/mount";

const refresh = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

const { t } = englishText;
let page: MountedPage;
let sent: { address: string; body: Record<string, unknown> }[];
const links = ["a", "b", "c"].map((id, i) => ({
  ...{ id, title: `Source ${id}`, url: `https://old.example/${id}`, version: i + 1 },
}));

afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

function open(refused: readonly string[] = []) {
  sent = [];
  vi.stubGlobal("fetch", async (address: string, { body }: RequestInit) => {
    sent.push({ address, body: JSON.parse(String(body)) });
    return refused.some((id) => address.endsWith(`/${id}`))
      ? Response.json({ detail: "This address is private." }, { status: 422 })
      : Response.json({ recorded: 1, version: 9 }, { status: 201 });
  });
  page = mount(<DeadLinks links={links} />);
}

test("one press records every typed address as a change of its source, and no other", async () => {
  open();
  await page.submit();
  expect(page.get("[role=alert]").textContent).toBe(t("queue.links.repair.none"));
  page.type("div:nth-of-type(1) input", "https://new.example/a");
  page.type("div:nth-of-type(3) input", " https://new.example/c ");
  await page.submit();
  expect(page.get("[role=alert]").textContent).toBe(t("queue.links.repair.noReason"));
  page.type("input:not([type=url])", "The page moved.");
  await page.submit();
  await vi.waitFor(() => expect(refresh).toHaveBeenCalled());
  expect(sent).toEqual([
    {
      address: "/api/v1/sources/a",
      body: {
        ...{ id: expect.any(String), basedOn: 1, reason: "The page moved." },
        url: "https://new.example/a",
      },
    },
    {
      address: "/api/v1/sources/c",
      body: {
        ...{ id: expect.any(String), basedOn: 3, reason: "The page moved." },
        url: "https://new.example/c",
      },
    },
  ]);
});

test("an address that is refused says why at its field, and the others are recorded", async () => {
  open(["a"]);
  page.type("div:nth-of-type(1) input", "https://192.168.0.1/a");
  page.type("div:nth-of-type(2) input", "https://new.example/b");
  page.type("input:not([type=url])", "The page moved.");
  await page.submit();
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  await vi.waitFor(() =>
    expect(page.get("div:nth-of-type(1) input").getAttribute("aria-invalid")).toBe("true"),
  );
  expect(page.get("div:nth-of-type(1)").textContent).toContain("This address is private.");
  expect(page.get("div:nth-of-type(2) input").getAttribute("aria-invalid")).not.toBe("true");
});
