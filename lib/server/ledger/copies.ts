import "server-only";
import { type Ledger, subjectKey } from "@/lib/evidence/evidence-index";
import type { Claim, Decision, Facts } from "@/lib/evidence/ledger-records";
import { type Evidence, latestDecision } from "@/lib/evidence/resolve";
import { listRevisionDays } from "@/lib/evidence/retirement";
import { getContent } from "../registry/load-facts";
import { deriveId } from "./derived-id";
import type { NewClaim, NewDecision } from "./types";
import { getCitedSources } from "./versions";

/** The zone of a claim, or the firm in it. */
type Subject = Pick<Claim, "zone" | "tenancy">;

/** A subject whose claims go to another one. */
interface MergedPair {
  /** The retirement that merges it; the ids of the copies come from it and from the claims. */
  readonly mergeId: string;
  readonly from: Subject;
  readonly to: Subject;
}

/** What a merge adds for the claims of what is merged. */
interface Copies {
  readonly claims: readonly NewClaim[];
  /** Preferences of the record that stays, made again, so that they cover the copies too. */
  readonly decisions: readonly NewDecision[];
}

/**
 * The claims in use on some subjects as claims on others, without those that these have already, and without the names of
 * zones: the zone that stays keeps its own.
 * @param reason of the merge
 */
export function copyClaims(ledger: Ledger, reason: string, pairs: readonly MergedPair[]): Copies {
  const claims: NewClaim[] = [];
  const decisions: NewDecision[] = [];
  for (const { mergeId, from, to } of pairs) {
    const there = listInUse(ledger, to);
    const known = new Set(there.map(({ claim }) => keyOf(claim)));
    const copied = listInUse(ledger, from).flatMap(({ claim, decision }) =>
      decision.kind === "deprecated" || claim.field === "name" || known.has(keyOf(claim))
        ? []
        : claim,
    );
    const dated = dateByRecording(ledger.facts, copied);
    claims.push(
      ...dated.map(({ changed, ...claim }) => ({
        ...{ ...getContent(claim), ...to, id: deriveId(mergeId, claim.id) },
        ...(changed ? { changed } : {}),
      })),
    );
    const fields = new Set(copied.map(({ field }) => field));
    for (const { claim, decision } of there) {
      if (decision.kind !== "preferred" || !fields.has(claim.field)) continue;
      const words = `${decision.reason ?? ""} (Still preferred after a merge: ${reason})`;
      decisions.push({ claimId: claim.id, kind: "preferred", reason: words });
    }
  }
  return { claims, decisions };
}

/** The claims on a subject with their latest decision, without withdrawn ones and those that wait. */
function listInUse(
  { evidence }: Ledger,
  { zone, tenancy }: Subject,
): { readonly claim: Claim; readonly decision: Decision }[] {
  const fields = evidence.get(subjectKey(zone, tenancy)) ?? new Map<never, readonly Evidence[]>();
  return [...fields.values()].flat().flatMap((item) => {
    const decision = latestDecision(item, Number.MAX_SAFE_INTEGER);
    return !decision || decision.kind === "retracted" ? [] : [{ claim: item.claim, decision }];
  });
}

/**
 * The claims with the day on which they were recorded as their day, where neither they nor their sources have one: a copy is
 * recorded later, and a past day would show something else.
 */
function dateByRecording(facts: Facts, claims: readonly Claim[]): readonly Claim[] {
  const undated = claims.filter(({ asOf }) => asOf === null);
  if (undated.length === 0) return claims;
  const sources = getCitedSources(facts, new Set(undated.map(({ sourceId }) => sourceId)));
  const days = listRevisionDays(facts);
  return claims.map((claim) =>
    claim.asOf === null && (sources.get(claim.sourceId)?.publishedOn ?? null) === null
      ? { ...claim, asOf: days.get(claim.revision) ?? null }
      : claim,
  );
}

/** Equal for claims that say the same by the same source. */
function keyOf({ field, value, asOf, sourceId, locator }: Claim): string {
  return JSON.stringify([field, value, asOf, sourceId, locator]);
}
