import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/catalogue/roles";
import type { WriteResult } from "@/lib/server/ledger/types";
import { requests, retirement, sent, viewOf } from "./desk";
import { newPerson } from "./people";

/** Somebody at the desk, as a write and as an account. */
export async function openDesk(role: Role) {
  const person = await newPerson(role);
  const actor = { id: person.id, name: person.name, address: null };
  return { ...person, writer: { person: { ...person, role, mustFirst: null }, actor }, actor };
}
/** Somebody at the desk. */
export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Undoes a revision of theirs. */
export async function undo({ actor }: Pick<Desk, "actor">, revision: number) {
  const { undoAct } = await import("@/lib/server/ledger/undo");
  return undoAct(revision, actor);
}

/** The revision that a write made. @throws where it was refused */
export async function requireRevision(
  result: WriteResult | Awaited<ReturnType<typeof undo>>,
): Promise<number> {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return "value" in result ? result.value : result.revision;
}

/** What readers see today and on a past day: zones with values and firms, events, figures, and sources to cite. */
export async function readPublic() {
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
  const { listHidden } = await import("@/lib/server/ledger/standings");
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

/** What a new zone needs. */
export const zoneClaims = (slug: string, name: string) => [
  sent({ zone: slug, field: "name", value: name }),
  sent({ zone: slug, field: "cohort", value: "unconfirmed", asOf: "2026-10-01" }),
];

/** An event as a request has it. */
export const event = (id: string, zones: string[]) => ({
  ...{ id, date: "2026-10-02", kind: "policy" as const, title: `The event ${id}` },
  ...{ body: "It was announced.", zones, sourceId: "geonames" },
});

/** A national figure as a request has it. */
export const figure = (key: string) => ({
  ...{ key, constraint: "power" as const, label: "A figure", value: 3, unit: "MW", period: "2026" },
  ...{ statement: null, sourceId: "geonames" },
});

/** A source as a request has it. */
export const source = (id: string) => ({
  ...{ id, title: "A source", publisher: "A publisher", url: `https://example.org/${id}` },
  ...{ publishedOn: "2026-10-01", kind: "news" as const },
});

let count = 0;
/** A name for a record that no other test uses. */
export const newId = (kind: string) => {
  count += 1;
  return `undone-${kind}-${count}`;
};

/** Records items, with no claims unless some are given; returns the revision. */
export async function record(desk: Desk, items: object): Promise<number> {
  const { recordRequest } = await requests();
  return requireRevision(await recordRequest({ claims: [], ...items }, desk.writer));
}

/** Merges, retires, withdraws or restores a record; returns the revision. */
export async function retire(desk: Desk, part: Parameters<typeof retirement>[0]): Promise<number> {
  const { retireRequest } = await requests();
  return requireRevision(await retireRequest(retirement(part), desk.writer));
}

/** Changes the present version of a record; returns the revision. */
export async function changeOf(
  desk: Desk,
  kind: "firm" | "event" | "figure",
  id: string,
  parts: object,
) {
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
export async function addZones(firms: readonly string[]): Promise<string[]> {
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
