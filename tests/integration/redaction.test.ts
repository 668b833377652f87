import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { ROLES } from "../../lib/catalogue/roles";
import type { ActionResult } from "../../lib/contract/action-result";
import { TEXT_KINDS } from "../../lib/contract/redaction";
import { backupDatabase, restoreDatabase } from "../../scripts/lib/database-backup.mjs";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { get, getJson } from "../support/api";
import { withDatabase } from "../support/database-address";
import { createSource } from "../support/facts";
import { newClaim } from "../support/new-claim";
import { headersFrom, newPerson, signInAs, type TestPerson } from "../support/people";
import { sql } from "../support/sql";
import { listTablesWith as listWith } from "../support/tables-with";
import { testDatabase } from "../support/test-database";

process.env.AUTH_SECRET = "a secret of the tests, of more than 32 characters";

const database = testDatabase("seeded");

/** Headers of the request to the action under test. */
let requestHeaders = new Headers();
vi.mock("next/headers", () => ({ headers: async () => requestHeaders }));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const VISITORS = ["visitor", ...ROLES] as const;
type Visitor = (typeof VISITORS)[number] | "other reviewer";

const people = new Map<Visitor, TestPerson>();
const cookies = new Map<Visitor, string>();

beforeAll(async () => {
  for (const role of [...ROLES, "other reviewer"] as const) {
    const person = await newPerson(role === "other reviewer" ? "reviewer" : role);
    people.set(role, person);
    cookies.set(role, await signInAs(person));
  }
});

type Act = "requestTextRemoval" | "confirmTextRemoval" | "dismissTextRemoval";

