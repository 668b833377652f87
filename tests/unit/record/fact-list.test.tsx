// @vitest-environment happy-dom
import { act, useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { emptyDraft, emptyItem, type RecordDraft } from "@/components/entry/draft";
import { FactList, listFacts, quoteSpan } from "@/components/features/record/fact-list";
import { proposeFacts } from "@/lib/entry/propose-facts";
import { type MountedPage, mount } from "@/tests/support/mount";

const ZONE = {
  zone: "test-zone",
  tenancy: null,
  zoneNames: ["Test Industrial Estate"],
  firm: null,
};
const ARTICLE = `In March 2026 Test Industrial Estate, spread over 500 acres, was visited.
Test Industrial Estate is without gas. Electricity will be provided soon.
Seven factories are operational in Test Industrial Estate.`;
const proposals = proposeFacts(ARTICLE, [ZONE], "2026-12-01");
const onChange = vi.fn();
let page: MountedPage;

function Facts({ start }: { start: Partial<RecordDraft> }) {
  const [draft, setDraft] = useState<RecordDraft>({ ...emptyDraft(), article: ARTICLE, ...start });
  return (
    <FactList
      facts={listFacts(proposals, draft)}
      article={ARTICLE}
      subjectOf={() => "Test Zone"}
      presentOf={({ field }) => (field === "gas" ? "available" : null)}
      missingOf={() => ["Give the day."]}
      editorOf={() => null}
      onFocus={vi.fn()}
      activeId={null}
      onShow={vi.fn()}
      onAccept={({ proposal }) => {
        if (proposal === null) return;
        const { subject, field, typed, quotation } = proposal;
        const item = {
          ...emptyItem(subject.zone, field, subject.tenancy, null),
          text: typed,
          quotation: quoteSpan(ARTICLE, quotation),
        };
        setDraft((d) => ({ ...d, items: [...d.items, item] }));
      }}
      onChange={onChange}
      onSkip={({ id }, isSkipped) =>
        setDraft((d) => ({ ...d, skipped: isSkipped ? [...d.skipped, id] : [] }))
      }
      onRemove={({ id }) =>
        setDraft((d) => ({ ...d, items: d.items.filter((one) => one.id !== id) }))
      }
    />
  );
}

const open = (start: Partial<RecordDraft> = {}) => {
  page = mount(<Facts start={start} />);
};
const rows = () => [...page.element.querySelectorAll("li")].map(({ textContent }) => textContent);
const states = () =>
  [...page.element.querySelectorAll<HTMLElement>("[data-state]")].map(
    ({ dataset }) => dataset.state,
  );
const focused = () => [
  document.activeElement?.closest("li")?.querySelector("[data-state]")?.textContent,
  document.activeElement?.textContent,
];
/** A press of a key on the element with the focus, which presses a button with Enter. */
async function press(key: string) {
  const target = document.activeElement;
  act(() => {
    target?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
  if (key === "Enter" && target instanceof HTMLButtonElement) await page.click(target);
  else await page.click(document.createElement("div"));
}

afterEach(() => {
  page.unmount();
  onChange.mockClear();
});

test("a proposal shows its subject, its present and its new value, its day and its words", () => {
  open();
  expect(rows()[0]).toContain("Area · Test Zone");
  expect(rows()[0]).toContain("500 acres · Mar 2026");
  expect(rows()[0]).toContain("In March 2026 Test Industrial Estate, spread over 500 acres, was");
  expect(rows()[1]).toContain("Available\u00a0→ Absent");
  expect(rows().join()).not.toContain("Electricity will");
});

test("Enter accepts the proposal with the focus and goes on to the next one", async () => {
  open();
  act(() => page.button("Accept Enter").focus());
  await press("Enter");
  expect(states().slice(0, 2)).toEqual(["accepted", "proposed"]);
  expect(focused()).toEqual(["2", "Accept Enter"]);
  expect(rows()[0]).toContain("Needed before you record: Give the day.");
});

test("S skips, arrows walk, C changes", async () => {
  open();
  act(() => page.button("Accept Enter").focus());
  await press("s");
  expect(states().slice(0, 2)).toEqual(["skipped", "proposed"]);
  expect(focused()).toEqual(["2", "Accept Enter"]);
  await press("ArrowUp");
  expect(focused()).toEqual(["1", "Propose again"]);
  await press("ArrowDown");
  await press("c");
  expect(onChange.mock.calls[0]?.[0].proposal.field).toBe("gas");
  await press("ArrowUp");
  await press("Enter");
  expect(states()[0]).toBe("proposed");
});

test("an accepted fact is taken back, and a report that no text proposed is removed", async () => {
  const added = { ...emptyItem("test-zone", "water", null, null), text: "partial" };
  open({ items: [added] });
  expect(rows().at(-1)).toContain("Water");
  await page.click(page.button("Remove"));
  expect(rows().join()).not.toContain("Water");
  await page.click(page.button("Accept Enter"));
  await page.click(page.button("Take back"));
  expect(new Set(states())).toEqual(new Set(["proposed"]));
});
