import { beforeAll, describe, expect, test, vi } from "vitest";
import { addDays, pakistanDay } from "../../lib/time/day";
import { newClaim } from "../support/new-claim";
import { headersFrom, newAddress, newPerson, ORIGIN, type TestPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
const queue = () => import("../../lib/server/desk/queue");
const corrections = () => import("../../lib/server/desk/corrections");
const today = pakistanDay(new Date());

let sara: TestPerson;
let ali: TestPerson;
const actorOf = ({ id, name }: TestPerson) => ({ id, name, address: null });

beforeAll(async () => {
  sara = await newPerson("analyst");
  ali = await newPerson("reviewer");
});

/** An item of the queue and its state now. */
async function findItem(kind: string, index = 0) {
  const { loadWork, listQueueEntries } = await queue();
  const { joinStates } = await import("../../lib/queue/queue-query");
  const work = (await loadWork()).work.filter((item) => item.kind === kind);
  const found = joinStates(work, await listQueueEntries(work), today)[index];
  if (!found) throw new Error(`The queue has no item of the kind ${kind}.`);
  return found;
}

const about = (...items: { key: string; cause: string }[]) => ({
  items: items.map(({ key, cause }) => ({ item: key, cause })),
});

describe("an item of the queue", () => {
  test("is assigned, put away and done, and each of it is undone by its author, and that it is done by a reviewer", async () => {
    const { actOnItems, undoQueueEntries } = await queue();
    const { item } = await findItem("disputed");
    const assigned = await actOnItems(
      { act: "assign", ...about(item), assignee: ali.id },
      actorOf(sara),
    );
    const until = addDays(today, 7);
    await actOnItems({ act: "comment", ...about(item), note: "I asked them." }, actorOf(ali));
    await actOnItems({ act: "snooze", ...about(item), until, note: "Later." }, actorOf(ali));
    const done = await actOnItems({ act: "done", ...about(item) }, actorOf(ali));
    if (!assigned.ok || !done.ok) throw new Error("An act was refused.");
    const { state } = await findItem("disputed");
    expect(state.assignee).toEqual({ id: ali.id, name: ali.name });
    expect(state.snooze).toMatchObject({ until, note: "Later." });
    expect(state.done?.actor.name).toBe(ali.name);
    expect(state.entries.map(({ act }) => act)).toEqual(["assign", "comment", "snooze", "done"]);

    expect(await undoQueueEntries(done.value, actorOf(sara))).toMatchObject({ ok: false });
    expect(await undoQueueEntries(assigned.value, actorOf(ali))).toMatchObject({ ok: false });
    const other = await newPerson("reviewer");
    expect(await undoQueueEntries(done.value, actorOf(other))).toEqual({ ok: true, value: null });
    expect(await undoQueueEntries(done.value, actorOf(ali))).toMatchObject({ ok: false });
    expect(await undoQueueEntries(assigned.value, actorOf(sara))).toMatchObject({ ok: true });
    const after = (await findItem("disputed")).state;
    expect(after.done).toBeNull();
    expect(after.assignee).toBeNull();
  });

  test("comes again when the facts behind it change", async () => {
    const { actOnItems } = await queue();
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const { item } = await findItem("disputed", 1);
    if (item.kind !== "disputed") throw new Error("It is not disputed.");
    await actOnItems({ act: "done", ...about(item) }, actorOf(sara));
    const [rival] = item.against;
    const [row] = await sql(database.url, `SELECT * FROM claim WHERE id = '${rival?.claimId}'`);
    const { newClaim } = await import("../support/new-claim");
    await writeLedger({
      author: "tester",
      purpose: "a test",
      claims: [
        newClaim({
          zone: String(row?.zone_slug),
          tenancy: row?.tenancy_id === null ? null : String(row?.tenancy_id),
          field: String(row?.field) as "jobs",
          value: rival?.value ?? null,
          asOf: rival?.date ?? null,
        }),
      ],
    });
    const { loadWork, listQueueEntries } = await queue();
    const { joinStates } = await import("../../lib/queue/queue-query");
    const { work } = await loadWork();
    const again = joinStates(work, await listQueueEntries(work), today).find(
      (one) => one.item.key === item.key,
    );
    expect(again?.item.cause).not.toBe(item.cause);
    expect(again?.state).toMatchObject({ done: null, returned: true });
    const stale = await actOnItems({ act: "done", ...about(item) }, actorOf(sara));
    expect(stale).toMatchObject({ ok: false });
  });

  test.each([
    [
      "an item that is not there",
      () => ({ act: "done", ...about({ key: "stale nowhere", cause: "" }) }),
    ],
    ["a closed day", (item: object) => ({ act: "snooze", ...item, until: today, note: "a" })],
    [
      "a day too far away",
      (item: object) => ({ act: "snooze", ...item, until: addDays(today, 400), note: "a" }),
    ],
    [
      "a person without an account",
      (item: object) => ({ act: "assign", ...item, assignee: "nobody" }),
    ],
  ] as const)("refuses %s", async (_what, build) => {
    const { actOnItems } = await queue();
    const { item } = await findItem("stale");
    const request = build(about(item)) as Parameters<typeof actOnItems>[0];
    expect(await actOnItems(request, actorOf(sara))).toMatchObject({ ok: false });
  });

  test("is never given to a reader or a closed account", async () => {
    const { actOnItems, listTeam } = await queue();
    const { deactivatePerson } = await import("../../lib/server/accounts/people");
    const reader = await newPerson("reader");
    const closed = await newPerson("analyst");
    await deactivatePerson(closed.id, actorOf(ali));
    const team = (await listTeam()).map(({ id }) => id);
    expect(team).toContain(sara.id);
    const { item } = await findItem("stale");
    for (const { id } of [reader, closed]) {
      expect(team).not.toContain(id);
      const act = { act: "assign", ...about(item), assignee: id } as const;
      expect(await actOnItems(act, actorOf(sara))).toMatchObject({ ok: false });
    }
  });

  test("is assigned together with others and undone together, all of them or none", async () => {
    const { actOnItems, undoQueueEntries } = await queue();
    const items = [(await findItem("stale", 1)).item, (await findItem("stale", 2)).item];
    const states = async () =>
      Promise.all([1, 2].map(async (i) => (await findItem("stale", i)).state.assignee?.id));
    const act = { act: "assign", assignee: ali.id } as const;
    const outdated = about(...items.map((item, i) => (i === 0 ? item : { ...item, cause: "x" })));
    expect(await actOnItems({ ...act, ...outdated }, actorOf(sara))).toMatchObject({ ok: false });
    expect(await states()).toEqual([undefined, undefined]);
    const done = await actOnItems({ ...act, ...about(...items) }, actorOf(sara));
    if (!done.ok) throw new Error("The acts were refused.");
    expect(done.value).toHaveLength(2);
    expect(await states()).toEqual([ali.id, ali.id]);
    expect(await undoQueueEntries([...done.value, "999999"], actorOf(sara))).toMatchObject({
      ok: false,
    });
    expect(await undoQueueEntries(done.value, actorOf(sara))).toMatchObject({ ok: true });
    expect(await states()).toEqual([undefined, undefined]);
  });

  test("has a history that nobody changes", async () => {
    for (const statement of [
      "UPDATE queue_entry SET note = 'x'",
      "DELETE FROM queue_entry",
      "TRUNCATE queue_entry",
    ]) {
      await expect(sql(database.adminUrl, statement)).rejects.toThrow("append-only");
    }
  });
});

const recordOn = async (zone: string) => {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const written = await writeLedger({
    author: "A",
    purpose: "a test",
    claims: [newClaim({ zone })],
  });
  expect(written).toMatchObject({ ok: true });
};

/** Sends a form, as the page does with scripts or without. */
async function sendForm(
  form: Record<string, string>,
  { type = "json", network = newAddress(), origin = ORIGIN as string | null } = {},
): Promise<Response> {
  const { answerCorrectionForm } = await import("../../lib/server/http/correction-route");
  const headers = headersFrom({ address: network, network, origin });
  headers.set(
    "content-type",
    type === "json" ? "application/json" : "application/x-www-form-urlencoded",
  );
  const body = type === "json" ? JSON.stringify(form) : new URLSearchParams(form).toString();
  return answerCorrectionForm(
    new Request(`${ORIGIN}/api/corrections`, { method: "POST", headers, body }),
  );
}

const countAll = async () =>
  Number((await sql(database.url, "SELECT count(*)::int AS n FROM correction"))[0]?.n);

describe("a reader's correction", () => {
  test("is kept with what it is about, comes into the queue, and its address goes with the answer", async () => {
    const { readPublicCorrections, answerCorrection, findCorrection } = await corrections();
    const before = await readPublicCorrections();
    const response = await sendForm({
      message: "The substation is\r\nrunning.",
      link: "https://example.org/a",
      email: "reader@example.org",
      page: "/zones/rashakai-sez?asOf=2024-01-01",
      zone: "rashakai-sez",
      field: "electricity",
    });
    expect(response.status).toBe(201);
    expect((await readPublicCorrections()).open).toBe(before.open + 1);
    const { item } = await findItem("correction");
    expect(item).toMatchObject({ zone: "rashakai-sez", field: "electricity" });
    if (item.kind !== "correction") throw new Error("It is no correction.");
    const kept = await findCorrection(item.id);
    expect(kept).toMatchObject({ message: "The substation is\nrunning.", hasEmail: true });
    // The receipt is under this id.
    expect(await response.json()).toEqual({ id: item.id });
    expect(JSON.stringify(kept)).not.toContain("reader@example.org");

    const { actOnItems } = await queue();
    expect(await actOnItems({ act: "done", ...about(item) }, actorOf(sara))).toMatchObject({
      ok: false,
    });
    const answer = { id: item.id, outcome: "corrected", answer: "Thank you." } as const;
    expect(await answerCorrection(answer, actorOf(sara))).toMatchObject({
      ok: false,
      issues: [{ param: "outcome" }],
    });
    await recordOn("hub-sez");
    expect(await answerCorrection(answer, actorOf(sara))).toMatchObject({ ok: false });
    await recordOn("rashakai-sez");
    expect(await answerCorrection(answer, actorOf(sara))).toEqual({
      ok: true,
      value: "reader@example.org",
    });
    expect(await answerCorrection(answer, actorOf(sara))).toMatchObject({ ok: false });
    const [row] = await sql(database.url, `SELECT email FROM correction WHERE id = '${item.id}'`);
    expect(row?.email).toBeNull();
    const after = await readPublicCorrections();
    expect(after).toMatchObject({ open: before.open, answered: before.answered + 1 });
    expect(after.latest[0]).toMatchObject({ zone: "rashakai-sez", answer: "Thank you." });
    expect(JSON.stringify(after)).not.toContain("substation");
    expect(JSON.stringify(after)).not.toContain(sara.name);
    const audited = await sql(
      database.url,
      `SELECT action, actor_name FROM audit_entry WHERE subject = '${item.id}'`,
    );
    expect(audited).toEqual([{ action: "correction-answered", actor_name: sara.name }]);
  });

  test.each([
    ["no words", { message: " \r\n " }, "message"],
    ["too many words", { message: "x".repeat(2_001) }, "message"],
    ["invisible characters", { message: "a\u202eb" }, "message"],
    ["a link of another kind", { message: "a", link: "javascript:alert(1)" }, "link"],
    ["half an address", { message: "a", email: "reader@" }, "email"],
    ["an address that gets no mail", { message: "a", email: "a..b@example.org" }, "email"],
    ["a long address", { message: "a", email: `a@${"b.".repeat(130)}org` }, "email"],
  ])("with %s is refused and says where", async (_what, form, part) => {
    const before = await countAll();
    const response = await sendForm(form);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ param: part });
    const led = await sendForm({ ...form, page: "/gaps" }, { type: "form" });
    expect(led.status).toBe(303);
    expect(led.headers.get("location")).toBe(`/correct?page=%2Fgaps&problem=${part}`);
    expect(await countAll()).toBe(before);
  });

  test("without scripts is kept, and the browser led to the receipt", async () => {
    const before = await countAll();
    const response = await sendForm({ message: "Wrong.", page: "/gaps" }, { type: "form" });
    expect(response.status).toBe(303);
    const id = /^\/correct\/(.+)$/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
    const { findCorrection } = await corrections();
    expect(await findCorrection(id)).toMatchObject({ message: "Wrong.", answer: null });
    expect(await countAll()).toBe(before + 1);
  });

  test.each([
    ["//evil.example/", "/"],
    ["/\\evil.example/report", "/"],
    ["/\t/evil.example", "/"],
    ["/a/..//evil.example", "/"],
    ["/gaps?scope=all#top", "/gaps?scope=all#top"],
    ["/alerts?stop=SECRET", "/alerts"],
    ["/ur/alerts?confirm=SECRET", "/ur/alerts"],
    ["/set-password?%74oken=SECRET", "/set-password"],
  ])("about the page %j names %j, and nothing that does not exist", async (page, kept) => {
    await sendForm({ message: "a", page, zone: "no-zone", field: "no-field" });
    const rows = await sql(
      database.url,
      "SELECT page, zone, field FROM correction ORDER BY at DESC LIMIT 1",
    );
    expect(rows).toEqual([{ page: kept, zone: null, field: null }]);
  });

  test("that was kept with the address of another site does not show it", async () => {
    const { readPublicCorrections } = await corrections();
    await sql(
      database.url,
      `INSERT INTO correction (id, page, message, outcome, answer, answered_at, answered_by, answered_by_id)
       VALUES (gen_random_uuid(), '/\\evil.example', 'a', 'unchanged', 'b', now(), 'a', 'a')`,
    );
    expect((await readPublicCorrections()).latest[0]).toMatchObject({ page: "/", answer: "b" });
  });

  test("of a program that fills in every field is not kept, and the program does not learn it", async () => {
    const before = await countAll();
    const response = await sendForm({ message: "Buy.", website: "https://spam.example/" });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(await countAll()).toBe(before);
  });

  test("comes only from the site's own form, of a small size, and five at a time", async () => {
    const before = await countAll();
    expect((await sendForm({ message: "a" }, { origin: null })).status).toBe(403);
    expect((await sendForm({ message: "a" }, { origin: "https://evil.example" })).status).toBe(403);
    expect((await sendForm({ message: "x".repeat(70_000) })).status).toBe(413);
    expect(await countAll()).toBe(before);
    const network = newAddress();
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) {
      statuses.push((await sendForm({ message: `Number ${i}` }, { network })).status);
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
    expect((await sendForm({ message: "Another reader" })).status).toBe(201);
  });

  test("is deleted with nothing but an entry in the audit", async () => {
    const { deleteCorrection } = await corrections();
    const { item } = await findItem("correction");
    if (item.kind !== "correction") throw new Error("It is no correction.");
    expect(await deleteCorrection(item.id, actorOf(ali))).toEqual({ ok: true, value: null });
    expect(await deleteCorrection(item.id, actorOf(ali))).toMatchObject({ ok: false });
    const rows = await sql(
      database.url,
      `SELECT action, detail FROM audit_entry WHERE subject = '${item.id}'`,
    );
    expect(rows).toEqual([{ action: "correction-deleted", detail: {} }]);
  });

  test("never has an address beside an answer", async () => {
    const statement =
      "UPDATE correction SET outcome = 'added', answer = 'a', answered_at = now(), answered_by = 'a', answered_by_id = 'a', email = 'a@b.c'";
    await expect(sql(database.url, statement)).rejects.toThrow("correction_answered_check");
  });
});