/** Calls an action of the page as a visitor. */
async function act(
  visitor: Visitor,
  name: Act,
  input: unknown,
  origin?: string,
): Promise<ActionResult<unknown>> {
  const actions = await import("../../app/admin/history/actions");
  requestHeaders = headersFrom({
    cookie: cookies.get(visitor),
    ...(origin === undefined ? {} : { origin }),
  });
  return actions[name](input);
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const SENTENCE = /^This text was removed on \d{1,2} [A-Z][a-z]+ \d{4} \(personal data\)\.$/;

/** Records a claim with a note that nothing else has. */
async function record(part: Parameters<typeof newClaim>[0] = {}) {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const claim = newClaim({ note: `Call Mr X, “0300” ${randomUUID()}`, ...part });
  const result = await writeLedger({ author: "tester", purpose: "a test", claims: [claim] });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return claim;
}

async function findRequest(row: string): Promise<string> {
  const [request] = await sql(
    database.url,
    `SELECT id FROM redaction_request WHERE row_id = '${row}'`,
  );
  return String(request?.id);
}

/** Asks for a removal as a reviewer, and confirms it as another. */
async function remove(kind: (typeof TEXT_KINDS)[number], row: string): Promise<void> {
  const asked = await act("reviewer", "requestTextRemoval", { kind, row, reason: "personal-data" });
  expect(asked).toEqual({ ok: true, value: null });
  const answer = await act("other reviewer", "confirmTextRemoval", await findRequest(row));
  expect(answer).toMatchObject({ ok: true });
}

const listTablesWith = (words: string) => listWith(database.url, words);

describe("the database", () => {
  let claim: string;
  let note: string;
  beforeEach(async () => {
    const recorded = await record();
    claim = recorded.id;
    note = String(recorded.note);
  });

  /** A row of `redaction`, as plain SQL. */
  const insertRedaction = (values: Record<string, string> = {}) => {
    const row: Record<string, string> = {
      table_name: "'claim'",
      column_name: "'note'",
      row_id: `'${claim}'`,
      revision_id: "1",
      sha256: `'${hash(note)}'`,
      reason: "'abuse'",
      requested_by: "'A'",
      requested_by_id: "'a'",
      requested_at: "now()",
      confirmed_by: "'B'",
      confirmed_by_id: "'b'",
      ...values,
    };
    return `INSERT INTO redaction (${Object.keys(row)}) VALUES (${Object.values(row)})`;
  };
  const sentence = (column = "note") =>
    `(SELECT redaction_sentence('${column}', removed_at, reason) FROM redaction WHERE row_id = '${claim}')`;
  const update = (set = `note = ${sentence()}`) => `UPDATE claim SET ${set} WHERE id = '${claim}'`;

  test("replaces a text that a redaction names", async () => {
    await sql(database.adminUrl, "BEGIN", insertRedaction(), update(), "COMMIT");
    const [row] = await sql(database.url, `SELECT note FROM claim WHERE id = '${claim}'`);
    expect(row?.note).toMatch(/^This text was removed on .* \(abuse\)\.$/);
  });

  const REFUSED: readonly [string, () => readonly string[]][] = [
    ["without a redaction", () => [update("note = 'Something else'")]],
    ["with another hash", () => [insertRedaction({ sha256: `'${hash("x")}'` }), update()]],
    ["with another sentence", () => [insertRedaction(), update("note = 'Something else'")]],
    ["by nothing", () => [insertRedaction(), update("note = NULL")]],
    ["with another column", () => [insertRedaction(), update(`note = ${sentence()}, value = '1'`)]],
    ["in another column", () => [insertRedaction(), update(`locator = ${sentence()}`)]],
    [
      "in another row",
      () => [
        insertRedaction(),
        `UPDATE claim SET note = ${sentence()} WHERE id <> '${claim}' AND note IS NOT NULL`,
      ],
    ],
    [
      "of another redaction's reason",
      () => [insertRedaction(), update(`note = replace(${sentence()}, 'abuse', 'confidential')`)],
    ],
    ["by deleting the row", () => [insertRedaction(), `DELETE FROM claim WHERE id = '${claim}'`]],
  ];

  test.each(REFUSED)("refuses to change a text %s", async (_, statements) => {
    const before = await sql(database.url, "SELECT * FROM claim ORDER BY id");
    for (const asReplica of [[], ["SET session_replication_role = replica"]]) {
      await expect(
        sql(database.adminUrl, ...asReplica, "BEGIN", ...statements(), "COMMIT"),
      ).rejects.toThrow("append-only");
    }
    expect(await sql(database.url, "SELECT * FROM claim ORDER BY id")).toEqual(before);
  });

  test("refuses to change a removed text again", async () => {
    await sql(database.adminUrl, "BEGIN", insertRedaction(), update(), "COMMIT");
    await expect(sql(database.adminUrl, update("note = 'Put back'"))).rejects.toThrow(
      "append-only",
    );
    await expect(sql(database.ownerUrl, insertRedaction())).rejects.toThrow("redaction_pkey");
    for (const statement of [
      "UPDATE redaction SET reason = 'abuse'",
      "DELETE FROM redaction",
      "TRUNCATE redaction",
    ]) {
      await expect(
        sql(database.adminUrl, "SET session_replication_role = replica", statement),
      ).rejects.toThrow("append-only");
    }
  });

  test.each([
    ["one person alone", { confirmed_by_id: "'a'" }, "redaction_two_people_check"],
    [
      "one person alone, without an account",
      { confirmed_by: "' a'", confirmed_by_id: "NULL" },
      "redaction_two_people_check",
    ],
    ["a value", { column_name: "'value'" }, "redaction_place_check"],
    ["a date", { column_name: "'as_of'" }, "redaction_place_check"],
    [
      "the purpose of a revision",
      { table_name: "'revision'", column_name: "'purpose'" },
      "_place_",
    ],
    ["a zone", { table_name: "'zone'", column_name: "'name'" }, "redaction_place_check"],
    ["a free reason", { reason: "'because'" }, "redaction_reason_check"],
  ])("refuses a redaction of %s", async (_, values, message) => {
    await expect(sql(database.ownerUrl, insertRedaction(values))).rejects.toThrow(message);
  });

  test("refuses a redaction whose text stays", async () => {
    await expect(sql(database.ownerUrl, insertRedaction())).rejects.toThrow(
      "did not replace its text",
    );
    await expect(
      sql(database.ownerUrl, insertRedaction({ row_id: `'${randomUUID()}'` })),
    ).rejects.toThrow("did not replace its text");
  });

  test("removes nothing that no request names, and does not let requests be rewritten", async () => {
    const call = (request: string, confirmedBy = "b") =>
      `SELECT remove_text('${request}', 1, 'B', '${confirmedBy}')`;
    await expect(sql(database.url, call(randomUUID()))).rejects.toThrow("no request");
    const place = { kind: "claim.note", row: claim, reason: "abuse" };
    await act("reviewer", "requestTextRemoval", place);
    const id = await findRequest(claim);
    await expect(
      sql(
        database.ownerUrl,
        `INSERT INTO redaction_request (id, table_name, column_name, row_id, sha256, reason, requested_by, requested_by_id)
         SELECT '${randomUUID()}', 'claim', 'locator', '${claim}', text_sha256('another text'), 'abuse', 'A', 'a'`,
        `SELECT remove_text(id, 1, 'B', 'b') FROM redaction_request WHERE column_name = 'locator'`,
      ),
    ).rejects.toThrow("not the text");
    await expect(
      sql(
        database.adminUrl,
        `UPDATE redaction_request SET requested_by_id = 'x' WHERE id = '${id}'`,
      ),
    ).rejects.toThrow("append-only");
    await expect(sql(database.url, call(id, people.get("reviewer")?.id))).rejects.toThrow(
      "redaction_two_people_check",
    );
    await sql(database.url, "DELETE FROM redaction_request");
  });

  test("removes with a request no audit entry and no file that lacks its text", async () => {
    const { makeRelease } = await import("../../lib/server/releases/make-release");
    const order = { asOf: null, notes: null, by: "tester", anyway: true, dryRun: false };
    expect(await makeRelease(order)).toMatchObject({ ok: true });
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const reason = `Mr X says so ${randomUUID()}`;
    const decided = await writeLedger({
      author: "A",
      actor: { id: "a", name: "A", address: null },
      purpose: "1 decision",
      decisions: [{ claimId: claim, kind: "deprecated", reason }],
    });
    expect(decided).toMatchObject({ ok: true });
    const [decision] = await sql(
      database.url,
      `SELECT id FROM decision WHERE claim_id = '${claim}' AND kind = 'deprecated'`,
    );
    const row = String(decision?.id);
    const listOthers = () =>
      sql(
        database.url,
        `SELECT 'decision' AS name, id::text, reason AS text FROM decision WHERE id <> ${row}
         UNION ALL SELECT 'claim', id::text, note FROM claim
         UNION ALL SELECT 'audit', id::text, detail::text FROM audit_entry WHERE revision_id <> (SELECT revision_id FROM decision WHERE id = ${row})
         UNION ALL SELECT 'file', release_number || name, sha256 FROM release_file ORDER BY 1, 2`,
      );
    await act("reviewer", "requestTextRemoval", { kind: "decision.reason", row, reason: "abuse" });
    const before = await listOthers();
    const request = await findRequest(row);
    const removed = await sql(database.url, `SELECT remove_text('${request}', 1, 'B', 'b') AS n`);
    expect(removed).toEqual([{ n: 2 }]);
    expect(await listTablesWith(reason)).toEqual([]);
    // The entry about the request is of no revision.
    expect(await listOthers()).toEqual(before);
  });
});

describe("a removed text", () => {
  test("is gone from what was sent for review, also as it was before the reviewer changed it", async () => {
    const secret = `Call "Mr X" \\ 0300 ${randomUUID()}`;
    const first = `As sent: ${secret}`;
    const claim = await record({ note: secret });
    const other = newClaim({ note: secret, value: "operational" });
    const submissions = [
      { id: claim.id, claims: [{ ...claim, note: first }], changed: [claim], state: "accepted" },
      { id: other.id, claims: [other], changed: null, state: "withdrawn" },
    ];
    const literal = (value: unknown) => `'${JSON.stringify(value)}'::jsonb`;
    for (const { id, claims, changed, state } of submissions) {
      await sql(
        database.url,
        `INSERT INTO submission (id, author_id, author_name, request, changed, state, revision_id)
         VALUES ('${id}', 'a', 'A', ${literal({ claims })}, ${changed ? literal({ claims: changed }) : "NULL"},
           '${state}', ${state === "accepted" ? "1" : "NULL"})`,
      );
    }
    await remove("claim.note", claim.id);
    expect(await listTablesWith(secret.slice(-36))).toEqual([]);
    const rows = await sql(
      database.url,
      `SELECT request #>> '{claims,0,note}' AS sent, changed #>> '{claims,0,note}' AS changed,
         request #>> '{claims,0,field}' AS field FROM submission WHERE id IN ('${claim.id}', '${other.id}')
       ORDER BY changed`,
    );
    const sentence = expect.stringMatching(SENTENCE);
    expect(rows).toEqual([
      { sent: sentence, changed: sentence, field: claim.field },
      { sent: sentence, changed: null, field: other.field },
    ]);
  });

  test("is gone everywhere: pages, API, files, releases, audit and past days", async () => {
    const secret = `Call Mr X, “0300”, ${randomUUID()}`;
    const claim = await record({ note: secret, locator: "p. 4" });
    const { makeRelease } = await import("../../lib/server/releases/make-release");
    const order = { asOf: null, notes: null, by: "tester", anyway: true, dryRun: false };
    const made = await makeRelease(order);
    if (!made.ok) throw new Error(made.message);
    const { number } = made.release;
    const fileNames = made.release.files.map(({ name }) => name);
    const before = await get("zones/rashakai-sez/claims");
    const etag = before.headers.get("etag") ?? "";
    const past = `zones/rashakai-sez/claims?knownOn=r${made.release.revision}`;
    const pastTag = (await get(past)).headers.get("etag") ?? "";
    expect(await (await get(past)).text()).toContain(secret);
    expect(await (await get(`releases/${number}/claims.csv`)).text()).toContain(secret);
    const listCounts = async () =>
      (await getJson<{ data: { counts: object }[] }>("releases")).data.map(({ counts }) => counts);
    const hasSecret = async () => {
      const archive = await get(`releases/${number}/package.zip`);
      return Buffer.from(await archive.arrayBuffer()).includes(secret);
    };
    expect(await hasSecret()).toBe(true);
    const [countedBefore] = await listCounts();
    const listTag = (await get("releases")).headers.get("etag") ?? "";

    await remove("claim.note", claim.id);

    expect(await listTablesWith(secret)).toEqual([]);
    for (const [address, tag] of [
      ["zones/rashakai-sez/claims", etag],
      [past, pastTag],
      ["releases", listTag],
    ] as const) {
      const answer = await get(address, { headers: { "if-none-match": tag } });
      expect(answer.status, address).toBe(200);
      expect(await answer.text(), address).not.toContain(secret);
    }
    const { data } = await getJson<{ data: { id: string; note: string; locator: string }[] }>(past);
    const shown = data.find(({ id }) => id === claim.id);
    expect(shown).toMatchObject({ note: expect.stringMatching(SENTENCE), locator: "p. 4" });

    expect(await hasSecret()).toBe(false);
    const file = await get(`releases/${number}/claims.csv`);
    expect(file.status).toBe(410);
    expect(await file.json()).toMatchObject({
      code: "file-withdrawn",
      detail: expect.stringContaining("This file contained a text that was removed on"),
    });
    const { data: releases } = await getJson<{
      data: { number: string; files: { name: string }[] }[];
    }>("releases");
    const left = releases.find((one) => one.number === number)?.files.map(({ name }) => name) ?? [];
    const withdrawn = fileNames.filter((name) => !left.includes(name));
    // What packs its texts goes with them.
    for (const name of ["claims.csv", "claims.parquet", "registry.sqlite", "zones.xlsx"]) {
      expect(withdrawn).toContain(name);
    }
    expect(withdrawn).not.toContain("zones.csv");
    // The table is gone, what was in it can still be counted.
    expect((await listCounts())[0]).toEqual(countedBefore);
  });

  test("is a revision of its own, with author, reason and hash", async () => {
    const claim = await record();
    const [before] = await sql(database.url, "SELECT max(id) AS last FROM revision");
    await remove("claim.note", claim.id);
    const [row] = await sql(
      database.url,
      `SELECT redaction.*, revision.author, revision.id = ${before?.last} + 1 AS next
       FROM redaction JOIN revision ON revision.id = revision_id WHERE row_id = '${claim.id}'`,
    );
    expect(row).toMatchObject({
      sha256: hash(String(claim.note)),
      reason: "personal-data",
      requested_by: people.get("reviewer")?.name,
      confirmed_by: people.get("other reviewer")?.name,
      author: people.get("other reviewer")?.name,
      next: true,
    });
    const audit = await sql(
      database.url,
      `SELECT actor_name, action, detail FROM audit_entry WHERE subject = 'claim.note ${claim.id}' ORDER BY id`,
    );
    expect(audit).toEqual([
      {
        actor_name: people.get("reviewer")?.name,
        action: "removal-requested",
        detail: { reason: "personal-data" },
      },
      {
        actor_name: people.get("other reviewer")?.name,
        action: "text-removed",
        detail: expect.objectContaining({ sha256: hash(String(claim.note)), places: 1 }),
      },
    ]);
  });

  test("of a decision is also removed from other decisions of the write and from the audit", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const [one, other] = [await record(), await record({ zone: "hattar-sez" })];
    const reason = `Mr X of 12 Mall Road says so ${randomUUID()}`;
    const result = await writeLedger({
      author: "A",
      actor: { id: "a", name: "A", address: null },
      purpose: "2 decisions",
      decisions: [one, other].map(({ id }) => ({ claimId: id, kind: "deprecated", reason })),
    });
    expect(result.ok).toBe(true);
    expect((await listTablesWith(reason)).sort()).toEqual(["audit_entry", "decision"]);
    const { listRemovableTexts } = await import("../../lib/server/redaction/removable-texts");
    const texts = await listRemovableTexts({ kind: "claim", id: one.id });
    const text = texts.find(({ kind }) => kind === "decision.reason");
    expect(text).toMatchObject({ text: reason, copies: { ledger: 1, audit: 2, files: [] } });
    await remove("decision.reason", String(text?.row));
    expect(await listTablesWith(reason)).toEqual([]);
  });

  test("of a claim is also removed from its copy in the zone that it was merged into, and from no other claim", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const [from, into] = ["merged", "stays"].map((word) => `${word}-${randomUUID().slice(0, 8)}`);
    if (!from || !into) throw new Error("There are no names.");
    const zones = [from, into].map((slug, i) => ({ slug, order: 900 + i }));
    const listNeeded = ({ slug: zone }: { slug: string }) => [
      newClaim({ zone, field: "name", value: zone }),
      newClaim({ zone, field: "cohort", value: "unconfirmed", asOf: "2026-10-01" }),
    ];
    const actor = { id: "a", name: "A", address: null };
    const by = { author: "A", actor, purpose: "a test" };
    const subjects = { zones, sources: [], tenancies: [], events: [], context: [] };
    const made = await writeLedger({ ...by, subjects, claims: zones.flatMap(listNeeded) });
    expect(made).toMatchObject({ ok: true });
    const secret = `Call Mr X, 0300 ${randomUUID()}`;
    const quotation = { text: `${secret} quoted`, lang: "en" };
    const claim = await record({ zone: from, field: "jobs", value: 5, note: secret, quotation });
    const other = await record({ zone: from, field: "areaAcres", value: 5, note: secret });
    const kinds = { kind: "zone", act: "merged" } as const;
    const merge = { ...kinds, id: randomUUID(), reason: "Twice.", subject: from, into };
    expect(await writeLedger({ ...by, retirements: [merge] })).toMatchObject({ ok: true });
    const countNotes = async (column: string, words: string) =>
      sql(
        database.url,
        `SELECT zone_slug, field FROM claim WHERE ${column} = '${words}' ORDER BY field, zone_slug`,
      );
    expect(await countNotes("note", secret)).toHaveLength(4);
    const { listRemovableTexts } = await import("../../lib/server/redaction/removable-texts");
    const texts = await listRemovableTexts({ kind: "claim", id: claim.id });
    expect(texts.find(({ kind }) => kind === "claim.note")).toMatchObject({
      copies: { ledger: 1 },
    });
    await remove("claim.note", claim.id);
    await remove("claim.quotation", claim.id);
    expect(await countNotes("quotation", quotation.text)).toEqual([]);
    expect(await countNotes("note", secret)).toEqual([
      { zone_slug: from, field: other.field },
      { zone_slug: into, field: other.field },
    ]);
  });

  test("of a source is removed from all its versions, and its link has no sentence", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const sourceId = "pid-2026-01-16";
    const secret = `https://example.org/${randomUUID()}`;
    const change = (parts: object, reason = "A test") =>
      writeLedger({
        author: "A",
        actor: { id: "a", name: "A", address: null },
        purpose: "a test",
        sourceChange: { id: randomUUID(), sourceId, reason, parts },
      });
    await change({ url: secret });
    await change({ title: "Mr X’s letter" }, `Mr X asked ${secret}`);
    await change({ url: "https://example.org/new", title: "A letter" });
    const { listRemovableTexts } = await import("../../lib/server/redaction/removable-texts");
    for (const wanted of [`Mr X asked ${secret}`, secret, "Mr X’s letter"]) {
      const texts = await listRemovableTexts({ kind: "source", id: sourceId });
      const text = texts.filter((one) => one.text === wanted);
      expect(text).toHaveLength(1);
      await remove(text[0]?.kind ?? "claim.note", String(text[0]?.row));
      expect(await listTablesWith(wanted)).toEqual([]);
      const again = { kind: text[0]?.kind, row: text[0]?.row, reason: "abuse" };
      expect(await act("reviewer", "requestTextRemoval", again)).toMatchObject({
        message: expect.stringContaining("already removed"),
      });
    }
    const answer = await (await get(`sources/${sourceId}`)).text();
    expect(answer).not.toContain(secret);
    const { data } = await getJson<{ data: unknown }>(`sources/${sourceId}`);
    expect(data).toMatchObject({ title: "A letter", url: "https://example.org/new" });
  });

  test("does not stop the claim from being sent again", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const claim = await record({
      locator: "Mr X’s desk",
      quotation: { text: `I am Mr X ${randomUUID()}`, lang: "en" },
    });
    const write = { author: "tester", purpose: "a test" };
    for (const kind of ["claim.note", "claim.quotation", "claim.locator"] as const) {
      await remove(kind, claim.id);
      expect(await writeLedger({ ...write, claims: [claim] }), kind).toMatchObject({ recorded: 0 });
    }
    const changed = { ...claim, locator: "p. 9" };
    expect(await writeLedger({ ...write, claims: [changed] })).toMatchObject({
      code: "claim-id-reused",
    });
  });

  test("is not published again by a change of the source, or by a source sent again", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const id = `letter-${randomUUID()}`;
    const secret = `Mr X’s letter ${randomUUID()}`;
    const archivedUrl = `https://archive.example/${randomUUID()}`;
    const url = "https://example.org/letter";
    const source = createSource({ id, title: secret, url, publishedOn: "2026-01-16", archivedUrl });
    const write = { author: "data set", purpose: "a test" };
    const subjects = { zones: [], sources: [source], tenancies: [], events: [], context: [] };
    expect(await writeLedger({ ...write, subjects })).toMatchObject({ recorded: 1 });
    await remove("source.title", id);
    await remove("source.archived_url", id);
    expect(await writeLedger({ ...write, subjects })).toMatchObject({ recorded: 0 });
    const sourceChange = {
      id: randomUUID(),
      sourceId: id,
      reason: "A test",
      parts: { title: secret, archivedUrl, publisher: "Another paper" },
    };
    for (const recorded of [1, 0]) {
      expect(await writeLedger({ ...write, sourceChange })).toMatchObject({ recorded });
    }
    expect(await listTablesWith(secret)).toEqual([]);
    expect(await listTablesWith(archivedUrl)).toEqual([]);
  });

  test("survives a backup, and db:verify finds one that is not gone", async () => {
    const claim = await record();
    await remove("claim.note", claim.id);
    const { listRedactionDifferences } = await import("../../lib/server/redaction/redactions");
    expect(await listRedactionDifferences()).toEqual([]);
    const folder = createTemporaryFolder("redaction");
    const { ownerUrl: serverUrl, adminUrl } = inject("databaseServer");
    await sql(adminUrl, "CREATE DATABASE redacted_copy OWNER tracker");
    try {
      await backupDatabase(database.ownerUrl, `${folder.dir}/a.backup`);
      const copy = withDatabase(serverUrl, "redacted_copy");
      await restoreDatabase(copy, `${folder.dir}/a.backup`);
      const read = `SELECT sha256, note FROM redaction JOIN claim ON id::text = row_id
        WHERE row_id = '${claim.id}'`;
      expect(await sql(copy, read)).toEqual(await sql(database.url, read));
    } finally {
      await sql(adminUrl, "DROP DATABASE redacted_copy WITH (FORCE)");
      folder.remove();
    }
    // Only the owner of the tables can put the text back.
    await sql(
      database.adminUrl,
      "ALTER TABLE claim DISABLE TRIGGER claim_append_only",
      `UPDATE claim SET note = 'Put back' WHERE id = '${claim.id}'`,
    );
    expect(await listRedactionDifferences()).toEqual([
      expect.stringContaining(`claim note ${claim.id}: the text is not removed`),
    ]);
    await sql(
      database.adminUrl,
      `UPDATE claim SET note = redaction_sentence('note', removed_at, reason) FROM redaction
       WHERE row_id = claim.id::text AND claim.id = '${claim.id}'`,
      "ALTER TABLE claim ENABLE ALWAYS TRIGGER claim_append_only",
    );
  });
});

