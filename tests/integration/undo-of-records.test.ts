import { describe, expect, test, vi } from "vitest";
import type { Role } from "../../lib/catalogue/roles";
import { sent, zoneOf } from "../support/desk";
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
import type { TestPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
vi.mock("next/cache", () => ({ refresh: () => {} }));

/** Acts by what they do; each gets what it needs from others before. */
const ACTS: Record<
  string,
  {
    role: Role;
    prepare?: () => Promise<string[]>;
    act: (desk: Desk, ids: string[]) => Promise<number>;
  }
> = {
  "adds a zone with a firm": {
    role: "analyst",
    act: (desk) => {
      const zone = newId("zone");
      const firm = newId("firm");
      const claims = [
        ...zoneClaims(zone, zone),
        sent({ zone, tenancy: `${zone}--${firm}`, field: "tenancyStage", value: "mou" }),
        sent({ zone: "hub-sez", field: "jobs", value: 4321 }),
      ];
      return record(desk, { zones: [{ slug: zone }], tenancies: [{ zone, firm }], claims });
    },
  },
  "adds two firms to a zone": {
    role: "analyst",
    act: (desk) => {
      const firms = [newId("firm"), newId("firm")];
      return record(desk, {
        tenancies: firms.map((firm) => ({ zone: "hub-sez", firm })),
        claims: firms.map((firm) =>
          sent({
            zone: "hub-sez",
            tenancy: `hub-sez--${firm}`,
            ...{ field: "tenancyStage", value: "mou" },
          }),
        ),
      });
    },
  },
  "adds a firm without a zone": {
    role: "analyst",
    act: (desk) => record(desk, { firms: [{ name: newId("firm"), otherNames: ["Another name"] }] }),
  },
  "adds an event": {
    role: "analyst",
    act: (desk) => record(desk, { events: [event(newId("event"), ["hub-sez"])] }),
  },
  "adds a figure": {
    role: "analyst",
    act: (desk) => record(desk, { context: [figure(newId("figure"))] }),
  },
  "adds a source alone": {
    role: "analyst",
    act: (desk) => record(desk, { sources: [source(newId("source"))] }),
  },
  "renames a firm": {
    role: "analyst",
    prepare: async () => {
      const firm = newId("firm");
      await addZones([firm]);
      return [firm];
    },
    act: (desk, [firm = ""]) => changeOf(desk, "firm", firm, { name: `${firm} Limited` }),
  },
  "changes an event": {
    role: "analyst",
    prepare: async () => {
      const id = newId("event");
      await record(await openDesk("analyst"), { events: [event(id, [])] });
      return [id];
    },
    act: (desk, [id = ""]) =>
      changeOf(desk, "event", id, { title: "Another title", zones: ["hub-sez"] }),
  },
  "changes a figure": {
    role: "analyst",
    prepare: async () => {
      const key = newId("figure");
      await record(await openDesk("analyst"), { context: [figure(key)] });
      return [key];
    },
    act: (desk, [key = ""]) => changeOf(desk, "figure", key, { value: 4 }),
  },
  "retires a zone": {
    role: "reviewer",
    prepare: () => addZones([newId("firm")]),
    act: (desk, [subject = ""]) => retire(desk, { kind: "zone", subject, act: "retired" }),
  },
  "withdraws a firm": {
    role: "reviewer",
    prepare: async () => {
      const firm = newId("firm");
      await addZones([firm]);
      return [firm];
    },
    act: (desk, [subject = ""]) => retire(desk, { kind: "firm", subject, act: "withdrawn" }),
  },
  "merges zones": {
    role: "reviewer",
    prepare: () => addZones([newId("firm"), newId("firm")]),
    act: (desk, [subject = "", into = ""]) => retire(desk, { kind: "zone", subject, into }),
  },
  "merges firms": {
    role: "reviewer",
    prepare: async () => {
      const firms = [newId("firm"), newId("firm")];
      await addZones(firms);
      return firms;
    },
    act: (desk, [subject = "", into = ""]) => retire(desk, { kind: "firm", subject, into }),
  },
  "restores a merged zone": {
    role: "reviewer",
    prepare: async () => {
      const [subject = "", into = ""] = await addZones([newId("firm"), newId("firm")]);
      await retire(await openDesk("reviewer"), { kind: "zone", subject, into });
      return [subject];
    },
    act: (desk, [subject = ""]) => retire(desk, { kind: "zone", subject, act: "restored" }),
  },
};

/** Without the tenancies and copies that a merge leaves behind, which nobody sees. */
describe("an act is undone, made again and undone again: what readers see is as before and after it", () => {
  test.each(Object.entries(ACTS))("that %s", async (_, { role, prepare, act }) => {
    const ids = (await prepare?.()) ?? [];
    const desk = await openDesk(role);
    const before = await readPublic();
    const made = await act(desk, ids);
    const after = await readPublic();
    expect(after).not.toEqual(before);
    const undone = await requireRevision(await undo(desk, made));
    expect(await readPublic()).toEqual(before);
    expect(await requireRevision(await undo(desk, made))).toBe(undone);
    const again = await requireRevision(await undo(desk, undone));
    expect(await readPublic()).toEqual(after);
    await requireRevision(await undo(desk, again));
    expect(await readPublic()).toEqual(before);
  });
});

describe("undoing what changed records is refused", () => {
  test("after somebody else reported on a zone that it added", async () => {
    const desk = await openDesk("analyst");
    const zone = newId("zone");
    const made = await record(desk, { zones: [{ slug: zone }], claims: zoneClaims(zone, zone) });
    await record(await openDesk("analyst"), { claims: [sent({ zone, field: "jobs", value: 5 })] });
    expect(await undo(desk, made)).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining("Someone else has built on this") }],
    });
  });

  test("after an own report on a firm that it added, until that is undone too", async () => {
    const desk = await openDesk("analyst");
    const firm = newId("firm");
    const tenancy = `hub-sez--${firm}`;
    const stage = (value: string, asOf: string) =>
      sent({ zone: "hub-sez", tenancy, field: "tenancyStage", value, asOf });
    const made = await record(desk, {
      tenancies: [{ zone: "hub-sez", firm }],
      claims: [stage("mou", "2026-10-02")],
    });
    const later = await record(desk, { claims: [stage("admitted", "2026-10-03")] });
    expect(await undo(desk, made)).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining("Undo the later change first") }],
    });
    await requireRevision(await undo(desk, later));
    await requireRevision(await undo(desk, made));
    expect((await zoneOf("hub-sez"))?.tenancies.map((one) => one.tenancy.id)).not.toContain(
      tenancy,
    );
  });

  test("after the event got another version", async () => {
    const desk = await openDesk("analyst");
    const id = newId("event");
    const made = await record(desk, { events: [event(id, [])] });
    await changeOf(await openDesk("reviewer"), "event", id, { title: "Theirs" });
    expect(await undo(desk, made)).toMatchObject({ ok: false });
  });

  test("to a reviewer who merged and is an analyst now", async () => {
    const desk = await openDesk("reviewer");
    const [subject = "", into = ""] = await addZones([newId("firm"), newId("firm")]);
    const made = await retire(desk, { kind: "zone", subject, into });
    await sql(database.url, `UPDATE "user" SET role = 'analyst' WHERE id = '${desk.id}'`);
    expect(await undo(desk, made)).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining("Only a reviewer can undo this") }],
    });
  });
});

