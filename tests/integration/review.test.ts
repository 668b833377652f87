import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET as getChanges } from "../../app/api/v1/changes.atom/route";
import { POST } from "../../app/api/v1/claims/route";
import { PATCH as patchFigure } from "../../app/api/v1/context/[key]/route";
import { POST as postFigure } from "../../app/api/v1/context/route";
import { POST as postDecisions } from "../../app/api/v1/decisions/route";
import { PATCH as patchEvent } from "../../app/api/v1/events/[id]/route";
import { POST as postEvent } from "../../app/api/v1/events/route";
import { PATCH as patchFirm } from "../../app/api/v1/firms/[id]/route";
import { POST as postFirm } from "../../app/api/v1/firms/route";
import { POST as postRetirement } from "../../app/api/v1/retirements/route";
import { POST as changeSource } from "../../app/api/v1/sources/[id]/route";
import { POST as postSource } from "../../app/api/v1/sources/route";
import { GET as getSubmission } from "../../app/api/v1/submissions/[id]/route";
import { GET as listSubmissions } from "../../app/api/v1/submissions/route";
import { POST as postTenancy } from "../../app/api/v1/tenancies/route";
import type { ActionResult } from "../../lib/contract/action-result";
import type { NewClaim } from "../../lib/server/ledger/types";
import { get } from "../support/api";
import { newClaim } from "../support/new-claim";
import { headersFrom, newPerson, signInAs, type TestPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

process.env.REVIEW_REQUIRED = "all";
const database = testDatabase("seeded");

let requestHeaders = new Headers();
vi.mock("next/headers", () => ({ headers: async () => requestHeaders }));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const people = new Map<string, { person: TestPerson; cookie: string }>();

beforeAll(async () => {
  for (const role of ["reader", "analyst", "reviewer", "admin"] as const) {
    const person = await newPerson(role);
    people.set(role, { person, cookie: await signInAs(person) });
  }
  const other = await newPerson("analyst");
  people.set("other analyst", { person: other, cookie: await signInAs(other) });
});

const headersOf = (who: string) => headersFrom({ cookie: people.get(who)?.cookie });
const nameOf = (who: string) => people.get(who)?.person.name;

const post = (who: string, claims: readonly NewClaim[], sources?: readonly object[]) =>
  send(POST, who, { claims, ...(sources ? { sources } : {}) });

async function send(
  route: typeof POST,
  who: string,
  body: object,
  params: Record<string, string> = {},
) {
  const headers = headersOf(who);
  headers.set("content-type", "application/json");
  const request = new Request("http://localhost:3000/api/v1/claims", {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  const response = await route(request, { params: Promise.resolve(params) });
  return {
    status: response.status,
    location: response.headers.get("location"),
    ...(await response.json()),
  };
}

async function act(name: string, who: string, input: unknown): Promise<ActionResult<unknown>> {
  const actions: Record<string, (input: unknown) => Promise<ActionResult<unknown>>> = await import(
    "../../app/admin/work/actions"
  );
  const action = actions[name];
  if (!action) throw new Error(`There is no action ${name}.`);
  requestHeaders = headersOf(who);
  return action(input);
}

async function read(who: string, id: string) {
  const request = new Request(`http://localhost:3000/api/v1/submissions/${id}`, {
    headers: headersOf(who),
  });
  const response = await getSubmission(request, { params: Promise.resolve({ id }) });
  return { status: response.status, ...(await response.json()) };
}

let word = "";
let claim = newClaim();
beforeEach(() => {
  word = `Secret${randomUUID().slice(0, 8)}`;
  claim = newClaim({
    zone: "hub-sez",
    field: "jobs",
    value: 100 + Math.floor(Math.random() * 1e6),
    note: `${word} in a note`,
    quotation: { text: `${word} in a quotation`, lang: "en" },
  });
});

describe("claims of an analyst", () => {
  test("wait once with 202 and an address, and are in no table of the ledger", async () => {
    const source = {
      id: `src-${word.toLowerCase()}`,
      title: `${word} title`,
      publisher: word,
      url: null,
      publishedOn: null,
      kind: "news",
    };
    const sent = { ...claim, sourceId: source.id };
    const before = await sql(database.url, "SELECT max(id) AS last FROM revision");
    const answer = await post("analyst", [sent], [source]);
    expect(answer).toMatchObject({
      status: 202,
      recorded: 0,
      location: `/api/v1/submissions/${claim.id}`,
      submission: { id: claim.id },
    });
    expect(await post("analyst", [sent], [source])).toMatchObject({ status: 202 });
    expect(await post("analyst", [{ ...sent, value: 1 }], [source])).toMatchObject({
      status: 409,
      code: "claim-id-reused",
    });
    expect(await sql(database.url, "SELECT max(id) AS last FROM revision")).toEqual(before);
    const tables = ["claim", "source", "decision", "revision", "zone", "event", "source_version"];
    for (const table of tables) {
      const rows = await sql(
        database.url,
        `SELECT count(*)::int AS n FROM ${table} AS t WHERE to_jsonb(t)::text ILIKE '%${word}%'`,
      );
      expect(rows, table).toEqual([{ n: 0 }]);
    }
  });

  test("are in no public answer, file, search or feed", async () => {
    await post("analyst", [claim]);
    for (const address of [
      "zones",
      "zones/hub-sez",
      "zones/hub-sez/claims",
      "zones.csv",
      "zones.geojson",
      "tables/evidence.json?limit=1000",
      "sources",
      "changes",
      "rows",
      `search?q=${word}`,
      "openapi.json",
    ]) {
      const response = await get(address);
      expect(response.status, address).toBe(200);
      const text = (await response.text()).replaceAll(`q=${word}`, "").replace(`"q":"${word}"`, "");
      expect(text.includes(`${word} in`), address).toBe(false);
      expect(text.includes(claim.id), address).toBe(false);
    }
    const feed = await getChanges(new Request("http://localhost:3000/api/v1/changes.atom"), {
      params: Promise.resolve({}),
    });
    expect(await feed.text()).not.toContain(word);
  });

  test("are refused at once if the ledger would refuse them", async () => {
    expect(await post("analyst", [{ ...claim, value: -1 }])).toMatchObject({ status: 422 });
    expect(await post("analyst", [{ ...claim, basedOn: randomUUID() }])).toMatchObject({
      status: 409,
    });
    expect(await read("reviewer", claim.id)).toMatchObject({ status: 404 });
  });

  test("on a firm that is new in the zone wait once", async () => {
    const tenancy = "hub-sez--mu-works";
    const stage = newClaim({ zone: "hub-sez", tenancy, field: "tenancyStage", value: "mou" });
    const body = { zone: "hub-sez", firm: "Mu Works", claims: [stage] };
    const first = await send(postTenancy, "analyst", body);
    expect(first).toMatchObject({ status: 202, submission: { id: stage.id } });
    expect(await send(postTenancy, "analyst", body)).toEqual(first);
  });

  test("of a reviewer do not wait", async () => {
    expect(await post("reviewer", [claim])).toMatchObject({ status: 201 });
  });
});

describe("changes of records", () => {
  const change = () => ({ id: randomUUID(), basedOn: 1, reason: "A test." });
  const event = {
    id: "mu-event",
    date: "2026-10-01",
    kind: "policy",
    title: "Mu",
    body: "",
    zones: [],
    sourceId: "geonames",
  };
  const figure = {
    key: "mu-figure",
    constraint: "power",
    label: "Mu",
    value: 1,
    unit: "GW",
    statement: null,
    period: "2026",
    sourceId: "geonames",
    sourceNote: null,
  };
  const source = {
    id: "mu-source",
    title: "Mu",
    publisher: "Mu",
    url: null,
    publishedOn: null,
    kind: "news",
  };

  test.each([
    ["a new firm", postFirm, () => ({ name: "Mu Mills" }), {}],
    ["a new event", postEvent, () => event, {}],
    ["a new figure", postFigure, () => figure, {}],
    ["a new source", postSource, () => source, {}],
    ["a firm", patchFirm, () => ({ ...change(), name: "Mu" }), { id: "century-steel" }],
    ["an event", patchEvent, () => ({ ...change(), title: "Mu" }), { id: "sez-act-2012" }],
    ["a figure", patchFigure, () => ({ ...change(), label: "Mu" }), { key: "gas-supply" }],
    ["a source", changeSource, () => ({ ...change(), title: "Mu" }), { id: "geonames" }],
  ] as const)(
    "of an analyst are refused, because they cannot wait: %s",
    async (_, route, body, params) => {
      const before = await sql(database.url, "SELECT max(id) AS last FROM revision");
      expect(await send(route as typeof POST, "analyst", body(), params)).toMatchObject({
        status: 403,
        code: "needs-reviewer",
        detail: expect.stringContaining("Ask a reviewer"),
      });
      expect(await sql(database.url, "SELECT max(id) AS last FROM revision")).toEqual(before);
      const answer = await send(route as typeof POST, "reviewer", body(), params);
      expect(answer.code).not.toBe("needs-reviewer");
    },
  );

  test("are merges and retirements too, which only reviewers make", async () => {
    const body = {
      id: randomUUID(),
      kind: "zone",
      subject: "hub-sez",
      act: "retired",
      reason: "Mu",
    };
    expect(await send(postRetirement, "analyst", body)).toMatchObject({ status: 403 });
  });
});

describe("a submission", () => {
  beforeEach(async () => {
    expect(await post("analyst", [claim])).toMatchObject({ status: 202 });
  });

  test("is read by its author and reviewers alone", async () => {
    for (const [who, status] of [
      ["nobody", 401],
      ["reader", 403],
      ["other analyst", 404],
      ["analyst", 200],
      ["reviewer", 200],
      ["admin", 200],
    ] as const) {
      expect(await read(who, claim.id), who).toMatchObject({ status });
    }
    const list = await listSubmissions(
      new Request("http://localhost:3000/api/v1/submissions", {
        headers: headersOf("other analyst"),
      }),
      { params: Promise.resolve({}) },
    );
    expect(await list.json()).toEqual({ submissions: [] });
  });

  test("is recorded once in the author's name when accepted, and the audit names the reviewer", async () => {
    const input = { id: claim.id, round: 1 };
    const [first, second] = await Promise.all([
      act("acceptClaims", "reviewer", input),
      act("acceptClaims", "reviewer", input),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect(await act("acceptClaims", "reviewer", input)).toEqual(first);
    const rows = await sql(
      database.url,
      `SELECT r.author, r.author_id, r.purpose FROM claim c JOIN revision r ON r.id = c.revision_id
       WHERE c.id = '${claim.id}'`,
    );
    expect(rows).toEqual([
      {
        author: nameOf("analyst"),
        author_id: people.get("analyst")?.person.id,
        purpose: `1 claim on hub-sez, accepted by ${nameOf("reviewer")}`,
      },
    ]);
    const audit = await sql(
      database.url,
      `SELECT action, actor_name, detail FROM audit_entry
       WHERE revision_id = (SELECT revision_id FROM claim WHERE id = '${claim.id}') ORDER BY action`,
    );
    expect(audit).toMatchObject([
      {
        action: "claims-recorded",
        actor_name: nameOf("reviewer"),
        detail: { author: nameOf("analyst") },
      },
      { action: "submission-accepted", actor_name: nameOf("reviewer") },
    ]);
    expect(await read("analyst", claim.id)).toMatchObject({ state: "accepted", changed: null });
    expect(await (await get("zones/hub-sez/claims")).text()).toContain(word);
    expect(await post("analyst", [claim])).toMatchObject({ status: 200, recorded: 0 });
  });

  test("is recorded as the reviewer changed it, and keeps what was sent", async () => {
    const changed = { ...claim, value: 77, note: "Corrected." };
    const input = { id: claim.id, round: 1, claims: [changed], comment: "A slip." };
    expect(await act("acceptClaims", "reviewer", input)).toMatchObject({ ok: true });
    expect(await read("analyst", claim.id)).toMatchObject({
      request: { claims: [{ value: claim.value }] },
      changed: { claims: [{ value: 77, note: "Corrected." }] },
      steps: [{ kind: "sent" }, { kind: "accepted", comment: "A slip.", by: nameOf("reviewer") }],
    });
    const names = { sentBy: nameOf("analyst"), changedBy: nameOf("reviewer") };
    const { data } = await (await get("zones/hub-sez/claims")).json();
    expect(data.find(({ id }: NewClaim) => id === claim.id)).toMatchObject({
      value: 77,
      changed: { ...names, value: claim.value, asOf: claim.asOf },
    });
    const csv = (await (await get("tables/claims.csv")).text()).split("\n");
    expect(csv.find((line) => line.includes(claim.id))?.trim()).toMatch(
      new RegExp(`,${names.sentBy},${names.changedBy},${claim.value},${claim.asOf}$`),
    );
    const audit = await sql(
      database.url,
      `SELECT actor_name, detail, purpose FROM audit_entry JOIN revision ON revision.id = revision_id
       WHERE subject = '${claim.id}' AND action = 'submission-accepted'`,
    );
    expect(audit).toEqual([
      {
        actor_name: names.changedBy,
        detail: { author: names.sentBy, changed: "jobs", zones: "hub-sez" },
        purpose: `1 claim on hub-sez, changed and accepted by ${names.changedBy}`,
      },
    ]);
    // The words that the reviewer took out are in no table of the ledger.
    const kept = await sql(
      database.url,
      `SELECT to_jsonb(t)::text AS row FROM claim AS t WHERE id = '${claim.id}'`,
    );
    expect(kept[0]?.row).not.toContain(`${word} in a note`);
  });

  test("is not changed where the reviewer's form fills in the parts that were left out", async () => {
    const { tenancy: _, money: __, lastSeenOn: ___, decline: ____, ...short } = claim;
    const sent = { ...short, id: randomUUID() };
    expect(await send(POST, "analyst", { claims: [sent] })).toMatchObject({ status: 202 });
    const input = { id: sent.id, round: 1, claims: [{ ...claim, id: sent.id }] };
    expect(await act("acceptClaims", "reviewer", input)).toMatchObject({ ok: true });
    expect(await read("analyst", sent.id)).toMatchObject({ state: "accepted", changed: null });
    expect(await sql(database.url, `SELECT changed FROM claim WHERE id = '${sent.id}'`)).toEqual([
      { changed: null },
    ]);
  });

  test("cannot be changed into other claims", async () => {
    for (const other of [{ zone: "rashakai-sez" }, { field: "areaAcres" }, { id: randomUUID() }]) {
      const input = { id: claim.id, round: 1, claims: [{ ...claim, ...other }] };
      expect(await act("acceptClaims", "reviewer", input)).toMatchObject({ ok: false });
    }
    expect(await read("reviewer", claim.id)).toMatchObject({ state: "waiting" });
  });

  test("is not accepted or returned by its author, also in a higher role", async () => {
    const { changeRole } = await import("../../lib/server/accounts/people");
    const { SET_UP } = await import("../support/people");
    const person = people.get("analyst")?.person ?? (await newPerson("analyst"));
    // A new role ends the sessions.
    const giveRole = async (role: "analyst" | "reviewer") => {
      await changeRole(person.id, role, SET_UP);
      people.set("analyst", { person, cookie: await signInAs(person) });
    };
    await giveRole("reviewer");
    const input = { id: claim.id, round: 1 };
    expect(await act("acceptClaims", "analyst", input)).toMatchObject({ ok: false });
    expect(await act("returnClaims", "analyst", { ...input, comment: "x" })).toMatchObject({
      ok: false,
    });
    await giveRole("analyst");
  });

  test("is returned with a comment, mended, sent again and accepted only as it is then", async () => {
    expect(await act("returnClaims", "reviewer", { id: claim.id, round: 1 })).toMatchObject({
      ok: false,
    });
    const back = { id: claim.id, round: 1, comment: "Which month?" };
    expect(await act("returnClaims", "reviewer", back)).toMatchObject({ ok: true });
    const mended = { id: claim.id, round: 1, claims: [{ ...claim, asOf: "2026-10" }] };
    expect(await act("resendClaims", "other analyst", mended)).toMatchObject({ ok: false });
    const bad = { ...mended, claims: [{ ...claim, value: -5 }] };
    expect(await act("resendClaims", "analyst", bad)).toMatchObject({ ok: false });
    expect(await act("resendClaims", "analyst", mended)).toMatchObject({ ok: true });
    expect(await act("acceptClaims", "reviewer", { id: claim.id, round: 1 })).toMatchObject({
      ok: false,
      message: expect.stringContaining("in the meantime"),
    });
    expect(await act("acceptClaims", "reviewer", { id: claim.id, round: 2 })).toMatchObject({
      ok: true,
    });
    expect(await sql(database.url, `SELECT as_of FROM claim WHERE id = '${claim.id}'`)).toEqual([
      { as_of: "2026-10" },
    ]);
  });

  test("is withdrawn by its author alone, and not accepted afterwards", async () => {
    expect(await act("withdrawClaims", "reviewer", claim.id)).toMatchObject({ ok: false });
    expect(await act("withdrawClaims", "analyst", claim.id)).toMatchObject({ ok: true });
    expect(await act("withdrawClaims", "analyst", claim.id)).toMatchObject({ ok: true });
    expect(await act("acceptClaims", "reviewer", { id: claim.id, round: 1 })).toMatchObject({
      ok: false,
    });
    expect(await sql(database.url, `SELECT 1 FROM claim WHERE id = '${claim.id}'`)).toEqual([]);
  });

  test("that is withdrawn or given back waits again when its author sends the same again", async () => {
    expect(await act("withdrawClaims", "analyst", claim.id)).toMatchObject({ ok: true });
    expect(await post("analyst", [claim])).toMatchObject({ status: 202 });
    expect(await post("analyst", [claim])).toMatchObject({ status: 202 });
    expect(await read("analyst", claim.id)).toMatchObject({ state: "waiting", round: 2 });
    const back = { id: claim.id, round: 2, comment: "Which month?" };
    expect(await act("returnClaims", "reviewer", back)).toMatchObject({ ok: true });
    expect(await post("other analyst", [claim])).toMatchObject({ code: "claim-id-reused" });
    expect(await read("analyst", claim.id)).toMatchObject({ state: "returned" });
    expect(await post("analyst", [claim])).toMatchObject({ status: 202 });
    const kinds = ["sent", "withdrawn", "sent-again", "returned", "sent-again"];
    expect(await read("analyst", claim.id)).toMatchObject({
      ...{ state: "waiting", round: 3 },
      steps: kinds.map((kind) => ({ kind })),
    });
  });

  test.each([
    ["acceptClaims", "reviewer"],
    ["returnClaims", "reviewer"],
    ["resendClaims", "analyst"],
    ["withdrawClaims", "analyst"],
  ])("%s needs the role %s and our own pages", async (name, role) => {
    const input = name === "withdrawClaims" ? claim.id : { id: claim.id, round: 1, comment: "x" };
    const lower = role === "reviewer" ? ["nobody", "reader", "analyst"] : ["nobody", "reader"];
    for (const who of lower) {
      expect(await act(name, who, input), who).toMatchObject({ ok: false });
    }
    const actions: Record<string, (input: unknown) => Promise<ActionResult<unknown>>> =
      await import("../../app/admin/work/actions");
    requestHeaders = headersFrom({
      cookie: people.get(role)?.cookie,
      origin: "https://elsewhere.example",
    });
    expect(await actions[name]?.(input)).toMatchObject({
      ok: false,
      message: expect.stringContaining("another site"),
    });
    expect(await read("reviewer", claim.id)).toMatchObject({ state: "waiting", round: 1 });
  });
});

describe("the withdrawal of an own claim", () => {
  const withdraw = (who: string, reason = "A slip.") =>
    send(postDecisions, who, { decisions: [{ claimId: claim.id, decision: "retracted", reason }] });
  const decisions = () =>
    sql(
      database.url,
      `SELECT kind, reason, author, purpose FROM decision JOIN revision ON revision.id = revision_id
       WHERE claim_id = '${claim.id}' AND kind <> 'published'`,
    );
  beforeEach(async () => {
    await post("analyst", [claim]);
    await act("acceptClaims", "reviewer", { id: claim.id, round: 1 });
  });

  test("waits once, and is recorded in the author's name when accepted", async () => {
    const answer = await withdraw("analyst");
    expect(answer).toMatchObject({ status: 202, recorded: 0 });
    expect(await withdraw("analyst")).toEqual(answer);
    expect(await decisions()).toEqual([]);
    const { id } = answer.submission;
    expect(await read("reviewer", id)).toMatchObject({
      state: "waiting",
      request: {
        claims: [],
        decisions: [
          { claimId: claim.id, zone: "hub-sez", decision: "retracted", reason: "A slip." },
        ],
      },
    });
    expect(await act("acceptClaims", "analyst", { id, round: 1 })).toMatchObject({ ok: false });
    expect(await act("acceptClaims", "reviewer", { id, round: 1 })).toMatchObject({ ok: true });
    expect(await decisions()).toEqual([
      {
        ...{ kind: "retracted", reason: "A slip.", author: nameOf("analyst") },
        purpose: `1 decision, accepted by ${nameOf("reviewer")}`,
      },
    ]);
    expect(await read("analyst", id)).toMatchObject({ state: "accepted", changed: null });
  });

  test("is returned and sent again", async () => {
    const { id } = (await withdraw("analyst")).submission;
    const comment = "Which one is right?";
    await act("returnClaims", "reviewer", { id, round: 1, comment });
    expect(await act("resendClaims", "analyst", { id, round: 1 })).toMatchObject({ ok: true });
    expect(await act("acceptClaims", "reviewer", { id, round: 2 })).toMatchObject({ ok: true });
    expect(await decisions()).toMatchObject([{ kind: "retracted" }]);
  });

  test("of a reviewer does not wait, and nobody withdraws the claim of another analyst", async () => {
    expect(await withdraw("other analyst")).toMatchObject({ status: 403, code: "not-yours" });
    expect(await withdraw("reviewer")).toMatchObject({ status: 201 });
  });

  test("is not an undo, which cannot wait", async () => {
    const { undoAct } = await import("../../lib/server/ledger/undo");
    const [row] = await sql(
      database.url,
      `SELECT revision_id AS revision FROM claim WHERE id = '${claim.id}'`,
    );
    const { id = "", name = "" } = people.get("analyst")?.person ?? {};
    const actor = { id, name, address: null };
    expect(await undoAct(Number(row?.revision), actor)).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining("reviewer") }],
    });
    expect(await decisions()).toEqual([]);
  });
});

test("a confirmation of the value that was sent does not count for a changed one", async () => {
  const step = newClaim({
    zone: "naushahro-feroze-industrial-park",
    field: "status",
    value: "under-development",
    asOf: "2026-11",
    quotation: { text: "Works began.", lang: "en" },
    gateConfirmed: true,
  });
  expect(await post("analyst", [step])).toMatchObject({ status: 202 });
  const higher = { ...step, value: "serviced" };
  const input = { id: step.id, round: 1, claims: [higher] };
  expect(await act("acceptClaims", "reviewer", input)).toMatchObject({ ok: false });
  expect(await act("resendClaims", "analyst", input)).toMatchObject({ ok: false });
  const confirmed = { ...input, confirmed: [step.id] };
  expect(await act("acceptClaims", "reviewer", confirmed)).toMatchObject({ ok: true });
});

test("a conflict at the acceptance records nothing, and basing it on the displayed claim does", async () => {
  const before = newClaim({ zone: "hattar-sez", field: "jobs", value: 11, asOf: "2026-11-01" });
  await post("reviewer", [before]);
  const waiting = { ...claim, zone: "hattar-sez", asOf: "2026-11-02", basedOn: before.id };
  expect(await post("analyst", [waiting])).toMatchObject({ status: 202 });
  const meanwhile = newClaim({ zone: "hattar-sez", field: "jobs", value: 12, asOf: "2026-11-03" });
  await post("reviewer", [meanwhile]);
  const input = { id: claim.id, round: 1 };
  expect(await act("acceptClaims", "reviewer", input)).toMatchObject({
    ok: false,
    message: expect.stringContaining("Another value was recorded"),
  });
  const again = { ...input, claims: [{ ...waiting, basedOn: meanwhile.id }] };
  expect(await act("acceptClaims", "reviewer", again)).toMatchObject({ ok: true });
  expect(await read("analyst", claim.id)).toMatchObject({ state: "accepted", changed: null });
});
