// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ImportForm } from "@/components/features/imports/import-form";
import type { ImportLine, ImportReport } from "@/lib/contract/import-answer";
import { englishText } from "@/lib/text/english-text";
import { type MountedPage, mount } from "@/tests/support/mount";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const { t } = englishText;
const REPORT: ImportReport = {
  rows: 1,
  newZones: [],
  claims: 1,
  validRows: 1,
  refusedRows: [],
  refused: [],
  unchanged: 0,
  changes: [],
  changeCount: 0,
  disputedCount: 0,
  needsReviewer: false,
  digest: "d",
};
const TABLE = {
  table: {
    headerRow: 1,
    header: ["Zone", "Field", "Value"],
    rows: [["hub", "Water", "Partial"]],
    covered: [],
  },
  layout: "claims",
  targets: ["zone", "field", "value"],
  sheets: [],
  sheet: null,
  form: "",
};

/** The lines of the server's answers to the table, the next first; null: it keeps the connection. */
let answers: (readonly (ImportLine | null)[])[];
let requests: { body: unknown; signal: AbortSignal }[];
let page: MountedPage;

function answer(address: string, { body, signal }: { body: string; signal: AbortSignal }) {
  if (address.startsWith("/admin/import/table")) return Response.json(TABLE);
  requests.push({ body: JSON.parse(body), signal });
  const lines = answers.shift() ?? [];
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const line of lines) {
        if (line !== null)
          controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`));
      }
      if (lines.at(-1) !== null) controller.close();
      else signal.addEventListener("abort", () => controller.error(signal.reason));
    },
  });
  return new Response(stream);
}

const read = async () => {
  page.type("textarea", "Zone\tField\tValue");
  await page.click(page.button(t("imports.table.read", { busy: "no" })));
};
const press = async (name: string) => {
  const button = page.button(name);
  button.focus();
  await page.click(button);
};
const check = () => press(t("imports.check.submit"));
const failure = () => document.querySelector("[data-failure]")?.textContent ?? null;
const progress = (phase: "waiting" | "checking" | "recording"): ImportLine => ({
  kind: "progress",
  phase,
  done: 0,
  total: 1,
});

beforeEach(async () => {
  answers = [];
  requests = [];
  vi.stubGlobal("fetch", async (address: string, init: { body: string; signal: AbortSignal }) =>
    address.startsWith("/api/auth/")
      ? Response.json({ user: { id: "asma", name: "Asma", role: "reviewer" } })
      : answer(address, init),
  );
  page = mount(
    <ImportForm
      personId="asma"
      email="asma@example.org"
      sources={[]}
      maxMegabytes={5}
      today="2026-11-30"
    />,
  );
  await read();
});
afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

test("a check that is stopped recorded nothing", async () => {
  answers.push([progress("checking"), null]);
  await check();
  await press(t("imports.check.stop"));
  expect(failure()).toBe(t("imports.check.stopped"));
});

test("a recording that is stopped may be recorded, and the page says so", async () => {
  answers.push([{ kind: "report", report: REPORT, changed: false }], [progress("recording"), null]);
  await check();
  await press(t("imports.report.all", { claims: 1 }));
  await press(t("imports.check.stop"));
  expect(requests.at(-1)?.signal.aborted).toBe(true);
  expect(failure()).toBe(t("imports.check.stoppedRecording"));
});

test("the buttons keep the focus while the table is checked, and send it once", async () => {
  answers.push([progress("checking"), null]);
  await check();
  const button = page.button(t("imports.check.submit"));
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute("aria-disabled")).toBe("true");
  expect(button.disabled).toBe(false);
  await page.click(button);
  expect(requests).toHaveLength(1);
});

test("after a check that failed, the focus is on what went wrong", async () => {
  answers.push([{ kind: "problem", message: "No." }]);
  await check();
  expect(failure()).toBe("No.");
  await expect
    .poll(() => document.activeElement === page.get("[data-failure]"), { timeout: 10_000 })
    .toBe(true);
});

test("dates are typed in any form that the hint names", async () => {
  const fields = () => [...document.querySelectorAll<HTMLInputElement>("input")];
  const labelled = (label: string) => {
    const found = fields().find(({ labels }) => labels?.[0]?.textContent === label);
    if (found === undefined) throw new Error(`No field is ${label}.`);
    return found;
  };
  await page.click(labelled(t("imports.defaults.sourceKind.new")));
  const published = labelled(t("record.source.new.publishedOn"));
  expect(published.maxLength).toBeGreaterThanOrEqual("30 September 2025".length);
  page.type(`[id="${published.id}"]`, "30 April 2025");
  expect(page.element.textContent).toContain(
    t("record.entry.read", { value: englishText.partialDate("2025-04-30") }),
  );
  answers.push([{ kind: "problem", message: "No." }]);
  await act(() => check());
  expect(requests[0]?.body).toMatchObject({ newSource: { publishedOn: "2025-04-30" } });
});
