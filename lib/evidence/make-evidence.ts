import { type Day, firstDay, type PartialDate, pakistanDay } from "../time/day";
import type { Claim, Decision, Facts, SourceVersion } from "./ledger-records";
import type { DateCorrection, Evidence } from "./resolve";
import { listPublicationDates, listVoices, type PublishedFrom } from "./source-versions";

/** Decisions by the id of their claim. */
export function groupByClaim(
  decisions: readonly Decision[],
): ReadonlyMap<string, readonly Decision[]> {
  const groups = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const list = groups.get(decision.claimId);
    if (list) list.push(decision);
    else groups.set(decision.claimId, [decision]);
  }
  return groups;
}

/** Makes the evidence of claims. @param versions all of every source that they cite */
export function prepareEvidence(
  { revisions }: Pick<Facts, "revisions">,
  versions: readonly SourceVersion[],
): (claim: Claim, decisions: readonly Decision[]) => Evidence {
  const published = listPublicationDates(versions);
  const voices = listVoices(versions);
  const days = new Map<number, Day>();
  const recordedOn = (number: number): Day | undefined => {
    const known = days.get(number);
    if (known !== undefined) return known;
    // Revisions are numbered from 1, except where only some of them were read.
    const near = revisions[number - 1];
    const revision = near?.number === number ? near : revisions.find((r) => r.number === number);
    if (!revision) return undefined;
    const day = pakistanDay(new Date(revision.recordedAt));
    days.set(number, day);
    return day;
  };
  return (claim, decisions) => {
    const { date, corrections } = getDates(claim, published.get(claim.sourceId) ?? [], recordedOn);
    return {
      claim,
      date,
      effectiveOn: firstDay(date),
      decisions,
      voices: voices.get(claim.sourceId) ?? [],
      ...(corrections.length > 0 ? { corrections } : {}),
    };
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
