import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { isInside, TERRITORY } from "@/lib/catalogue/territory";
import { listTerms } from "@/lib/catalogue/vocabularies";
import { addFacts } from "@/lib/evidence/add-facts";
import { groupBy } from "@/lib/evidence/group-by";
import type { Claim, Decision, Facts, Source, Tenancy } from "@/lib/evidence/ledger-records";
import { ADMISSION_FIELDS, groupByZone } from "@/lib/evidence/registry";
import { createRandom } from "@/tests/faults/random.mjs";
import { identityOf } from "@/tests/support/facts";

/** Zones that one revision introduces. Later revisions add to them. */
const ZONES_PER_REVISION = 10;
/** Milliseconds since 1970 of revision 0, and between two revisions. */
const RECORDED_FROM = Date.UTC(2026, 10, 26);
const RECORDED_EVERY_MS = 1_000;

/** How often a synthetic zone differs from the real zone that it is made like. */
const SHARES = {
  /** Claims that the zone does not have, other than on its name and on what puts it in the registry. */
  missing: 0.08,
  /** Claims that a later revision records. */
  later: 0.3,
  /** Values that are others, and notes that no other zone has. */
  otherValue: 0.2,
  ownNote: 0.55,
  /** Claims that cite a source of the zone alone, and firms that are in no other zone. */
  ownSource: 0.1,
  ownFirm: 0.2,
  /** Claims that a second one contradicts, and those of them that an editor decided on. */
  contradicted: 0.1,
  decided: 0.3,
  /** Zones with an event of their own. */
  event: 0.25,
} as const;

const ALWAYS: ReadonlySet<FieldKey> = new Set(["name", ...ADMISSION_FIELDS]);

/** Which part of a synthetic registry is made. */
export interface PartOfZones {
  /** The first position in the register. */
  readonly order: number;
  readonly count: number;
  /** The last revision, the last decision and the last place of a tenancy before it. */
  readonly revision: number;
  readonly sequence: number;
  readonly tenancy: number;
  /** Parts with the same seed are the same. */
  readonly seed: number;
}

/** Facts that can be added to. */
type Draft = {
  -readonly [K in keyof Facts]: Facts[K] extends readonly (infer T)[] ? T[] : Facts[K];
};

/** A part of a registry, with the revision that introduces each of its zones and tenancies. */
export interface MadeZones extends Facts {
  readonly introduced: ReadonlyMap<string, number>;
}

/**
 * Makes parts of a registry. Their zones are made like those of `real`, and refer to its sources and firms; their claims are
 * spread over revisions, some with another value, some contradicted, some decided on.
 */
export function prepareZones(real: Facts): (part: PartOfZones) => MadeZones {
  const claims = groupByZone(real.claims);
  const decisions = groupBy(real.decisions, ({ claimId }) => claimId);
  const tenancies = groupByZone(real.tenancies);
  const sources = new Map(real.sourceVersions.map(({ source }) => [source.id, source]));
  return (part) => {
    const draft = createDraft(part);
    const introduced = new Map<string, number>();
    for (let i = 0; i < part.count; i++) {
      const order = part.order + i;
      const random = createRandom(part.seed * 1_000_003 + order).share;
      const model = pick(real.zones, random);
      const zone = {
        slug: `${model.slug}-n${order}`,
        order,
        since: part.revision + 1 + Math.floor(i / ZONES_PER_REVISION),
        random,
      };
      draft.zones.push({ slug: zone.slug, order });
      introduced.set(zone.slug, zone.since);
      const firms = addTenancies(draft, zone, tenancies.get(model.slug) ?? [], part.tenancy);
      for (const id of firms.values()) introduced.set(id, zone.since);
      addClaims(draft, zone, { claims: claims.get(model.slug) ?? [], decisions, firms, sources });
      if (random() < SHARES.event) addEvent(draft, zone, real.events);
    }
    return { ...sortDraft(draft, part), introduced };
  };
}

/** A zone while it is made. */
interface ZoneDraft {
  readonly slug: string;
  readonly order: number;
  /** The revision that introduces it. */
  readonly since: number;
  readonly random: () => number;
}

function createDraft({ count, revision }: PartOfZones): Draft {
  const made = Math.ceil(count / ZONES_PER_REVISION);
  return {
    revision: revision + made,
    revisions: Array.from({ length: made }, (_, i) => ({
      number: revision + 1 + i,
      recordedAt: new Date(RECORDED_FROM + (revision + 1 + i) * RECORDED_EVERY_MS).toISOString(),
      author: "Synthetic zones",
      purpose: "Measure a large registry",
      // The database gives another one.
      identity: identityOf(revision + 1 + i),
    })),
    ...{ zones: [], claims: [], decisions: [], sourceVersions: [], tenancies: [], events: [] },
    ...{ waiting: new Set<string>(), context: [], firmVersions: [], retirements: [] },
  };
}

/** @returns the ids of the made tenancies by those of the real ones */
function addTenancies(
  draft: Draft,
  { slug, order, since, random }: ZoneDraft,
  real: readonly Tenancy[],
  before: number,
): ReadonlyMap<string, string> {
  return new Map(
    real.map(({ id, firm, firmId }) => {
      const own =
        random() < SHARES.ownFirm ? { id: `${firmId}-n${order}`, name: `${firm} ${order}` } : null;
      if (own) draft.firmVersions.push({ ...own, revision: since, reason: null, otherNames: [] });
      const made = `${slug}--${own?.id ?? firmId}`;
      draft.tenancies.push({
        id: made,
        zone: slug,
        firm: own?.name ?? firm,
        firmId: own?.id ?? firmId,
        order: before + draft.tenancies.length + 1,
      });
      return [id, made];
    }),
  );
}