test("a page of removed texts lists a bounded number of texts and requests, and none for an id that cannot be stored", async () => {
  const { listOpenRemovals, listRemovableTexts } = await import(
    "../../lib/server/redaction/removable-texts"
  );
  for (const id of ["\0", "\ud800", randomUUID()]) {
    expect(await listRemovableTexts({ kind: "claim", id })).toEqual([]);
    expect(await listRemovableTexts({ kind: "source", id })).toEqual([]);
  }
  const claim = await record();
  await sql(
    database.ownerUrl,
    `INSERT INTO decision (revision_id, claim_id, kind, reason)
     SELECT 1, '${claim.id}', 'deprecated', 'Reason ' || i FROM generate_series(1, 130) AS i`,
    `INSERT INTO redaction_request (id, table_name, column_name, row_id, sha256, reason, requested_by, requested_by_id)
     SELECT gen_random_uuid(), 'decision', 'reason', id::text, text_sha256(reason), 'abuse', 'A', 'a'
     FROM decision WHERE claim_id = '${claim.id}' AND reason IS NOT NULL`,
  );

  const texts = await listRemovableTexts({ kind: "claim", id: claim.id });

  const reasons = texts.filter(({ kind }) => kind === "decision.reason").map(({ text }) => text);
  expect(reasons).toEqual(Array.from({ length: 100 }, (_, i) => `Reason ${i + 31}`));
  expect(await listOpenRemovals()).toHaveLength(100);

  const [last] = await sql(
    database.url,
    "SELECT id FROM redaction_request ORDER BY requested_at DESC LIMIT 1",
  );
  expect(await listOpenRemovals(String(last?.id))).toMatchObject([{ id: last?.id }]);

  await sql(database.ownerUrl, "DELETE FROM redaction_request");
}, 60_000);

