import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EntryList } from "@/components/features/history/entry-list";
import { SIGN_IN_STEPS } from "@/lib/contract/audit-actions";
import { FORBIDDEN_REASONS } from "@/lib/contract/forbidden-reasons";
import { WithText } from "../../support/with-text";

/** No test presses Undo. */
const undo = async () => ({ ok: true as const, value: 1 });

const LINE = {
  id: "1",
  at: "2026-11-24T09:05:00.000Z",
  count: 1,
  lastAt: "2026-11-24T09:05:00.000Z",
  actor: "Adila Admin",
  action: "role-changed",
  subject: "asma@example.org",
  zone: null,
  changes: [],
  detail: [],
  address: null,
  revision: null,
} as const;

type Line = Parameters<typeof EntryList>[0]["lines"][number];

/** The markup of one entry. */
function render(part: Partial<Line>): string {
  return renderToStaticMarkup(
    <WithText>
      <EntryList lines={[{ ...LINE, ...part }]} undo={undo} />
    </WithText>,
  );
}

/** The words of one entry. */
const read = (part: Partial<Line>) => render(part).replaceAll(/<[^>]*>/g, " ");

test("an entry names who did what, and its details", () => {
  const detail = [
    ["from", "analyst"],
    ["to", "reviewer"],
  ] as const;
  const words = read({ detail });
  expect(words).toMatch(/Adila Admin\s+changed the role of asma@example.org/);
  expect(words).toContain("From: Analyst · To: Reviewer");
});

test("an entry about a zone links to the zone and to its state in the revision", () => {
  const zone = { slug: "hub-sez", name: "Hub SEZ" };
  const html = render({ action: "claims-recorded", subject: "hub-sez", zone, revision: 12 });
  expect(html).toMatch(/recorded evidence on <a [^>]*href="\/zones\/hub-sez"[^>]*>Hub SEZ<\/a>/);
  expect(html).toContain('href="/zones/hub-sez?knownOn=r12"');
});

test("an action and a detail without words of their own are shown as they are", () => {
  const words = read({ action: "account-renamed", detail: [["colour", "blue"]] });
  expect(words).toMatch(/Adila Admin\s*: account-renamed, asma@example.org/);
  expect(words).toContain("colour: blue");
});

test("failures that are counted together have their number and the last time", () => {
  const words = read({
    actor: "visitor",
    action: "change-refused",
    subject: "record",
    detail: [["refused", "signed-out"]],
    count: 12,
    lastAt: "2026-11-24T09:45:00.000Z",
  });
  expect(words).toMatch(/Visitor\s+was not allowed to\s+record evidence/);
  expect(words).toMatch(/12 times, last on\s+24 Nov 2026, 14:45/);
  expect(words).toContain("Reason: not signed in");
  expect(read({})).not.toContain("times");
});

test("every reason and every step has words", () => {
  for (const reason of FORBIDDEN_REASONS) {
    const words = read({ action: "change-refused", detail: [["refused", reason]] });
    expect(words).toMatch(/Reason: \S+ \S+/);
  }
  for (const step of SIGN_IN_STEPS) {
    expect(read({ action: "sign-in-failed", detail: [["step", step]] })).toMatch(/Step: \S+ \S+/);
  }
});

test("an own act can be undone where it stands, or says why not", () => {
  const act = { action: "claims-recorded", subject: "hub-sez", revision: 12 };
  expect(render({ ...act, own: { undoes: null, hindrance: null } })).toContain(
    'aria-label="Undo revision 12"',
  );
  const undo = { ...act, own: { undoes: 11, hindrance: null } };
  expect(render(undo)).toContain('aria-label="Redo revision 12"');
  expect(read(undo)).toContain("Undo of revision 11");
  const hindered = { ...act, own: { undoes: null, hindrance: "others" } } as const;
  expect(read(hindered)).toContain("someone else has built on it");
  expect(render(hindered)).not.toContain("<button");
  expect(render({ ...act, own: { undoes: null, hindrance: "tooLate" } })).not.toContain("<button");
  expect(render({ ...act, own: null })).not.toContain("<button");
});
