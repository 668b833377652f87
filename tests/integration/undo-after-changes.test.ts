import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { requests, sent, zoneOf } from "../support/desk";
import {
  addZones,
  changeOf,
  type Desk,
  event,
  figure,
  newId,
  openDesk,
  readPublic,
  record,
  requireRevision,
  retire,
  source,
  undo,
  zoneClaims,
} from "../support/desk-acts";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
vi.mock("next/cache", () => ({ refresh: () => {} }));

const demote = ({ id }: Desk) =>
  sql(database.url, `UPDATE "user" SET role = 'analyst' WHERE id = '${id}'`);

/** Why an act cannot be undone, as the list of acts says it; null: it can. */
async function hindranceOf({ id }: Desk, revision: number) {
  const { listOwnActs } = await import("../../lib/server/ledger/own-acts");
  return (await listOwnActs(id)).find((act) => act.revision === revision)?.hindrance;
}

/** Expects that the list and the attempt say alike that an act cannot be undone. */
async function expectRefused(desk: Desk, revision: number, hindrance: string, words: string) {
  expect(await hindranceOf(desk, revision)).toBe(hindrance);
  expect(await undo(desk, revision)).toMatchObject({
    ok: false,
    issues: [{ message: expect.stringContaining(words) }],
  });
}

const OTHERS = ["others", "Someone else has built on this"] as const;

describe("a source that was recorded alone is not withdrawn by undo", () => {
  const USES: Record<string, (desk: Desk, id: string, made: number) => Promise<unknown>> = {
    "a claim cites it": (desk, sourceId) =>
      record(desk, {
        claims: [sent({ zone: "hub-sez", field: "jobs", value: 77, asOf: "2026-09-01", sourceId })],
      }),
    "an event cites it": (desk, sourceId) =>
      record(desk, { events: [{ ...event(newId("event"), []), sourceId }] }),
    "a changed event cites it": async (desk, sourceId) => {
      const id = newId("event");
      await record(desk, { events: [event(id, [])] });
      return changeOf(desk, "event", id, { sourceId });
    },
    "a figure cites it": (desk, sourceId) =>
      record(desk, { context: [{ ...figure(newId("figure")), sourceId }] }),
    "a changed figure cites it": async (desk, sourceId) => {
      const key = newId("figure");
      await record(desk, { context: [figure(key)] });
      return changeOf(desk, "figure", key, { sourceId });
    },
    "it was changed": async (desk, sourceId, basedOn) => {
      const { changeSourceRequest } = await requests();
      const change = { id: randomUUID(), basedOn, reason: "A mistake.", title: "Another title" };
      return requireRevision(await changeSourceRequest(sourceId, change, desk.writer));
    },
    "another one was merged into it": async (desk, into) => {
      const subject = newId("source");
      await record(desk, { sources: [source(subject)] });
      return retire(desk, { kind: "source", subject, into });
    },
  };

  test.each(Object.entries(USES))("after %s", async (_, use) => {
    const desk = await openDesk("analyst");
    const id = newId("source");
    const made = await record(desk, { sources: [source(id)] });
    expect(await hindranceOf(desk, made)).toBeNull();
    await use(await openDesk("reviewer"), id, made);
    await expectRefused(desk, made, ...OTHERS);
  });

  test("after a claim cites it that came after the undo of its undo", async () => {
    const desk = await openDesk("analyst");
    const sourceId = newId("source");
    const made = await record(desk, { sources: [source(sourceId)] });
    const again = await requireRevision(
      await undo(desk, await requireRevision(await undo(desk, made))),
    );
    const part = { zone: "hub-sez", field: "jobs", value: 78, asOf: "2026-09-01" } as const;
    await record(await openDesk("analyst"), { claims: [sent({ ...part, sourceId })] });
    await expectRefused(desk, again, ...OTHERS);
  });
});

test("a claim in a zone that was merged, restored by undo and merged again is not undone", async () => {
  const desk = await openDesk("reviewer");
  const [subject = "", into = ""] = await addZones([newId("firm"), newId("firm")]);
  const made = await record(desk, {
    claims: [sent({ zone: subject, field: "jobs", value: 999, asOf: "2026-11-01" })],
  });
  const merged = await retire(desk, { kind: "zone", subject, into });
  const words = "Its zone or firm was merged";
  await expectRefused(desk, made, "moved", words);
  const unmerged = await requireRevision(await undo(desk, merged));
  await requireRevision(await undo(desk, unmerged));
  await expectRefused(desk, made, "moved", words);
});