describe("the instances", () => {
  test("that follow the ledger are told that any zone can have changed", async () => {
    const { registryStore } = await import("../../lib/server/registry/store");
    const claim = await record();
    await registryStore().current();
    const told: (readonly string[] | null)[] = [];
    const unfollow = registryStore().follow({
      revision: (_, zones) => told.push(zones),
      listening: () => {},
    });
    await remove("claim.note", claim.id);
    unfollow();
    expect(told).toEqual([null]);
    const { facts } = await registryStore().current();
    expect(facts.claims.find(({ id }) => id === claim.id)?.note).toMatch(SENTENCE);
  });
});

describe("the actions", () => {
  const place = async () => ({
    kind: "claim.note",
    row: (await record()).id,
    reason: "abuse",
  });

  test.each(VISITORS)("are allowed or forbidden to a %s by their role", async (visitor) => {
    const input = await place();
    const isAllowed = visitor === "reviewer" || visitor === "admin";
    const expected = isAllowed
      ? { ok: true }
      : { ok: false, issues: [], signedOut: visitor === "visitor" };
    expect(await act(visitor, "requestTextRemoval", input)).toMatchObject(expected);
    if (!isAllowed) await act("other reviewer", "requestTextRemoval", input);
    const id = await findRequest(input.row);
    const confirmed = await act(visitor, "confirmTextRemoval", id);
    // Their own request, which somebody else has to confirm.
    expect(confirmed).toMatchObject(isAllowed ? { ok: false, signedOut: false } : expected);
    const [row] = await sql(database.url, `SELECT note FROM claim WHERE id = '${input.row}'`);
    expect(row?.note).toContain("Mr X");
    expect(await act(visitor, "dismissTextRemoval", id)).toMatchObject(expected);
    const left = await sql(database.url, `SELECT FROM redaction_request WHERE id = '${id}'`);
    expect(left).toHaveLength(isAllowed ? 0 : 1);
    for (const name of [
      "requestTextRemoval",
      "confirmTextRemoval",
      "dismissTextRemoval",
    ] as const) {
      const sent = name === "requestTextRemoval" ? input : id;
      expect(await act(visitor, name, sent, "https://elsewhere.example")).toMatchObject({
        ok: false,
        message: expect.stringContaining("another site"),
      });
    }
  });

  test("need another reviewer or an admin to confirm a request", async () => {
    const input = await place();
    await act("reviewer", "requestTextRemoval", input);
    const id = await findRequest(input.row);
    expect(await act("reviewer", "confirmTextRemoval", id)).toMatchObject({
      ok: false,
      message: expect.stringContaining("another reviewer or admin"),
    });
    expect(await act("admin", "confirmTextRemoval", id)).toEqual({ ok: true, value: 1 });
    expect(await act("admin", "confirmTextRemoval", id)).toMatchObject({
      ok: false,
      message: expect.stringContaining("closed"),
    });
  });

  test("let the operator confirm on the machine, and the record says so", async () => {
    const { confirmRemoval } = await import("../../lib/server/redaction/redactions");
    const input = await place();
    await act("reviewer", "requestTextRemoval", input);
    const id = await findRequest(input.row);
    const confirm = (name: string) => confirmRemoval(id, { id: null, name, address: null });
    const asker = String(people.get("reviewer")?.name);
    expect(await confirm(` ${asker.toUpperCase()}`)).toMatchObject({ ok: false });
    expect(await confirm("Olga Operator")).toEqual({ ok: true, value: 1 });
    const [row] = await sql(
      database.url,
      `SELECT confirmed_by, confirmed_by_id FROM redaction WHERE row_id = '${input.row}'`,
    );
    expect(row).toEqual({ confirmed_by: "Olga Operator", confirmed_by_id: null });
  });

  test("refuse a second request, one for a removed text and one for no text", async () => {
    const input = await place();
    expect(await act("reviewer", "requestTextRemoval", input)).toMatchObject({ ok: true });
    expect(await act("admin", "requestTextRemoval", input)).toMatchObject({ ok: false });
    await act("admin", "confirmTextRemoval", await findRequest(input.row));
    expect(await act("admin", "requestTextRemoval", input)).toMatchObject({
      message: expect.stringContaining("already removed"),
    });
    for (const row of [randomUUID(), "not an id", "'; DROP TABLE claim", "\0"]) {
      expect(await act("admin", "requestTextRemoval", { ...input, row })).toMatchObject({
        message: expect.stringContaining("no text there"),
      });
    }
  });

  test.each([
    undefined,
    null,
    {},
    [[]],
    { kind: "claim.value", row: "x", reason: "abuse" },
    { kind: "user.email", row: "x", reason: "abuse" },
    { kind: "claim.note", row: "x", reason: "because" },
    { kind: "claim.note", row: { not: "" }, reason: "abuse" },
    { kind: "claim.note", row: "x", reason: "abuse", requestedById: "x" },
  ])("reject %j", async (input) => {
    for (const name of [
      "requestTextRemoval",
      "confirmTextRemoval",
      "dismissTextRemoval",
    ] as const) {
      expect(await act("admin", name, input)).toMatchObject({ ok: false });
    }
  });
});

