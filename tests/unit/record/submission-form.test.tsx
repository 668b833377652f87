// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SubmittedClaim } from "@/components/features/record/submission-differences";
import { SubmissionForm } from "@/components/features/record/submission-form";
import { packRow } from "@/lib/evidence/row";
import { englishText } from "@/lib/text/english-text";
import { createClaim, createRow, createSource } from "@/tests/support/facts";
import { type MountedPage, mount } from "@/tests/support/mount";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn(), push: vi.fn() }) }));
vi.mock("@/components/ui/toast", () => ({ toast: vi.fn() }));

const { t } = englishText;
const accept = vi.fn(async (_: unknown) => ({ ok: true as const, value: 2 }));
const unused = async () => ({ ok: true as const, value: null });
const MONEY: Partial<SubmittedClaim> = {
  money: { amount: 3_500_000_000, currency: "PKR" },
  note: "For the first phase. Converted at 280 PKR per US dollar.",
};
let page: MountedPage;

function open(
  part: Partial<SubmittedClaim> & Pick<SubmittedClaim, "field" | "value">,
  mode: "review" | "read" = "review",
) {
  const { revision: _, ...claim } = createClaim({
    ...{ asOf: "2026-01", note: "As signed.", quotation: { text: "It is so.", lang: "en" } },
    ...part,
  });
  page = mount(
    <SubmissionForm
      submission={{
        id: claim.id,
        round: 1,
        author: "Amna",
        claims: [{ ...claim, gateConfirmed: part.gateConfirmed }],
        newSources: [],
        withdrawals: [],
        mode,
        returned: false,
      }}
      {...{
        ...{ personId: "asma", zone: null, tenancies: [], loadEvidence: null, undo: null },
        zones: [{ slug: "test-zone", name: "Test Zone", otherNames: [] }],
        evidence: { "test-zone": [] },
        rows: [packRow(createRow({ status: "not-started" }))],
        sources: [
          createSource({ id: "a-source", url: "https://example.org", publishedOn: "2026-11-25" }),
        ],
        today: "2026-11-25",
        version: 1,
      }}
      changes={{ accept, giveBack: unused, resend: unused, withdraw: unused }}
    />,
  );
  return claim.id;
}

/** The field with a label, which may say that it is needed. */
const field = (label: string) => {
  const found = [...document.querySelectorAll("label")].find(
    ({ textContent }) => textContent === label || textContent?.startsWith(`${label} `),
  );
  if (found === undefined) throw new Error(`No label is ${label}.`);
  return `[id="${found.htmlFor}"]`;
};
const change = () => page.click(page.button(t("record.review.change")));
const send = (changed: "yes" | "no") =>
  page.click(page.button(t("record.review.accept", { changed })));
const choose = (value: string) => page.click(page.get(`[data-value="${value}"]`));
const confirmation = () => page.get<HTMLInputElement>(".value-editor > label input");
const valueField = () => field(t("record.report.value"));
const sent = () => accept.mock.calls.at(-1)?.[0];

beforeEach(() => {
  vi.stubGlobal(
    "EventSource",
    class extends EventTarget {
      close() {}
    },
  );
  vi.stubGlobal("fetch", async () =>
    Response.json({ user: { id: "asma", name: "Asma", role: "reviewer" } }),
  );
});
afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
  accept.mockClear();
});

test("a changed value is recorded with its own sum and rate, not with those that were sent", async () => {
  open({ field: "investmentCommittedUsdM", value: 12.5, ...MONEY });
  await change();
  page.type(valueField(), "Rs 4 bn at 290");
  expect(page.element.textContent).toContain(
    t("ledger.claim.money", { amount: englishText.amount(4_000_000_000, "PKR") }),
  );
  await send("yes");
  expect(sent()).toMatchObject({
    claims: [
      {
        value: 13.8,
        money: { amount: 4_000_000_000, currency: "PKR" },
        note: "For the first phase. Converted at 290 PKR per US dollar.",
      },
    ],
  });
});

test("a value that is changed to dollars has no sum and no rate", async () => {
  open({ field: "investmentCommittedUsdM", value: 12.5, ...MONEY });
  await change();
  page.type(valueField(), "14");
  await send("yes");
  expect(sent()).toMatchObject({
    claims: [{ value: 14, money: null, note: "For the first phase." }],
  });
});

test("a value that is typed as it was sent keeps its sum and rate", async () => {
  open({ field: "investmentCommittedUsdM", value: 12.5, ...MONEY });
  await change();
  page.type(valueField(), "14");
  page.type(valueField(), "12.5");
  await send("no");
  expect(sent()).toMatchObject({ claims: [{ value: 12.5, ...MONEY }] });
});

test("the sum of a report is shown to its readers", () => {
  open({ field: "investmentCommittedUsdM", value: 12.5, ...MONEY }, "read");
  expect(page.element.textContent).toContain(
    t("ledger.claim.money", { amount: englishText.amount(3_500_000_000, "PKR") }),
  );
});

test("a higher step is accepted only once the reviewer confirms it", async () => {
  const id = open({ field: "status", value: "under-development", gateConfirmed: true });
  await change();
  expect(confirmation().checked).toBe(true);
  await choose("serviced");
  expect(confirmation().checked).toBe(false);
  await send("yes");
  expect(accept).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(confirmation());
  await page.click(confirmation());
  await send("yes");
  expect(sent()).toMatchObject({
    confirmed: [id],
    claims: [{ value: "serviced", gateConfirmed: true }],
  });
});

test("a value that is changed again is confirmed again", async () => {
  open({ field: "status", value: "under-development", gateConfirmed: true });
  await change();
  await choose("serviced");
  await page.click(confirmation());
  expect(confirmation().checked).toBe(true);
  await choose("partially-operational");
  expect(confirmation().checked).toBe(false);
});

test("what the step requires is said with its field", async () => {
  open({ field: "status", value: "serviced", gateConfirmed: true });
  await change();
  page.type(field(t("record.value.day")), "");
  await send("yes");
  expect(accept).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(page.get(field(t("record.value.day"))));
  expect(page.element.textContent).toContain(t("record.gate.asOf"));
});

test("a date is typed in any form", async () => {
  open({ field: "jobs", value: 640 });
  await change();
  page.type(field(t("record.value.day")), "30 April 2025");
  expect(page.element.textContent).toContain(
    t("record.entry.read", { value: englishText.partialDate("2025-04-30") }),
  );
  await send("yes");
  expect(sent()).toMatchObject({ claims: [{ asOf: "2025-04-30" }] });
});

test("a report whose value changed meanwhile is kept, or left out and taken back in", async () => {
  const basedOn = "00000000-0000-7000-8000-000000000001";
  open({ field: "jobs", value: 640, basedOn });
  await send("no");
  expect(accept).not.toHaveBeenCalled();
  await page.click(page.button(t("record.conflict.remove")));
  expect(page.element.textContent).toContain(t("record.review.leftOut"));
  await page.click(page.button(t("record.review.takeBack")));
  await page.click(page.button(t("record.conflict.keep")));
  await send("no");
  expect(sent()).toMatchObject({ claims: [{ value: 640, basedOn: null }] });
});