test("the undo of a withdrawn firm leaves a place hidden that was withdrawn before it", async () => {
  const desk = await openDesk("reviewer");
  const firm = newId("firm");
  const slugs = [newId("zone"), newId("zone")];
  const stage = { field: "tenancyStage", value: "mou" } as const;
  await record(desk, {
    zones: slugs.map((slug) => ({ slug })),
    tenancies: slugs.map((zone) => ({ zone, firm })),
    claims: slugs.flatMap((zone) => [
      ...zoneClaims(zone, zone),
      sent({ zone, tenancy: `${zone}--${firm}`, ...stage }),
    ]),
  });
  await retire(desk, { kind: "tenancy", subject: `${slugs[0]}--${firm}`, act: "withdrawn" });
  const before = await readPublic();
  const withdrawn = await retire(desk, { kind: "firm", subject: firm, act: "withdrawn" });
  await requireRevision(await undo(desk, withdrawn));
  expect(await readPublic()).toEqual(before);
});

describe("of an act, its undo and what made it again", () => {
  test("the last one is undone whichever is chosen, and those between are listed as undone", async () => {
    const desk = await openDesk("analyst");
    const jobs = async () => (await zoneOf("hub-sez"))?.values.jobs;
    const claim = sent({ zone: "hub-sez", field: "jobs", value: 555, asOf: "2026-11-20" });
    const made = await record(desk, { claims: [claim] });
    const undone = await requireRevision(await undo(desk, made));
    const again = await requireRevision(await undo(desk, undone));
    const undoneAgain = await requireRevision(await undo(desk, made));
    expect(await jobs()).not.toBe(555);
    for (const revision of [made, undone, again]) {
      expect(await hindranceOf(desk, revision)).toBe("undone");
    }
    expect(await requireRevision(await undo(desk, again))).toBe(undoneAgain);
    expect(await jobs()).not.toBe(555);
    const last = await requireRevision(await undo(desk, undoneAgain));
    expect(await jobs()).toBe(555);
    for (const revision of [undone, again, undoneAgain]) {
      expect(await hindranceOf(desk, revision)).toBe("undone");
    }
    expect([await hindranceOf(desk, made), await hindranceOf(desk, last)]).toEqual([null, null]);
  });

  test("the first one is undone where it changed a record", async () => {
    const desk = await openDesk("analyst");
    const firm = newId("firm");
    await addZones([firm]);
    const before = await readPublic();
    const made = await changeOf(desk, "firm", firm, { name: `${firm} Limited` });
    await requireRevision(await undo(desk, await requireRevision(await undo(desk, made))));
    await requireRevision(await undo(desk, made));
    expect(await readPublic()).toEqual(before);
  });

  test("the last one is not undone after somebody else reported on a zone that the first one added", async () => {
    const desk = await openDesk("analyst");
    const zone = newId("zone");
    const made = await record(desk, { zones: [{ slug: zone }], claims: zoneClaims(zone, zone) });
    const undone = await requireRevision(await undo(desk, made));
    const again = await requireRevision(await undo(desk, undone));
    await record(await openDesk("analyst"), { claims: [sent({ zone, field: "jobs", value: 5 })] });
    await expectRefused(desk, again, ...OTHERS);
  });
});

describe("a firm whose name was taken meanwhile is not brought back", () => {
  test("by undoing an undo, and the reason says so", async () => {
    const desk = await openDesk("analyst");
    const name = newId("firm");
    const made = await record(desk, { firms: [{ name, otherNames: [] }] });
    const undone = await requireRevision(await undo(desk, made));
    await record(await openDesk("analyst"), { firms: [{ name, otherNames: [] }] });
    expect(await undo(desk, undone)).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining("has the name of") }],
    });
  });

  test("by restoring it after a merge", async () => {
    const desk = await openDesk("reviewer");
    const [subject, into] = [newId("firm"), newId("firm")];
    await addZones([subject, into]);
    await retire(desk, { kind: "firm", subject, into });
    await changeOf(desk, "firm", into, { name: subject });
    await expect(retire(desk, { kind: "firm", subject, act: "restored" })).rejects.toThrow(
      "has the name of",
    );
  });
});

