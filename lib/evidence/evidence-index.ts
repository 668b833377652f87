import type { FieldKey } from "../catalogue/fields";
import { type Day, firstDay, type PartialDate, pakistanDay } from "../time/day";
import type { FactsMark } from "./add-facts";
import { FieldMap } from "./field-map";
import { groupBy } from "./group-by";
import type { Claim, Decision, Facts, SourceVersion } from "./ledger-records";
import { isPublication } from "./publications";
import { type DateCorrection, type Evidence, listDecisions, type WeighedClaim } from "./resolve";
import { listPublicationDates, listVoices, type PublishedFrom } from "./source-versions";
import { listTouchedZones } from "./touched-zones";

/** Most claims have no decision beside their publication: they share one list. */
const NO_DECISIONS: readonly Decision[] = [];

/** Evidence by subject (`zone` or `zone/tenancy`) and field. */
export type EvidenceIndex<C extends WeighedClaim = Claim> = ReadonlyMap<
  string,
  ReadonlyMap<FieldKey, readonly Evidence<C>[]>
>;

/** The records of the ledger and their index. */
export interface Ledger {
  readonly facts: Facts;
  readonly evidence: EvidenceIndex;
}

/** The index key of a zone, or of a firm in it. */
export function subjectKey(zone: string, tenancy: string | null): string {
  return tenancy === null ? zone : `${zone}/${tenancy}`;
}

/** The slug of the zone that a subject is, or that its firm is in. */
export function zoneOfSubject(subject: string): string {
  return subject.split("/", 1)[0] ?? subject;
}

/** Is a subject a zone, or a firm in it? */
export function isSubjectOf(subject: string, zone: string): boolean {
  return subject === zone || subject.startsWith(`${zone}/`);
}

/**
 * Every claim with its effective day and decisions, by subject and field. The effective day is the
 * first day of `asOf`; without one, of the source's `publishedOn`, which later revisions may
 * correct; without either, the day on which the claim was recorded.
 * @throws Error where a claim has no date and its revision is not in the facts
 */
export function indexEvidence(facts: Facts): EvidenceIndex {
  const toEvidence = prepareEvidence(facts, facts.sourceVersions);
  const decisions = groupBy(facts.decisions, ({ claimId }) => claimId);
  const subjects = new Map<string, Evidence[]>();
  for (const claim of facts.claims) {
    const key = subjectKey(claim.zone, claim.tenancy);
    const evidence = toEvidence(claim, decisions.get(claim.id));
    const items = subjects.get(key);
    if (items) items.push(evidence);
    else subjects.set(key, [evidence]);
  }
  return new Map([...subjects].map(([key, items]) => [key, new FieldMap(items)]));
}

/**
 * The index of facts that were added to others, equal to `indexEvidence(after)`: the evidence on the touched zones and their
 * firms is made again, and all other evidence is that of before.
 * @param before the mark of the facts of `index`
 * @param after continues them
 */
export function continueIndex(
  index: EvidenceIndex,
  before: FactsMark,
  after: Facts,
): EvidenceIndex {
  const touched = new Set(listTouchedZones(before, after));
  if (touched.size === 0) return index;
  const claims = after.claims.filter(({ zone }) => touched.has(zone));
  const ids = new Set(claims.map(({ id }) => id));
  const cited = new Set(claims.map(({ sourceId }) => sourceId));
  const made = indexEvidence({
    ...after,
    claims,
    decisions: after.decisions.filter(({ claimId }) => ids.has(claimId)),
    sourceVersions: after.sourceVersions.filter(({ source }) => cited.has(source.id)),
  });
  const continued = new Map(index);
  for (const [subject, evidence] of made) continued.set(subject, evidence);
  return continued;
}

/** Every decision on a claim, oldest first; empty where the index does not have it. */
export function getDecisions(
  index: EvidenceIndex,
  { id, zone, tenancy, field }: Claim,
): readonly Decision[] {
  const evidence = index.get(subjectKey(zone, tenancy))?.get(field) ?? [];
  const found = evidence.find(({ claim }) => claim.id === id);
  return found ? listDecisions(found, Number.MAX_SAFE_INTEGER) : [];
}

/** The evidence on one field of a zone (tenancy null) or of a firm in it. */
export interface FieldEvidence {
  readonly tenancy: string | null;
  readonly field: FieldKey;
  readonly evidence: readonly Evidence[];
}

/** The evidence on a zone and some of its firms, field by field. */
export function listFieldEvidence(
  index: EvidenceIndex,
  slug: string,
  tenancies: readonly string[],
): FieldEvidence[] {
  return [null, ...tenancies].flatMap((tenancy) =>
    [...(index.get(subjectKey(slug, tenancy)) ?? [])].map(([field, evidence]) => ({
      tenancy,
      field,
      evidence,
    })),
  );
}

/**
 * Makes the evidence of claims.
 * @param versions all of every source that they cite
 * @returns gets a claim and the decisions on it, with or without its publication
 */
function prepareEvidence(
  { revisions, waiting }: Pick<Facts, "revisions" | "waiting">,
  versions: readonly SourceVersion[],
): (claim: Claim, decisions?: readonly Decision[]) => Evidence {
  const published = listPublicationDates(versions);
  const voices = listVoices(versions);
  const days = new Map<number, Day>();
  const recordedOn = (number: number): Day | undefined => {
    const known = days.get(number);
    if (known !== undefined) return known;
    // Revisions are numbered from 1, except where only some of them were read.
    const near = revisions.at(number - 1);
    const revision = near?.number === number ? near : revisions.find((r) => r.number === number);
    if (!revision) return undefined;
    const day = pakistanDay(new Date(revision.recordedAt));
    days.set(number, day);
    return day;
  };
  const firstDays = new Map<PartialDate, Day>();
  const getFirstDay = (date: PartialDate): Day => {
    const known = firstDays.get(date) ?? firstDay(date);
    firstDays.set(date, known);
    return known;
  };
  return (claim, all = NO_DECISIONS) => {
    const { date, corrections } = getDates(claim, published.get(claim.sourceId) ?? [], recordedOn);
    const effectiveOn = getFirstDay(date);
    const known = voices.get(claim.sourceId) ?? [];
    const others = all.filter((decision) => !isPublication(decision, claim));
    const decisions = others.length > 0 ? others : NO_DECISIONS;
    const evidence = { claim, date, effectiveOn, decisions, voices: known };
    const waits = waiting.has(claim.id) ? { waits: true as const } : null;
    return waits || corrections.length > 0
      ? { ...evidence, ...waits, ...(corrections.length > 0 ? { corrections } : null) }
      : evidence;
  };
}

/** A claim's date when it was recorded, and its later dates after corrections of its source. */
function getDates(
  { id, asOf, revision: since }: Claim,
  published: readonly PublishedFrom[],
  recordedOn: (revision: number) => PartialDate | undefined,
): { readonly date: PartialDate; readonly corrections: readonly DateCorrection[] } {
  if (asOf !== null) return { date: asOf, corrections: [] };
  const recorded = recordedOn(since);
  const first = published.findLast(({ revision }) => revision <= since) ?? published[0];
  const date = first?.publishedOn ?? recorded;
  if (date === undefined) throw new Error(`claim ${id} has no revision`);
  const corrections = published
    .filter(({ revision }) => revision > since && revision !== first?.revision)
    .map(({ revision, publishedOn }) => ({ revision, date: publishedOn ?? recorded ?? date }));
  return { date, corrections };
}
