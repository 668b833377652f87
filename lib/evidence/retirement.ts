import { type Day, pakistanDay } from "../time/day";
import type {
  Event,
  Facts,
  FirmVersion,
  LaterFirm,
  RetirableKind,
  Retirement,
  Standing,
  Tenancy,
  ZoneIdentity,
} from "./ledger-records";
import type { Moment } from "./resolve";

/** Before every day that a record can have: a merged or withdrawn record is hidden on all of them. */
const BEFORE_ALL: Day = "0001-01-01";

/** Is a record shown at a moment? */
export function isShownAt(
  { standings = [] }: { readonly standings?: readonly Standing[] },
  { asOf, revision }: Moment,
): boolean {
  const hiddenFrom = standings.findLast((one) => one.revision <= revision)?.hiddenFrom ?? null;
  return hiddenFrom === null || asOf < hiddenFrom;
}

/** A tenancy with the firm that it has at a revision. */
export function tenancyAt(tenancy: Tenancy, revision: number): Tenancy {
  const now = tenancy.later?.findLast((one) => one.revision <= revision);
  return now ? { ...tenancy, firm: now.firm, firmId: now.firmId } : tenancy;
}

/** The latest retirement of a record as known by a revision; null: none, or it was restored since. */
export function getRetirement(
  { retirements }: Pick<Facts, "retirements">,
  kind: RetirableKind,
  subject: string,
  revision: number,
): Retirement | null {
  const last = retirements.findLast(
    (one) => one.kind === kind && one.subject === subject && one.revision <= revision,
  );
  return last && last.act !== "restored" ? last : null;
}

/** The record that stays of merged ones; the record itself where it was not merged. */
export function followMerges(
  facts: Pick<Facts, "retirements">,
  kind: RetirableKind,
  subject: string,
  revision: number,
): string {
  const seen = new Set<string>();
  let at = subject;
  while (!seen.has(at)) {
    seen.add(at);
    at = getRetirement(facts, kind, at, revision)?.into ?? at;
  }
  return at;
}

/** The day from which a retirement hides a record; null: shown. Only a retired record is shown on the days before. */
export function getHiddenFrom(
  { act, revision }: Pick<Retirement, "act" | "revision">,
  recordedOn: ReadonlyMap<number, Day>,
): Day | null {
  if (act === "restored") return null;
  return act === "retired" ? (recordedOn.get(revision) ?? BEFORE_ALL) : BEFORE_ALL;
}

/** The day, in Pakistan, on which a record was merged, retired or withdrawn. */
export function retirementDay(
  facts: Pick<Facts, "revisions">,
  { revision }: Pick<Retirement, "revision">,
): Day {
  return listRevisionDays(facts).get(revision) ?? BEFORE_ALL;
}

/** The day, in Pakistan, of each revision. */
export function listRevisionDays({
  revisions,
}: Pick<Facts, "revisions">): ReadonlyMap<number, Day> {
  return new Map(
    revisions.map(({ number, recordedAt }) => [number, pakistanDay(new Date(recordedAt))]),
  );
}

/**
 * Facts whose zones and tenancies carry their standings and the later names of their firms. Zones and tenancies without
 * any stay the same objects.
 */
export function addStandings(facts: Facts): Facts {
  const { retirements, firmVersions } = facts;
  const changedFirms = firmVersions.some(({ reason }) => reason !== null);
  if (retirements.length === 0 && !changedFirms) return facts;
  const days = listRevisionDays(facts);
  const standings = new Map<string, Standing[]>();
  for (const one of retirements) {
    const standing = { revision: one.revision, hiddenFrom: getHiddenFrom(one, days) };
    append(standings, `${one.kind} ${one.subject}`, standing);
  }
  const laterOf = listLaterFirms(facts);
  return {
    ...facts,
    zones: facts.zones.map((zone): ZoneIdentity => {
      const own = standings.get(`zone ${zone.slug}`);
      return own === undefined ? zone : { ...zone, standings: own };
    }),
    tenancies: facts.tenancies.map((tenancy): Tenancy => {
      const own = standings.get(`tenancy ${tenancy.id}`);
      const later = laterOf(tenancy);
      if (own === undefined && later.length === 0) return tenancy;
      return {
        ...tenancy,
        ...(own === undefined ? {} : { standings: own }),
        ...(later.length > 0 ? { later } : {}),
      };
    }),
  };
}

function append<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** The firm of a tenancy after each revision that renamed or merged it; computed once for each first firm. */
function listLaterFirms({
  retirements,
  firmVersions,
}: Facts): (tenancy: Tenancy) => readonly LaterFirm[] {
  const versions = new Map<string, FirmVersion[]>();
  for (const version of firmVersions) append(versions, version.id, version);
  const merges = new Map<string, Retirement[]>();
  for (const one of retirements) if (one.kind === "firm") append(merges, one.subject, one);
  const known = new Map<string, readonly LaterFirm[]>();

  /** A firm and all into which it was ever merged. */
  const chainOf = (firmId: string) => {
    const chain = new Set([firmId]);
    for (const id of chain) {
      for (const { into } of merges.get(id) ?? []) if (into !== null) chain.add(into);
    }
    return [...chain];
  };
  const compute = ({ firmId, firm }: Tenancy): LaterFirm[] => {
    const chain = chainOf(firmId);
    const own = chain.flatMap((id) => merges.get(id) ?? []);
    const changes = [...own, ...chain.flatMap((id) => versions.get(id) ?? [])];
    const revisions = [...new Set(changes.map(({ revision }) => revision))].sort((a, b) => a - b);
    const chained = { retirements: own.sort((a, b) => a.revision - b.revision) };
    let before: Omit<LaterFirm, "revision"> = { firmId, firm };
    return revisions.flatMap((revision): LaterFirm[] => {
      const id = followMerges(chained, "firm", firmId, revision);
      const named = versions.get(id)?.findLast((version) => version.revision <= revision);
      const now = { firmId: id, firm: named?.name ?? before.firm };
      if (now.firmId === before.firmId && now.firm === before.firm) return [];
      before = now;
      return [{ revision, ...now }];
    });
  };
  return (tenancy) => {
    const later = known.get(tenancy.firmId) ?? compute(tenancy);
    known.set(tenancy.firmId, later);
    return later;
  };
}

/** Events without those that are hidden at a moment, on the zones that stay. */
export function listShownEvents(
  events: readonly Event[],
  facts: Pick<Facts, "retirements" | "revisions">,
  moment: Moment,
): readonly Event[] {
  const shown = listShown(events, facts, "event", ({ id }) => id, moment);
  const isMerge = ({ kind, act }: Retirement) => kind === "zone" && act === "merged";
  if (!facts.retirements.some(isMerge)) return shown;
  return shown.map((event) => ({
    ...event,
    zones: [
      ...new Set(event.zones.map((slug) => followMerges(facts, "zone", slug, moment.revision))),
    ],
  }));
}

/** Records without those that are hidden at a moment. */
export function listShown<T>(
  items: readonly T[],
  facts: Pick<Facts, "retirements" | "revisions">,
  kind: RetirableKind,
  getId: (item: T) => string,
  { asOf, revision }: Moment,
): readonly T[] {
  if (!facts.retirements.some((one) => one.kind === kind)) return items;
  const days = listRevisionDays(facts);
  return items.filter((item) => {
    const retirement = getRetirement(facts, kind, getId(item), revision);
    const hiddenFrom = retirement && getHiddenFrom(retirement, days);
    return hiddenFrom === null || asOf < hiddenFrom;
  });
}