/** What a zone's claims are made of. */
interface Real {
  readonly claims: readonly Claim[];
  readonly decisions: ReadonlyMap<string, readonly Decision[]>;
  /** The ids of the zone's tenancies by those of the real ones. */
  readonly firms: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, Source>;
}

function addClaims(
  draft: Draft,
  zone: ZoneDraft,
  { claims, decisions, firms, sources }: Real,
): void {
  const { slug, order, since, random } = zone;
  const next = (revision: number) => Math.min(draft.revision, revision + 1);
  const add = (claim: Claim, decided: readonly Pick<Decision, "kind" | "reason">[]) => {
    const { id: claimId, revision } = claim;
    draft.claims.push(claim);
    const decide = (at: number, { kind, reason }: Pick<Decision, "kind" | "reason">) =>
      // Numbered when they are in order.
      draft.decisions.push({ sequence: 0, revision: at, claimId, kind, reason });
    decide(revision, { kind: "published", reason: null });
    for (const decision of decided) decide(next(revision), decision);
  };
  const ownSources = new Set<string>();
  for (const claim of claims) {
    if (!ALWAYS.has(claim.field) && random() < SHARES.missing) continue;
    const source = sources.get(claim.sourceId);
    const isOwn = source !== undefined && random() < SHARES.ownSource;
    const sourceId = isOwn ? `${claim.sourceId}-n${order}` : claim.sourceId;
    if (isOwn && !ownSources.has(sourceId)) {
      ownSources.add(sourceId);
      const own = { ...source, id: sourceId, title: `${source.title} (zone ${order})` };
      draft.sourceVersions.push({ revision: since, reason: null, source: own });
    }
    const isLater = random() < SHARES.later;
    const isNoted = claim.note !== null && random() < SHARES.ownNote;
    const made: Claim = {
      ...claim,
      id: makeId(random),
      revision: isLater ? since + Math.floor(random() * (draft.revision - since + 1)) : since,
      zone: slug,
      tenancy: claim.tenancy === null ? null : (firms.get(claim.tenancy) ?? null),
      value:
        claim.field === "name"
          ? `${claim.value} ${order}`
          : random() < SHARES.otherValue
            ? changeValue(claim.field, claim.value, random)
            : claim.value,
      sourceId,
      note: isNoted ? `${claim.note} Zone ${order}.` : claim.note,
    };
    add(
      made,
      (decisions.get(claim.id) ?? []).filter(({ kind }) => kind !== "published"),
    );
    const value = changeValue(claim.field, claim.value, random);
    if (value === made.value || random() >= SHARES.contradicted) continue;
    const reason = `The other report on zone ${order} is nearer to it.`;
    add(
      { ...made, id: makeId(random), value, revision: next(made.revision) },
      random() < SHARES.decided ? [{ kind: "deprecated", reason }] : [],
    );
  }
}

function addEvent(draft: Draft, { slug, order, since, random }: ZoneDraft, real: Facts["events"]) {
  const event = pick(real, random);
  draft.events.push({
    ...event,
    id: `${event.id}-n${order}`,
    revision: since,
    reason: null,
    title: `${event.title} (zone ${order})`,
    zones: [slug],
  });
}

/** Another value of a field; the same for fields that have no other, such as names. */
function changeValue(field: FieldKey, value: FieldValue, random: () => number): FieldValue {
  const spec = fieldSpec(field);
  if (spec.kind === "choice") return pick(listTerms(spec.vocabulary), random).value;
  if (spec.kind === "flag") return random() < 0.5;
  if (spec.kind === "level") return Math.floor(random() * spec.levels.length);
  if (spec.kind === "number" && typeof value === "number") {
    const changed = Math.min(spec.limit, value * (0.5 + random()));
    return spec.integer ? Math.round(changed) : Math.round(changed * 10) / 10;
  }
  if (spec.kind === "place" && typeof value === "object" && value !== null && "lon" in value) {
    const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
    const place = {
      lon: round(value.lon + 2 * random() - 1),
      lat: round(value.lat + 2 * random() - 1),
    };
    return isInside(TERRITORY, place) ? place : value;
  }
  return value;
}

/** In the order in which the ledger has them. */
function sortDraft(draft: Draft, { sequence }: PartOfZones): Facts {
  const byRevision = (a: { revision: number }, b: { revision: number }) => a.revision - b.revision;
  draft.claims.sort((a, b) => a.revision - b.revision || (a.id < b.id ? -1 : 1));
  const decisions = draft.decisions
    .sort(byRevision)
    .map((decision, i) => ({ ...decision, sequence: sequence + 1 + i }));
  return { ...draft, decisions };
}

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

/** A UUID of version 4. */
function makeId(random: () => number): string {
  const hex = () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, "0");
  const [a, b, c, d] = [hex(), hex(), hex(), hex()];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

/** The real zones, and synthetic ones until there are `size`. */
export function addZones(facts: Facts, size: number): Facts {
  if (size <= facts.zones.length) return facts;
  const made = prepareZones(facts)({
    order: facts.zones.length + 1,
    count: size - facts.zones.length,
    revision: facts.revision,
    sequence: facts.decisions.length,
    tenancy: facts.tenancies.length,
    seed: 1,
  });
  return addFacts(facts, made);
}