test("the checks of links are kept, and a dead one comes into the queue", async () => {
  const { checkLinks, listLatestChecks } = await import("../../lib/server/desk/link-checks");
  const check = await import("../../lib/server/desk/check-link");
  const { currentView } = await import("../../lib/server/registry/registry-at");
  const [source] = (await currentView()).sources.filter(({ url }) => url !== null);
  if (!source) throw new Error("The data set has no source with a link.");
  const spy = vi.spyOn(check, "checkLink").mockResolvedValue({ result: "dead", status: 404 });
  expect(await checkLinks([source.id, "no-such-source"], actorOf(sara))).toEqual({
    ok: true,
    value: ["dead"],
  });
  expect(await listLatestChecks()).toMatchObject([{ sourceId: source.id, result: "dead" }]);
  expect((await findItem("dead-link")).item).toMatchObject({ sourceId: source.id, status: 404 });
  const { loadWork } = await queue();
  expect((await loadWork()).links).toEqual(await listLatestChecks());
  spy.mockResolvedValue({ result: "works", status: 200 });
  await checkLinks([source.id], actorOf(sara));
  expect(await listLatestChecks()).toMatchObject([{ result: "works" }]);
  await expect(findItem("dead-link")).rejects.toThrow("no item");
});

test("the work of a week counts reports, decisions and answers, of one person and of all", async () => {
  const { countWork } = await import("../../lib/server/desk/queue");
  const { decideRequest, recordRequest } = await import("../../lib/server/desk/record-request");
  const { newClaim } = await import("../support/new-claim");
  const claim = newClaim({ field: "jobs", value: 99 });
  const by = { person: { name: sara.name, role: "reviewer" }, actor: actorOf(sara) } as const;
  const [before] = await countWork(sara.id);
  const recorded = await recordRequest({ claims: [{ ...claim, value: 99 }] }, by);
  expect(recorded).toMatchObject({ ok: true });
  await decideRequest(
    { decisions: [{ claimId: claim.id, decision: "retracted", reason: "A mistake." }] },
    by,
  );
  const weeks = await countWork(sara.id);
  expect(weeks).toHaveLength(8);
  expect(weeks[0]).toMatchObject({
    recorded: (before?.recorded ?? 0) + 1,
    judged: (before?.judged ?? 0) + 1,
  });
  expect(new Date(weeks[0]?.monday ?? "").getUTCDay()).toBe(1);
  const [team] = await countWork(null);
  expect(team?.recorded).toBeGreaterThanOrEqual(weeks[0]?.recorded ?? 0);
  expect((await countWork("nobody"))[0]).toMatchObject({ recorded: 0, judged: 0, answered: 0 });
});
