import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ActionResult } from "../../lib/contract/action-result";
import type { NewClaim } from "../../lib/server/ledger/types";
import { newClaim } from "../support/new-claim";
import { headersFrom, newPerson, signInAs, type TestPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");

let requestHeaders = new Headers();
vi.mock("next/headers", () => ({ headers: async () => requestHeaders }));
vi.mock("next/cache", () => ({ refresh: () => {} }));

let analyst: TestPerson;
let reviewer: TestPerson;
const cookies = new Map<string, string>();

beforeAll(async () => {
  analyst = await newPerson("analyst");
  reviewer = await newPerson("reviewer");
  for (const person of [analyst, reviewer]) cookies.set(person.id, await signInAs(person));
});

const by = ({ id, name }: TestPerson) => ({
  author: name,
  actor: { id, name, address: null },
  purpose: "a test",
});

async function undo(person: TestPerson, revision: number): Promise<ActionResult<number>> {
  const { undoOwnAct } = await import("../../app/admin/history/actions");
  requestHeaders = headersFrom({ cookie: cookies.get(person.id) });
  return undoOwnAct({ revision });
}

async function write(person: TestPerson, part: object): Promise<number> {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const result = await writeLedger({ ...by(person), ...part });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.revision;
}

async function requireValue(result: ActionResult<number>): Promise<number> {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const jobs = async () =>
  (await sql(database.url, "SELECT jobs FROM zone WHERE slug = 'hub-sez'"))[0]?.jobs;

let claim: NewClaim;
let value = 100;
beforeEach(() => {
  value += 1;
  claim = newClaim({ zone: "hub-sez", field: "jobs", value, asOf: "2026-11-20" });
});

describe("undoing", () => {
  test("claims withdraws them in a new revision that says so, and undoing that makes them again", async () => {
    const before = await jobs();
    const recorded = await write(analyst, { claims: [claim] });
    expect(await jobs()).toBe(value);
    const undone = await requireValue(await undo(analyst, recorded));
    expect(undone).toBe(recorded + 1);
    expect(await jobs()).toBe(before);
    expect(
      await sql(database.url, `SELECT author, purpose FROM revision WHERE id = ${undone}`),
    ).toEqual([{ author: analyst.name, purpose: `Undo of r${recorded}` }]);
    expect(
      await sql(database.url, `SELECT kind, reason FROM decision WHERE revision_id = ${undone}`),
    ).toEqual([{ kind: "retracted", reason: `Undo of r${recorded}` }]);
    expect(await requireValue(await undo(analyst, recorded))).toBe(undone);
    await requireValue(await undo(analyst, undone));
    expect(await jobs()).toBe(value);
  });

  test("a decision brings back the one before", async () => {
    await write(analyst, { claims: [claim] });
    const decide = (kind: string, reason: string) =>
      write(reviewer, { decisions: [{ claimId: claim.id, kind, reason }] });
    await decide("preferred", "The better source.");
    const last = await decide("deprecated", "A mistake.");
    const undone = await requireValue(await undo(reviewer, last));
    expect(
      await sql(database.url, `SELECT kind, reason FROM decision WHERE revision_id = ${undone}`),
    ).toEqual([{ kind: "preferred", reason: `The better source. (Undo of r${last})` }]);
    await requireValue(await undo(reviewer, undone));
    const [row] = await sql(
      database.url,
      `SELECT kind FROM decision WHERE claim_id = '${claim.id}' ORDER BY id DESC LIMIT 1`,
    );
    expect(row?.kind).toBe("deprecated");
  });

  test("a change of a source brings back the version before", async () => {
    const title = async () =>
      (
        await sql(
          database.url,
          "SELECT title FROM source_version WHERE source_id = 'geonames' ORDER BY revision_id DESC LIMIT 1",
        )
      )[0]?.title;
    const [first] = await sql(database.url, "SELECT title FROM source WHERE id = 'geonames'");
    const change = (words: string) => ({
      sourceChange: {
        id: randomUUID(),
        sourceId: "geonames",
        reason: "A test.",
        parts: { title: words },
      },
    });
    const changed = await write(analyst, change("Another title"));
    expect(await title()).toBe("Another title");
    const undone = await requireValue(await undo(analyst, changed));
    expect(await title()).toBe(first?.title);
    await requireValue(await undo(analyst, undone));
    expect(await title()).toBe("Another title");
  });
});

test("an act that was undone and made again can be undone again", async () => {
  const recorded = await write(analyst, { claims: [claim] });
  const undone = await requireValue(await undo(analyst, recorded));
  await requireValue(await undo(analyst, undone));
  expect(await jobs()).toBe(value);
  const second = await requireValue(await undo(analyst, recorded));
  expect(second).not.toBe(undone);
  expect(await jobs()).not.toBe(value);
  expect(await requireValue(await undo(analyst, recorded))).toBe(second);
});

test("an import of 9,000 claims is listed and undone as a whole", async () => {
  const { listOwnActs } = await import("../../lib/server/ledger/own-acts");
  const person = await newPerson("analyst");
  cookies.set(person.id, await signInAs(person));
  const claims = Array.from({ length: 9000 }, (_, i) =>
    newClaim({ zone: "dhabeji-sez", field: "jobs", value: i, asOf: "2026-10-01" }),
  );
  const recorded = await write(person, { claims });
  expect(await listOwnActs(person.id)).toMatchObject([{ claims: 9000, hindrance: null }]);
  const undone = await requireValue(await undo(person, recorded));
  expect(
    await sql(
      database.url,
      `SELECT count(*)::int AS count FROM decision WHERE revision_id = ${undone} AND kind = 'retracted'`,
    ),
  ).toEqual([{ count: 9000 }]);
}, 120_000);

describe("undoing is refused", () => {
  test("for a decision on a claim of someone else, to a person who is no reviewer any more", async () => {
    const person = await newPerson("reviewer");
    cookies.set(person.id, await signInAs(person));
    await write(analyst, { claims: [claim] });
    const withdraw = { claimId: claim.id, kind: "retracted", reason: "Wrong." };
    const decided = await write(person, { decisions: [withdraw] });
    await sql(database.url, `UPDATE "user" SET role = 'analyst' WHERE id = '${person.id}'`);
    expect(await undo(person, decided)).toMatchObject({
      ok: false,
      message: expect.stringContaining("ask a reviewer"),
    });
    expect(await jobs()).not.toBe(value);
  });

  test("of a claim in a zone that was merged since, until it is restored, because the other zone has a copy", async () => {
    const names = [`from-${value}`, `into-${value}`];
    const [from = "", into = ""] = names;
    const listNeeded = (zone: string) => [
      newClaim({ zone, field: "name", value: zone }),
      newClaim({ zone, field: "cohort", value: "unconfirmed", asOf: "2026-10-01" }),
    ];
    const zones = names.map((slug, order) => ({ slug, order: order + 900 }));
    const subjects = { zones, sources: [], tenancies: [], events: [], context: [] };
    await write(reviewer, { subjects, claims: names.flatMap(listNeeded) });
    const recorded = await write(analyst, { claims: [{ ...claim, zone: from }] });
    const merge = { id: randomUUID(), kind: "zone", act: "merged", reason: "Twice." };
    await write(reviewer, { retirements: [{ ...merge, subject: from, into }] });
    expect(await undo(analyst, recorded)).toMatchObject({
      ok: false,
      message: expect.stringContaining("Its zone or firm was merged"),
    });
    const restore = { id: randomUUID(), kind: "zone", act: "restored", reason: "Two.", into: null };
    await write(reviewer, { retirements: [{ ...restore, subject: from }] });
    await requireValue(await undo(analyst, recorded));
  });

  test("of a claim on a firm in a zone that was merged since, and says so in the list", async () => {
    const { listOwnActs } = await import("../../lib/server/ledger/own-acts");
    const person = await newPerson("analyst");
    cookies.set(person.id, await signInAs(person));
    const zone = "rashakai-sez";
    const rows = await sql(
      database.url,
      `SELECT id FROM tenancy WHERE zone_slug = '${zone}' ORDER BY id LIMIT 2`,
    );
    const [subject = "", into = ""] = rows.map(({ id }) => String(id));
    const stage = newClaim({ zone, tenancy: subject, field: "tenancyStage", value: "mou" });
    const recorded = await write(person, { claims: [stage] });
    const merge = { id: randomUUID(), kind: "tenancy", act: "merged", reason: "Twice." };
    await write(reviewer, { retirements: [{ ...merge, subject, into }] });
    expect(await undo(person, recorded)).toMatchObject({
      ok: false,
      message: expect.stringContaining("Its zone or firm was merged"),
    });
    expect(await listOwnActs(person.id)).toMatchObject([{ hindrance: "moved" }]);
  });

  test("for acts of others, and for those that do not exist", async () => {
    const recorded = await write(analyst, { claims: [claim] });
    for (const revision of [recorded, 1, 999_999]) {
      expect(await undo(reviewer, revision)).toMatchObject({
        ok: false,
        message: "You did not make this revision.",
      });
    }
  });

  test("after somebody built on it", async () => {
    const recorded = await write(analyst, { claims: [claim] });
    const theirs = newClaim({ zone: "hub-sez", field: "jobs", value: value + 5000 });
    await write(reviewer, { claims: [theirs] });
    expect(await undo(analyst, recorded)).toMatchObject({
      ok: false,
      message: expect.stringContaining("Someone else has built on this"),
    });
    const other = newClaim({ zone: "hattar-sez", field: "jobs", value: 3 });
    const later = await write(analyst, { claims: [other] });
    const prefer = { claimId: other.id, kind: "preferred", reason: "Better." };
    await write(reviewer, { decisions: [prefer] });
    expect(await undo(analyst, later)).toMatchObject({ ok: false });
  });

  test("after a later own change of the same, until that is undone", async () => {
    const other = newClaim({ zone: "rashakai-sez", field: "jobs", value: 3 });
    const recorded = await write(reviewer, { claims: [other] });
    const prefer = { claimId: other.id, kind: "preferred", reason: "Better." };
    const decided = await write(reviewer, { decisions: [prefer] });
    expect(await undo(reviewer, recorded)).toMatchObject({
      ok: false,
      message: expect.stringContaining("Undo the later change first"),
    });
    await requireValue(await undo(reviewer, decided));
  });

  test("after a day", async () => {
    const old = newClaim({ zone: "bostan-sez", field: "jobs", value: 3 });
    const recorded = await write(analyst, { claims: [old] });
    vi.useFakeTimers({ now: Date.now() + 25 * 3_600_000, toFake: ["Date"] });
    try {
      const { undoAct } = await import("../../lib/server/ledger/undo");
      expect(await undoAct(recorded, by(analyst).actor)).toMatchObject({
        ok: false,
        issues: [{ message: expect.stringContaining("more than a day ago") }],
      });
    } finally {
      vi.useRealTimers();
    }
  });

  test.each(["visitor", "reader"] as const)("to a %s", async (who) => {
    const { undoOwnAct } = await import("../../app/admin/history/actions");
    requestHeaders =
      who === "visitor"
        ? headersFrom()
        : headersFrom({ cookie: await signInAs(await newPerson("reader")) });
    expect(await undoOwnAct({ revision: 1 })).toMatchObject({ ok: false });
  });

  test("from another site and for other input", async () => {
    const { undoOwnAct } = await import("../../app/admin/history/actions");
    const cookie = cookies.get(analyst.id);
    requestHeaders = headersFrom({ cookie, origin: "https://elsewhere.example" });
    expect(await undoOwnAct({ revision: 1 })).toMatchObject({ ok: false });
    requestHeaders = headersFrom({ cookie });
    for (const input of [undefined, null, 7, {}, { revision: "1" }, { revision: -1 }]) {
      expect(await undoOwnAct(input)).toMatchObject({ ok: false });
    }
  });
});

test("the list of own acts says which can be undone, and why others cannot", async () => {
  const { listOwnActs } = await import("../../lib/server/ledger/own-acts");
  const person = await newPerson("analyst");
  cookies.set(person.id, await signInAs(person));
  const own = newClaim({ zone: "bostan-sez", field: "areaAcres", value: 120 });
  const recorded = await write(person, { claims: [own] });
  expect(await listOwnActs(person.id)).toMatchObject([
    { revision: recorded, zones: ["bostan-sez"], claims: 1, decisions: 0, hindrance: null },
  ]);
  const undone = await requireValue(await undo(person, recorded));
  expect(await listOwnActs(person.id)).toMatchObject([
    { revision: undone, undoes: recorded, hindrance: null },
    { revision: recorded, hindrance: "undone" },
  ]);
});
