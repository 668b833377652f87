import { type Day, pakistanDay } from "../time/day";
import type {
  Event,
  Facts,
  LaterFirm,
  RetirableKind,
  Retirement,
  Standing,
  Tenancy,
  ZoneIdentity,
} from "./ledger-records";
import type { Moment } from "./resolve";

/** Before every day that a record can have: a merged record is hidden on all of them. */
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

/** The day from which a retirement hides a record; null: shown. A merged record is hidden on every day. */
export function getHiddenFrom(
  { act, revision }: Pick<Retirement, "act" | "revision">,
  recordedOn: ReadonlyMap<number, Day>,
): Day | null {
  if (act === "restored") return null;
  return act === "merged" ? BEFORE_ALL : (recordedOn.get(revision) ?? BEFORE_ALL);
}

/** The day, in Pakistan, on which a record was merged or retired. */
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
  const standingsOf = (kind: RetirableKind, subject: string): readonly Standing[] =>
    retirements
      .filter((one) => one.kind === kind && one.subject === subject)
      .map((one) => ({ revision: one.revision, hiddenFrom: getHiddenFrom(one, days) }));
  return {
    ...facts,
    zones: facts.zones.map((zone): ZoneIdentity => {
      const standings = standingsOf("zone", zone.slug);
      return standings.length === 0 ? zone : { ...zone, standings };
    }),
    tenancies: facts.tenancies.map((tenancy): Tenancy => {
      const standings = standingsOf("tenancy", tenancy.id);
      const later = listLaterFirms(facts, tenancy);
      if (standings.length === 0 && later.length === 0) return tenancy;
      return {
        ...tenancy,
        ...(standings.length > 0 ? { standings } : {}),
        ...(later.length > 0 ? { later } : {}),
      };
    }),
  };
}

/** The firm of a tenancy after each revision that renamed or merged it. */
function listLaterFirms(facts: Facts, { firmId, firm }: Tenancy): LaterFirm[] {
  const revisions = [
    ...facts.retirements.filter(({ kind }) => kind === "firm"),
    ...facts.firmVersions,
  ].map(({ revision }) => revision);
  let before: Omit<LaterFirm, "revision"> = { firmId, firm };
  return [...new Set(revisions)]
    .sort((a, b) => a - b)
    .flatMap((revision): LaterFirm[] => {
      const id = followMerges(facts, "firm", firmId, revision);
      const named = facts.firmVersions.findLast(
        (version) => version.id === id && version.revision <= revision,
      );
      const now = { firmId: id, firm: named?.name ?? before.firm };
      if (now.firmId === before.firmId && now.firm === before.firm) return [];
      before = now;
      return [{ revision, ...now }];
    });
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
