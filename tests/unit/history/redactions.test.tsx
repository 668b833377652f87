// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { OpenRemovals, RemovalForm } from "@/components/features/history/removals";
import { TEXT_KINDS } from "@/lib/contract/redaction";
import { RemovalRequest } from "@/lib/contract/write-request";
import { WithText } from "@/tests/support/with-text";

const NONE = { ledger: 0, audit: 0, files: [] };
const REQUEST = {
  id: "0b7e5a52-5f0e-4a55-9c3c-1f0d1c2b3a4d",
  kind: "claim.note",
  row: "a-claim",
  text: "Call Mr X",
  copies: { ledger: 0, audit: 1, files: ["2026.1/claims.csv", "2026.1/tracker.xlsx"] },
  reason: "personal-data",
  requestedBy: "Rania Reviewer",
  requestedById: "rania",
  requestedAt: "2026-11-26T09:00:00.000Z",
  subject: { kind: "claim", id: "a-claim" },
} as const;

let root: Root;
const change = vi.fn(async () => ({ ok: true, value: null }) as const);
const confirm = vi.fn(async () => ({ ok: true, value: 4 }) as const);

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const container = document.createElement("div");
  document.body.append(container);
  root = createRoot(container);
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.innerHTML = "";
  vi.clearAllMocks();
});

const read = () => document.body.textContent ?? "";
const findButton = (name: string) =>
  [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
const press = (name: string) => act(async () => findButton(name)?.click());

async function showRequests(self: string, part: Partial<Parameters<typeof Requests>[0]> = {}) {
  await act(async () => root.render(<Requests self={self} {...part} />));
}

function Requests({ self, text = REQUEST.text }: { self: string; text?: string | null }) {
  return (
    <WithText>
      <OpenRemovals
        requests={[{ ...REQUEST, text }]}
        self={self}
        confirm={confirm}
        dismiss={change}
      />
    </WithText>
  );
}

test("the person who asked cannot confirm, and is told who can", async () => {
  await showRequests("rania");
  expect(findButton("Remove…")).toBeUndefined();
  expect(read()).toContain("Another reviewer or admin has to confirm it.");
  await press("Dismiss");
  expect(change).toHaveBeenCalledWith(REQUEST.id);
});

test("another person sees the text, its copies and that there is no undo before it is removed", async () => {
  await showRequests("sami");
  expect(read()).toContain("Call Mr X");
  await press("Remove…");
  const dialog = document.querySelector("[role=dialog]")?.textContent ?? "";
  expect(dialog).toContain("Call Mr X");
  expect(dialog).toContain("This cannot be undone");
  expect(dialog).toContain("Also removed: 1 entry of the audit log and 2 whole files.");
  const names = [...document.querySelectorAll("[role=dialog] li")].map((item) => item.textContent);
  expect(names).toEqual(REQUEST.copies.files);
  expect(confirm).not.toHaveBeenCalled();
  await press("Remove permanently");
  expect(confirm).toHaveBeenCalledWith(REQUEST.id);
});

test("a request whose text changed can only be dismissed", async () => {
  await showRequests("sami", { text: null });
  expect(findButton("Remove…")).toBeUndefined();
  expect(findButton("Dismiss")).toBeDefined();
});

test("the form sends the chosen text and the reason, and leaves out texts with an open request", async () => {
  const texts = [
    { kind: "claim.note", row: "a", text: "One", copies: NONE, requested: true },
    { kind: "decision.reason", row: "7", text: "Two", copies: NONE, requested: false },
  ] as const;
  await act(async () =>
    root.render(
      <WithText>
        <RemovalForm texts={texts} request={change} />
      </WithText>,
    ),
  );
  expect(read()).toContain("No other copy was found.");
  const [open, free] = document.querySelectorAll<HTMLInputElement>("input[type=radio]");
  expect(open?.disabled).toBe(true);
  await act(async () => free?.click());
  await press("Ask for removal");
  expect(change).toHaveBeenCalledWith({
    kind: "decision.reason",
    row: "7",
    reason: "personal-data",
  });
});

test("a request can name texts only, never values, dates or ids", () => {
  const request = { row: "a", reason: "abuse" };
  for (const kind of TEXT_KINDS) {
    expect(RemovalRequest.safeParse({ ...request, kind }).success).toBe(true);
  }
  for (const kind of ["claim.value", "claim.as_of", "firm.id", "revision.purpose", "user.name"]) {
    expect(RemovalRequest.safeParse({ ...request, kind }).success).toBe(false);
  }
});
