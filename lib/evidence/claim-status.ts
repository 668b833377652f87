import type { Decision, Tenancy } from "./ledger-records";
import {
  type Evidence,
  type JudgedClaim,
  judgeClaim,
  listDecisions,
  type Mark,
  type Moment,
  type Resolution,
  type Standing,
} from "./resolve";

/** `shown`: the claim whose value is displayed; `retracted`: withdrawn; else its standing as a rival. */
export type ClaimStanding = "shown" | Standing | "retracted";

/** One claim and its standing at a moment. */
export interface ClaimStatus {
  /** The claim with its date as known at the moment. */
  readonly evidence: Evidence;
  /** The firm that the claim is on; null: the zone itself. */
  readonly tenancy: Tenancy | null;
  readonly standing: ClaimStanding;
  /** Does it contradict the displayed value? */
  readonly contradicts: boolean;
  /** `contested`: an active claim contradicts it. `settled`: one did, and an editor decided. */
  readonly mark: Mark;
  /** The claims that contradict it: rivals of a displayed claim, or the displayed claim for a rival. */
  readonly against: readonly Evidence[];
  /** Every decision on it so far, oldest first; never empty. */
  readonly decisions: readonly Decision[];
  /** The latest of them. */
  readonly decision: Decision;
  /** Why it is preferred, not used, deprecated or withdrawn; null where no reason was given. */
  readonly reason: string | null;
}

/**
 * Every claim on one field that is in effect and known at a moment, newest first, withdrawn claims
 * included. Claims that wait for review are left out.
 * @param resolution what the field shows at that moment
 * @param recorded every claim on the field
 */
export function listClaimStatuses(
  resolution: Resolution,
  recorded: readonly Evidence[],
  tenancy: Tenancy | null,
  moment: Moment,
): ClaimStatus[] {
  return recorded
    .flatMap((evidence) => judgeClaim(evidence, moment) ?? [])
    .sort((a, b) => newestFirst(a.evidence, b.evidence))
    .map((claim) => getStatus(resolution, claim, tenancy, moment));
}

function getStatus(
  shown: Resolution,
  { evidence, decision }: JudgedClaim,
  tenancy: Tenancy | null,
  { revision }: Moment,
): ClaimStatus {
  const { id } = evidence.claim;
  const decisions = listDecisions(evidence, revision);
  const base = { evidence, tenancy, decisions, decision, reason: decision.reason };
  if (shown.evidence?.claim.id === id) {
    const against = shown.rivals.filter(({ contradicts }) => contradicts);
    return {
      ...base,
      standing: "shown",
      contradicts: false,
      mark: shown.mark,
      against: against.map((rival) => rival.evidence),
    };
  }
  const rival = shown.rivals.find((other) => other.evidence.claim.id === id);
  if (!rival) {
    return { ...base, standing: "retracted", contradicts: false, mark: null, against: [] };
  }
  const { standing, contradicts } = rival;
  const disputed = contradicts && shown.evidence !== null;
  return {
    ...base,
    standing,
    contradicts,
    reason: rival.decision?.reason ?? decision.reason,
    mark: disputed ? (standing === "live" ? "contested" : "settled") : null,
    against: disputed && shown.evidence ? [shown.evidence] : [],
  };
}

/** Sorts by effective day, then by the revision that recorded the claim, newest first. */
export function newestFirst(a: Evidence, b: Evidence): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn > b.effectiveOn ? -1 : 1;
  return b.claim.revision - a.claim.revision || (a.claim.id > b.claim.id ? -1 : 1);
}
