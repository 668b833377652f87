// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rowKey, type SheetRow } from "@/components/features/sheet/sheet-rows";
import { ZoneSheet } from "@/components/features/sheet/zone-sheet";
import { packRow } from "@/lib/evidence/row";
import { createEvidence, createRow, createSource } from "@/tests/support/facts";
import { type MountedPage, mount } from "@/tests/support/mount";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn(), push: vi.fn() }) }));

const known = createEvidence({ field: "status", value: "under-development", asOf: "2024-05" });
const value = (part: Partial<SheetRow> & Pick<SheetRow, "field" | "label">): SheetRow => ({
  key: rowKey(part.field, null),
  group: "utilities",
  firm: null,
  publisher: null,
  ...part,
});
const props = {
  personId: "asma",
  email: "asma@example.org",
  zone: "test-zone",
  zones: [{ slug: "test-zone", name: "Test Zone", otherNames: [] }],
  loadEvidence: null,
  undo: vi.fn(),
  today: "2026-11-25",
  version: 1,
  rows: [packRow(createRow({ status: "under-development" }))],
  evidence: { "test-zone": [{ field: "status", tenancy: null, evidence: [known] }] },
  tenancies: [],
  sources: [createSource({ id: "a-source", title: "A report", publishedOn: "2026-10" })],
  values: [
    value({
      field: "status",
      label: "Progress on site",
      group: "ladders",
      words: "Under development",
      date: "2024-05",
      ageDays: 900,
      publisher: "A paper",
    }),
    value({ field: "gas", label: "Gas" }),
    value({ field: "jobs", label: "Jobs", group: "quantities" }),
  ],
  start: null,
  review: "off",
  isReviewer: false,
} as const;

let page: MountedPage;
const open = (part: Partial<Parameters<typeof ZoneSheet>[0]> = {}) => {
  page = mount(<ZoneSheet {...props} {...part} />);
};
const pencil = (label: string) => page.get(`[aria-label="${label}"]`);
const editors = () => [...page.element.querySelectorAll(".value-editor")];
const press = async (key: string, options: KeyboardEventInit = {}) => {
  await act(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...options }),
    );
    await new Promise((done) => requestAnimationFrame(done));
  });
};
const aside = () => page.get("aside").textContent ?? "";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal(
    "EventSource",
    class extends EventTarget {
      close() {}
    },
  );
});
afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

test("the sheet shows the values, and a filter only those that it counts", async () => {
  open();
  expect(page.get('[data-row=".status"]').textContent).toContain("Under development");
  await page.click(page.button("Unknown 2"));
  expect(page.element.querySelector('[data-row=".status"]')).toBeNull();
  expect(page.element.querySelectorAll("[data-row]")).toHaveLength(2);
  await page.click(page.button("Over 2 years 1"));
  expect(page.element.querySelectorAll("[data-row]")).toHaveLength(1);
});

test("a pencil opens the value in place, a digit picks, and the focus goes to what is missing", async () => {
  localStorage.setItem("cpec-sez-tracker/sources/asma", '["a-source"]');
  open();
  await page.click(pencil("Change Progress on site"));
  expect(editors()).toHaveLength(1);
  expect(page.element.querySelector('[data-row=".status"]')).toBeNull();
  expect(editors()[0]?.textContent).toContain("last used");
  await press("3");
  expect(page.get("[data-value=serviced]").getAttribute("aria-pressed")).toBe("true");
  expect(document.activeElement?.tagName).toBe("TEXTAREA");
  expect(aside()).toContain("Under development → Serviced");
  expect(aside()).toContain("The source’s words Missing.");
  expect(aside()).toContain("Does the source say these too?");
  // A digit in a field is typed and picks nothing.
  await press("1");
  expect(page.get("[data-value=serviced]").getAttribute("aria-pressed")).toBe("true");
});

test("Escape leaves the value, nothing is kept, and the focus is on its pencil", async () => {
  localStorage.setItem("cpec-sez-tracker/sources/asma", '["a-source"]');
  open();
  await page.click(pencil("Change Gas"));
  await press("Escape");
  expect(editors()).toHaveLength(0);
  expect(document.activeElement).toBe(pencil("Change Gas"));
  expect(Object.keys({ ...localStorage })).toEqual(["cpec-sez-tracker/sources/asma"]);
});

test("a second value has source, day and words of the first, until it gets its own", async () => {
  open();
  await page.click(pencil("Change Progress on site"));
  await page.click(pencil("Change Gas"));
  page.type("textarea", "Power reaches 210 plots.");
  expect(editors()[1]?.textContent).toContain("as for Progress on site");
  await page.click(page.button("Other words"));
  const [, own] = page.element.querySelectorAll("textarea");
  expect(own?.value).toBe("Power reaches 210 plots.");
  expect(page.button("Record 2 changesCtrl+Enter")).toBeTruthy();
});

test("the present value of a field that is typed is no report until it is confirmed", async () => {
  const jobs = createEvidence({ field: "jobs", value: 500 });
  open({
    rows: [packRow(createRow({ jobs: 500 }))],
    evidence: { "test-zone": [{ field: "jobs", tenancy: null, evidence: [jobs] }] },
  });
  await page.click(pencil("Change Jobs"));
  expect(page.get<HTMLInputElement>(".value-editor input").value).toBe("500");
  expect(aside()).toContain("A value for each change Missing.");
  await page.click(page.button("Same value as now"));
  expect(aside()).toContain("A value for each change Done.");
});

test("the value of a link is open at once, and what is typed is there after a reload", async () => {
  const start = { field: "gas", tenancy: null } as const;
  open({ start });
  expect(editors()).toHaveLength(1);
  await press("Shift");
  await press("1");
  page.unmount();
  open({ start });
  expect(editors()).toHaveLength(1);
  expect(page.get("[data-value=absent]").getAttribute("aria-pressed")).toBe("true");
  expect(page.element.textContent).toContain("What you typed is restored.");
});

test("the button says before the press that a step waits for another person", async () => {
  open({ review: "ladders" });
  await page.click(pencil("Change Gas"));
  expect(page.button("Record 1 changeCtrl+Enter")).toBeTruthy();
  await page.click(pencil("Change Progress on site"));
  expect(page.button("Send 2 changes for reviewCtrl+Enter")).toBeTruthy();
});

test("Ctrl+Enter from anywhere sends, or goes to what is missing and says so", async () => {
  open();
  await page.click(pencil("Change Gas"));
  pencil("Change Jobs").focus();
  await press("Enter", { ctrlKey: true });
  expect(aside()).toContain("Nothing is recorded yet. Complete the marked fields.");
  expect(document.activeElement?.closest("[data-missing]")).not.toBeNull();
});

test("arrows go from pencil to pencil, and F goes to the search", async () => {
  open();
  pencil("Change Progress on site").focus();
  // The page of the tests draws nothing.
  Element.prototype.checkVisibility = () => true;
  await press("ArrowDown");
  expect(document.activeElement).toBe(pencil("Change Gas"));
  await press("ArrowUp");
  expect(document.activeElement).toBe(pencil("Change Progress on site"));
  await press("f");
  expect(document.activeElement?.getAttribute("type")).toBe("search");
});
