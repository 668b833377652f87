import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import type { Role } from "../../lib/catalogue/roles";
import type { WriteResult } from "../../lib/server/ledger-types";
import { requests, retirement, sent, viewOf, zoneOf } from "../support/desk";
import { newPerson, type TestPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
vi.mock("next/cache", () => ({ refresh: () => {} }));

/** Somebody at the desk, as a write and as an account. */
async function openDesk(role: Role) {
  const person = await newPerson(role);
  const actor = { id: person.id, name: person.name, address: null };
  return { ...person, writer: { person: { ...person, role, mustFirst: null }, actor }, actor };
}
type Desk = Awaited<ReturnType<typeof openDesk>>;

async function undo({ actor }: Pick<Desk, "actor">, revision: number) {
  const { undoAct } = await import("../../lib/server/undo");
  return undoAct(revision, actor);
}

async function requireRevision(
  result: WriteResult | Awaited<ReturnType<typeof undo>>,
): Promise<number> {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return "value" in result ? result.value : result.revision;
}

/** What readers see today and on a past day: zones with values and firms, events, figures, and sources to cite. */
async function readPublic() {
  const days = await Promise.all(
    [undefined, "2026-11-20"].map(async (asOf) => {
      const { registry, events, context } = await viewOf(asOf ? { asOf } : {});
      return {
        zones: registry.zones.map(({ slug, values, tenancies }) => ({
          ...{ slug, values },
          firms: tenancies.map(({ tenancy, values: own }) => [tenancy.id, tenancy.firm, own]),
        })),
        events: events.map(({ revision: _, reason: __, ...event }) => event),
        context: context.map(({ revision: _, reason: __, ...figure }) => figure),
      };
    }),
  );
  const { listHidden } = await import("../../lib/server/ledger-standings");
  const { facts, sources } = await viewOf();
  const firms = new Map(
    facts.firmVersions.map(({ id, name, otherNames }) => [id, [name, otherNames]]),
  );
  const hidden = {
    firms: listHidden(facts, "firm", firms.keys()),
    sources: listHidden(
      facts,
      "source",
      sources.map(({ id }) => id),
    ),
  };
  return JSON.parse(
    JSON.stringify({
      days,
      firms: [...firms].filter(([id]) => !hidden.firms.has(id)),
      sources: sources.filter(({ id }) => !hidden.sources.has(id)),
    }),
  );
}

const zoneClaims = (slug: string, name: string) => [
  sent({ zone: slug, field: "name", value: name }),
  sent({ zone: slug, field: "cohort", value: "unconfirmed", asOf: "2026-10-01" }),
];

const event = (id: string, zones: string[]) => ({
  ...{ id, date: "2026-10-02", kind: "policy" as const, title: `The event ${id}` },
  ...{ body: "It was announced.", zones, sourceId: "geonames" },
});

const figure = (key: string) => ({
  ...{ key, constraint: "power" as const, label: "A figure", value: 3, unit: "MW", period: "2026" },
  ...{ statement: null, sourceId: "geonames" },
});

const source = (id: string) => ({
  ...{ id, title: "A source", publisher: "A publisher", url: `https://example.org/${id}` },
  ...{ publishedOn: "2026-10-01", kind: "news" as const },
});

let count = 0;
/** A name for a record that no other test uses. */
const newId = (kind: string) => {
  count += 1;
  return `undone-${kind}-${count}`;
};

async function record(desk: Desk, items: object): Promise<number> {
  const { recordRequest } = await requests();
  return requireRevision(await recordRequest({ claims: [], ...items }, desk.writer));
}

async function retire(desk: Desk, part: Parameters<typeof retirement>[0]): Promise<number> {
  const { retireRequest } = await requests();
  return requireRevision(await retireRequest(retirement(part), desk.writer));
}

async function changeOf(desk: Desk, kind: "firm" | "event" | "figure", id: string, parts: object) {
  const { changeRecordRequest } = await requests();
  const { facts } = await viewOf();
  const versions = {
    firm: facts.firmVersions.filter((one) => one.id === id),
    event: facts.events.filter((one) => one.id === id),
    figure: facts.context.filter(({ key }) => key === id),
  }[kind];
  const basedOn = versions.at(-1)?.revision ?? 0;
  const change = { id: randomUUID(), basedOn, reason: "A mistake.", ...parts };
  return requireRevision(await changeRecordRequest(kind, id, change, desk.writer));
}

/** Zones with a firm each, of somebody else. */
async function addZones(firms: readonly string[]): Promise<string[]> {
  const desk = await openDesk("reviewer");
  const slugs = firms.map(() => newId("zone"));
  await record(desk, {
    zones: slugs.map((slug) => ({ slug })),
    tenancies: slugs.map((zone, i) => ({ zone, firm: firms[i] })),
    claims: slugs.flatMap((slug, i) => [
      ...zoneClaims(slug, slug),
      sent({ zone: slug, field: "jobs", value: 10 + i }),
      sent({
        zone: slug,
        tenancy: `${slug}--${firms[i]}`,
        ...{ field: "tenancyStage", value: "mou" },
      }),
    ]),
  });
  return slugs;
}

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
