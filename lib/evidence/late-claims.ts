import { fieldSpec } from "../catalogue/fields";
import { firstDay, lastDay, type PartialDate } from "../time/day";
import type { Claim, Facts } from "./ledger-records";
import { type Evidence, isLive, latestDecision } from "./resolve";
import { listSourcesAt } from "./source-versions";

/**
 * Is the day of a claim after its source was published? A month or a year is after it only as a whole. Never where one
 * of them has no date, nor for targets.
 */
export function isAfterSource(
  { field, asOf }: Pick<Claim, "field" | "asOf">,
  publishedOn: PartialDate | null,
): boolean {
  if (asOf === null || publishedOn === null || fieldSpec(field).group === "targets") return false;
  return firstDay(asOf) > lastDay(publishedOn);
}

/**
 * Why a claim without a day needs one: its source has none either (`source`), or it would be displayed in place of a claim
 * that has one (`displayed`); null: it needs none.
 * @param shown the displayed claim on its field; null: none
 */
export function needsDay(
  { asOf }: Pick<Claim, "asOf">,
  publishedOn: PartialDate | null,
  shown: Evidence | null,
): "source" | "displayed" | null {
  if (asOf !== null) return null;
  if (publishedOn === null) return "source";
  const outranks =
    shown !== null && shown.claim.asOf !== null && firstDay(publishedOn) >= shown.effectiveOn;
  return outranks ? "displayed" : null;
}

/** A claim whose day is after its source was published. */
interface LateClaim {
  readonly claim: Claim;
  readonly publishedOn: PartialDate;
}

/** The published claims whose day is after their source was published, as its date is known now. */
export function listLateClaims({
  claims,
  decisions,
  waiting,
  sourceVersions,
  revision,
}: Pick<Facts, "claims" | "decisions" | "waiting" | "sourceVersions" | "revision">): LateClaim[] {
  const dates = new Map(
    listSourcesAt(sourceVersions, revision).map(({ id, publishedOn }) => [id, publishedOn]),
  );
  return claims.flatMap((claim) => {
    const publishedOn = dates.get(claim.sourceId) ?? null;
    if (publishedOn === null || !isAfterSource(claim, publishedOn)) return [];
    const waits = waiting.has(claim.id) ? { waits: true as const } : {};
    const own = decisions.filter(({ claimId }) => claimId === claim.id);
    const decision = latestDecision({ claim, decisions: own, ...waits }, revision);
    return decision && isLive(decision) ? [{ claim, publishedOn }] : [];
  });
}