test("restoring what an undo withdrew brings back its reports and firms", async () => {
  const desk = await openDesk("reviewer");
  const [zone, firm] = [newId("zone"), newId("firm")];
  const tenancy = `hub-sez--${firm}`;
  const made = await record(desk, {
    zones: [{ slug: zone }],
    tenancies: [
      { zone, firm: "Vivo" },
      { zone: "hub-sez", firm },
    ],
    claims: [
      ...zoneClaims(zone, zone),
      sent({ zone, tenancy: `${zone}--vivo`, field: "tenancyStage", value: "mou" }),
      sent({ zone: "hub-sez", tenancy, field: "tenancyStage", value: "mou" }),
    ],
  });
  const after = await readPublic();
  await requireRevision(await undo(desk, made));
  await retire(desk, { kind: "zone", subject: zone, act: "restored" });
  await retire(desk, { kind: "firm", subject: firm, act: "restored" });
  expect(await readPublic()).toEqual(after);
});

test("a withdrawn zone is on no day, but at the revisions before", async () => {
  const desk: Desk & TestPerson = await openDesk("analyst");
  const zone = newId("zone");
  const made = await record(desk, { zones: [{ slug: zone }], claims: zoneClaims(zone, zone) });
  await requireRevision(await undo(desk, made));
  for (const moment of [{}, { asOf: "2026-11-20" }]) {
    expect(await zoneOf(zone, moment)).toBeUndefined();
  }
  expect(await zoneOf(zone, { knownOn: `r${made}` })).toBeDefined();
});
