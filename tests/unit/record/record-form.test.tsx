// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type DraftItem, emptyDraft, emptyItem, type RecordDraft } from "@/components/entry/draft";
import { RecordForm } from "@/components/features/record/record-form";
import { packRow } from "@/lib/evidence/row";
import { createEvidence, createRow, createSource } from "@/tests/support/facts";
import { WithText } from "@/tests/support/with-text";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const known = createEvidence({ field: "status", value: "under-development", asOf: "2024-05" });
const subject = {
  personId: "asma",
  email: "asma@example.org",
  zone: null,
  zones: [{ slug: "test-zone", name: "Test Zone", otherNames: ["Test Industrial Estate"] }],
  takenIds: [],
  loadEvidence: null,
  undo: vi.fn(),
  today: "2026-11-25",
  version: 1,
  rows: [packRow(createRow({ status: "under-development", cohort: "added-37" }))],
  evidence: {
    "test-zone": [
      { field: "status", tenancy: null, evidence: [known] },
      {
        field: "cohort",
        tenancy: null,
        evidence: [createEvidence({ field: "cohort", value: "added-37" })],
      },
    ],
  },
  tenancies: [],
  sources: [
    createSource({ id: "a-source", title: "A report", publishedOn: "2026-10", kind: "government" }),
  ],
} as const;

let root: Root;
let page: HTMLElement;

/** Opens the form with a draft that was typed before. */
function open(part: Partial<RecordDraft>) {
  const draft = { ...emptyDraft(), sourceId: "a-source", ...part };
  const folder = "cpec-sez-tracker/draft/asma/an.article";
  sessionStorage.setItem(folder, draft.id);
  localStorage.setItem(`${folder}/${draft.id}`, JSON.stringify({ draft, changedAt: 0 }));
  act(() =>
    root.render(
      <WithText>
        <RecordForm {...subject} />
      </WithText>,
    ),
  );
}

const item = (part: Partial<DraftItem>): DraftItem => ({
  ...emptyItem("test-zone", "status", null, known.claim.id),
  text: "operational",
  ...part,
});
/** The text of the elements with a selector. */
const texts = (selector: string) =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => textContent);
const press = (words: string) =>
  act(() => {
    [...page.querySelectorAll("button")].find(({ textContent }) => textContent === words)?.click();
  });
const submit = () =>
  act(async () => {
    page.querySelector("form")?.requestSubmit();
  });

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal(
    "EventSource",
    class extends EventTarget {
      close() {}
    },
  );
  page = document.createElement("div");
  document.body.replaceChildren(page);
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

test("a report shows what it changes and needs, and its editor the displayed value", () => {
  open({ items: [item({ quotation: "Six plants." })] });
  expect(page.textContent).toContain("What you typed is restored.");
  expect(texts("section p").join()).toContain("A reportA paper, Oct 2026, government");
  expect(texts("[data-fact]").join()).toContain("Progress on site · Test Zone");
  expect(texts("[data-fact] p").join()).toContain("Under development\u00a0→ Operational");
  expect(texts("[data-fact] p").join()).toContain(
    "Use a source that others can look up: with a link, or with a publisher, a title and the place in it.",
  );
  press("Change C");
  expect(texts("[data-fact] p").join()).toContain("now Under development May 2024");
  expect(texts("[data-fact] p").join()).toContain(
    "Show that at least 5 firms produce (known now: unknown), or use a source that is not official.",
  );
  expect(texts("[data-fact] label").join()).toContain("The source says so.");
  expect(texts("[aria-labelledby=record-preview] li")[0]).toBe(
    "Progress on siteUnder development → Operational",
  );
  expect(texts("[aria-labelledby=record-preview]").join()).toContain(
    "Progress on site, at least “Operational”: 0 → 1",
  );
  expect(texts("[aria-labelledby=record-preview]").join()).toContain("Now0.0–100.0After6.1–100.0");
  expect(texts("button[type=submit]")).toEqual(["Record report"]);
});

test("a report that needs something is opened once the form is submitted", async () => {
  open({ items: [item({ text: "" })] });
  expect(page.querySelectorAll(".value-editor")).toHaveLength(0);
  await submit();
  expect(page.querySelectorAll(".value-editor")).toHaveLength(1);
  expect(texts("[role=alert]")).toEqual(["Nothing is recorded yet. Complete the marked fields."]);
});

test("a proposal of the text is accepted with its words and its day, and becomes a report", () => {
  const said = "Test Industrial Estate was without gas in March 2026.";
  open({ article: said, items: [] });
  expect(texts("[data-fact] q")).toEqual([said]);
  press("Accept Enter");
  const { draft } = JSON.parse(localStorage.getItem(localStorage.key(0) ?? "") ?? "{}");
  expect(draft.items).toMatchObject([
    { zone: "test-zone", field: "gas", text: "absent", quotation: said, asOf: "2026-03" },
  ]);
  expect(texts("button[type=submit]")).toEqual(["Record report"]);
});

test("an event of the article is recorded with its facts", async () => {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (address: string, { body }: RequestInit = {}) => {
    if (address === "/api/v1/claims") sent.push(JSON.parse(String(body)));
    return Response.json({ recorded: 2, version: 2 });
  });
  open({ items: [item({ field: "water", text: "partial", basedOn: null })], asOf: "2026-10" });
  press("Add an event");
  expect(texts("button[type=submit]")).toEqual(["Record 2 reports"]);
  await submit();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    claims: [{ field: "water", sourceId: "a-source" }],
    events: [
      {
        id: "2026-10-a-report",
        date: "2026-10",
        title: "A report",
        zones: ["test-zone"],
        sourceId: "a-source",
        quotation: null,
      },
    ],
  });
});

test("a value that changed since shows both values and the choice", () => {
  open({ items: [item({ text: "serviced", basedOn: "another" })] });
  const notice = [...page.querySelectorAll("[role=status]")].find(({ textContent }) =>
    textContent?.includes("This value has changed since you opened the form."),
  );
  expect([...(notice?.querySelectorAll("dd") ?? [])].map((node) => node.textContent)).toEqual([
    "Under development · May 2024 · A paper: A report",
    "Serviced · A report",
  ]);
  expect([...(notice?.querySelectorAll("button") ?? [])].map((node) => node.textContent)).toEqual([
    "Keep mine too",
    "Remove mine",
  ]);
});