describe("what only a reviewer does, an analyst who was a reviewer does not undo", () => {
  const ROLE = ["role", "Only a reviewer can undo this"] as const;

  test("where they withdrew a zone", async () => {
    const desk = await openDesk("reviewer");
    const [subject = ""] = await addZones([newId("firm")]);
    const withdrawn = await retire(desk, { kind: "zone", subject, act: "withdrawn" });
    expect(await hindranceOf(desk, withdrawn)).toBeNull();
    await demote(desk);
    await expectRefused(desk, withdrawn, ...ROLE);
  });

  test("where they withdrew a zone again by undoing an undo", async () => {
    const desk = await openDesk("reviewer");
    const [subject = ""] = await addZones([newId("firm")]);
    const withdrawn = await retire(desk, { kind: "zone", subject, act: "withdrawn" });
    const restored = await requireRevision(await undo(desk, withdrawn));
    const again = await requireRevision(await undo(desk, restored));
    await demote(desk);
    await expectRefused(desk, again, ...ROLE);
  });

  test("where they decided on a claim of somebody else", async () => {
    const desk = await openDesk("reviewer");
    const claim = sent({ zone: "bostan-sez", field: "jobs", value: 12 });
    await record(await openDesk("analyst"), { claims: [claim] });
    const { decideRequest } = await requests();
    const decision = { claimId: claim.id, decision: "deprecated", reason: "Wrong." } as const;
    const decided = await requireRevision(
      await decideRequest({ decisions: [decision] }, desk.writer),
    );
    await demote(desk);
    await expectRefused(desk, decided, ...ROLE);
  });
});

describe("where reviewers check all that analysts record", () => {
  const ROLE = ["role", "Only a reviewer can undo this"] as const;
  async function withReview(work: () => Promise<void>) {
    const { env } = await import("../../lib/server/env");
    const settings = env() as { REVIEW_REQUIRED: string };
    const before = settings.REVIEW_REQUIRED;
    settings.REVIEW_REQUIRED = "all";
    await work().finally(() => {
      settings.REVIEW_REQUIRED = before;
    });
  }

  test("an analyst does not undo the addition of a source or its change", async () => {
    const desk = await openDesk("analyst");
    const id = newId("source");
    const other = newId("source");
    const added = await record(desk, { sources: [source(id)] });
    const basedOn = await record(desk, { sources: [source(other)] });
    const { changeSourceRequest } = await requests();
    const change = { id: randomUUID(), basedOn, reason: "A mistake.", title: "Another title" };
    const changed = await requireRevision(await changeSourceRequest(other, change, desk.writer));
    await withReview(async () => {
      for (const revision of [added, changed]) await expectRefused(desk, revision, ...ROLE);
    });
  });
});

test("what somebody else reported on a new zone and undid does not hinder its undo", async () => {
  const [desk, other] = [await openDesk("analyst"), await openDesk("analyst")];
  const zone = newId("zone");
  const made = await record(desk, { zones: [{ slug: zone }], claims: zoneClaims(zone, zone) });
  const claim = await record(other, { claims: [sent({ zone, field: "jobs", value: 5 })] });
  await expectRefused(desk, made, ...OTHERS);
  const undone = await requireRevision(await undo(other, claim));
  expect(await hindranceOf(desk, made)).toBeNull();
  await requireRevision(await undo(other, undone));
  await expectRefused(desk, made, ...OTHERS);
});

test("what somebody else reported on a zone and undid does not hinder its undo after it was added again", async () => {
  const [desk, other] = [await openDesk("analyst"), await openDesk("analyst")];
  const zone = newId("zone");
  const made = await record(desk, { zones: [{ slug: zone }], claims: zoneClaims(zone, zone) });
  const claim = await record(other, { claims: [sent({ zone, field: "jobs", value: 5 })] });
  await requireRevision(await undo(other, claim));
  const undone = await requireRevision(await undo(desk, made));
  const again = await requireRevision(await undo(desk, undone));
  expect(await hindranceOf(desk, again)).toBeNull();
  await requireRevision(await undo(desk, again));
  expect(await zoneOf(zone)).toBeUndefined();
});
