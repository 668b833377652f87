import { type Day, firstDay, type PartialDate, pakistanDay } from "../time/day";
import type { Claim, Decision, Facts, SourceVersion } from "./ledger-records";
import { isPublication } from "./publications";
import type { DateCorrection, Evidence } from "./resolve";
import { listPublicationDates, listVoices, type PublishedFrom } from "./source-versions";

/** Most claims have no decision beside their publication: they share one list. */
const NO_DECISIONS: readonly Decision[] = [];

/**
 * Makes the evidence of claims.
 * @param versions all of every source that they cite
 * @returns gets a claim and the decisions on it, with or without its publication
 */
export function prepareEvidence(
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
