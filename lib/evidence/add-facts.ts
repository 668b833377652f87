import type { Facts, FirmVersion, Revision } from "./ledger-records";
import { addStandings } from "./retirement";

/**
 * Facts with those of later revisions behind them. A list that nothing is added to stays the same object. Each revision's
 * own facts have one order, so that it does not matter how many revisions are added at once. Texts are not ordered in SQL,
 * whose order depends on the language of the database.
 * @param added the figures of one revision in the order of the register, all others in any order
 */
export function addFacts(known: Facts, added: Facts): Facts {
  if (added.revisions.length === 0) return known;
  const facts: Facts = {
    revision: added.revision,
    revisions: join(known.revisions, added.revisions, (a, b) => a.number - b.number),
    removal: added.removal ?? known.removal,
    zones: join(known.zones, added.zones, (a, b) => a.order - b.order),
    claims: join(
      known.claims,
      added.claims,
      (a, b) => a.revision - b.revision || byText(a.id, b.id),
    ),
    decisions: join(known.decisions, added.decisions, (a, b) => a.sequence - b.sequence),
    waiting:
      added.waiting.size === 0 ? known.waiting : new Set([...known.waiting, ...added.waiting]),
    sourceVersions: join(
      known.sourceVersions,
      added.sourceVersions,
      (a, b) => a.revision - b.revision || byText(a.source.id, b.source.id) || byVersion(a, b),
    ),
    tenancies: join(known.tenancies, added.tenancies, (a, b) => a.order - b.order),
    events: join(
      known.events,
      added.events,
      (a, b) =>
        byVersion(a, b) || (a.reason === null ? byText(a.date, b.date) : 0) || byText(a.id, b.id),
    ),
    context: join(
      known.context,
      added.context,
      (a, b) => byVersion(a, b) || (a.reason === null ? 0 : byText(a.key, b.key)),
    ),
    firmVersions: join(
      known.firmVersions,
      added.firmVersions,
      (a, b) => a.revision - b.revision || byText(a.id, b.id) || byVersion(a, b),
    ),
    retirements: join(
      known.retirements,
      added.retirements,
      (a, b) => a.revision - b.revision || byText(a.id, b.id),
    ),
  };
  const { tenancies, retirements, firmVersions } = added;
  const isRenamed = firmVersions.some(({ reason }) => reason !== null);
  // A new tenancy can be of a firm that was renamed or merged before.
  return tenancies.length > 0 || retirements.length > 0 || isRenamed ? addStandings(facts) : facts;
}

function join<T>(
  known: readonly T[],
  added: readonly T[],
  compare: (a: T, b: T) => number = () => 0,
): readonly T[] {
  if (added.length === 0) return known;
  const sorted = sort(added, compare);
  return known.length === 0 ? sorted : known.concat(sorted);
}

function sort<T>(items: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  // Those that the database has sorted are many.
  const isSorted = items.every((item, i) => i === 0 || compare(items[i - 1] as T, item) <= 0);
  return isSorted ? items : [...items].sort(compare);
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** By revision; in one, first versions before changed ones. */
const byVersion = (
  a: Pick<FirmVersion, "revision" | "reason">,
  b: Pick<FirmVersion, "revision" | "reason">,
): number => a.revision - b.revision || Number(a.reason !== null) - Number(b.reason !== null);

/** The lists whose growth tells what changed. */
type MarkedList = "claims" | "decisions" | "sourceVersions" | "firmVersions" | "retirements";

/** How far facts go; it holds none of them. */
export interface FactsMark extends Readonly<Record<MarkedList, { readonly length: number }>> {
  readonly first: Revision | undefined;
  /** The number of revisions. */
  readonly count: number;
  /** Of the last revision. */
  readonly identity: string | undefined;
}

/** The mark of facts. */
export function markFacts(facts: Facts): FactsMark {
  const { revisions, claims, decisions, sourceVersions } = facts;
  const { firmVersions, retirements } = facts;
  return {
    first: revisions[0],
    count: revisions.length,
    identity: revisions.at(-1)?.identity,
    claims: { length: claims.length },
    decisions: { length: decisions.length },
    sourceVersions: { length: sourceVersions.length },
    firmVersions: { length: firmVersions.length },
    retirements: { length: retirements.length },
  };
}

/** The mark that facts had at one of their revisions; null: they never had it. */
export function markRevision(number: number, facts: Facts): FactsMark | null {
  const count = facts.revisions.findLastIndex((revision) => revision.number <= number) + 1;
  const last = facts.revisions[count - 1];
  if (last?.number !== number) return null;
  const until = (list: readonly { readonly revision: number }[]) => ({
    length: list.findLastIndex(({ revision }) => revision <= number) + 1,
  });
  return {
    first: facts.revisions[0],
    count,
    identity: last.identity,
    claims: until(facts.claims),
    decisions: until(facts.decisions),
    sourceVersions: until(facts.sourceVersions),
    firmVersions: until(facts.firmVersions),
    retirements: until(facts.retirements),
  };
}

/** Were facts made by adding to those of a mark? False where everything was read again. */
export function isContinued(before: FactsMark, after: Facts): boolean {
  return before.count === 0 || (before.first === after.revisions[0] && hasRevisions(before, after));
}

/** Are the revisions of a mark in some facts? */
export function hasRevisions({ count, identity }: FactsMark, { revisions }: Facts): boolean {
  return count === 0 || revisions.at(count - 1)?.identity === identity;
}

/** The claims with some ids. */
export function findClaims({ claims }: Pick<Facts, "claims">, ids: ReadonlySet<string>) {
  return ids.size === 0 ? [] : claims.filter(({ id }) => ids.has(id));
}