test("the list of texts is the same in the code, in the database's rule and in its view", async () => {
  const rows = await sql(
    database.url,
    `SELECT table_name || '.' || column_name AS kind FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'removable_text'
       AND (is_redactable(table_name, column_name) OR is_redactable(table_name, column_name || '.0'))`,
  );
  expect(rows.map(({ kind }) => kind).sort()).toEqual([...TEXT_KINDS].sort());
  const viewed = await sql(
    database.ownerUrl,
    "SELECT table_name FROM information_schema.view_table_usage WHERE view_name = 'removable_text'",
  );
  const tables = TEXT_KINDS.map((kind) => kind.split(".")[0]);
  expect(viewed.map(({ table_name }) => table_name)).toEqual(expect.arrayContaining(tables));
});

afterAll(async () => {
  const { registryStore } = await import("../../lib/server/registry/store");
  await registryStore().stop();
});

test("a removal waits for a release that is being made, so that it finds the text in its files", async () => {
  const { db, LOCKS } = await import("../../lib/server/database/db");
  const claim = await record();
  const asked = { kind: "claim.note", row: claim.id, reason: "personal-data" };
  await act("reviewer", "requestTextRemoval", asked);
  const id = await findRequest(claim.id);
  let isRemoved = false;
  let removal: Promise<unknown> = Promise.resolve();
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOCKS.releases})::text`;
    removal = act("other reviewer", "confirmTextRemoval", id).then((answer) => {
      isRemoved = true;
      return answer;
    });
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(isRemoved).toBe(false);
  });
  expect(await removal).toMatchObject({ ok: true });
});
