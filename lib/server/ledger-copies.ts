import { group } from "d3-array";
import "server-only";
import type { Claim, Decision } from "@/lib/evidence/ledger-records";
import { latestDecision } from "@/lib/evidence/resolve";
import { pakistanDay } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { deriveId } from "./derived-id";
import { toClaim, toDecision } from "./fact-rows";
import { getPublicationDates } from "./ledger-sources";
import type { NewClaim, NewDecision } from "./ledger-types";
import { getContent } from "./load-facts";

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
 * zones: the zone that stays keeps its own. One subject after the
 * other: a transaction has one connection.
 * @param reason of the merge
 */
export async function copyClaims(
  tx: Prisma.TransactionClient,
  reason: string,
  pairs: readonly MergedPair[],
): Promise<Copies> {
  const claims: NewClaim[] = [];
  const decisions: NewDecision[] = [];
  for (const { mergeId, from, to } of pairs) {
    const there = await readInUse(tx, to);
    const known = new Set(there.map(({ claim }) => keyOf(claim)));
    const copied = (await readInUse(tx, from)).flatMap(({ claim, decision }) =>
      decision.kind === "deprecated" || claim.field === "name" || known.has(keyOf(claim))
        ? []
        : claim,
    );
    const dated = await dateByRecording(tx, copied);
    claims.push(
      ...dated.map((claim) => ({ ...getContent(claim), ...to, id: deriveId(mergeId, claim.id) })),
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
async function readInUse(
  tx: Prisma.TransactionClient,
  { zone, tenancy }: Subject,
): Promise<{ readonly claim: Claim; readonly decision: Decision }[]> {
  const claims = await tx.claim.findMany({ where: { zoneSlug: zone, tenancyId: tenancy } });
  const rows = await tx.decision.findMany({
    where: { claim: { zoneSlug: zone, tenancyId: tenancy } },
  });
  const decisions = group(rows.map(toDecision), ({ claimId }) => claimId);
  return claims.map(toClaim).flatMap((claim) => {
    const decision = latestDecision(decisions.get(claim.id) ?? [], Number.MAX_SAFE_INTEGER);
    return decision === null || decision.kind === "retracted" ? [] : [{ claim, decision }];
  });
}

/**
 * The claims with the day on which they were recorded as their day, where neither they nor their sources have one: a copy is
 * recorded later, and a past day would show something else.
 */
async function dateByRecording(
  tx: Prisma.TransactionClient,
  claims: readonly Claim[],
): Promise<Claim[]> {
  const undated = claims.filter(({ asOf }) => asOf === null);
  if (undated.length === 0) return [...claims];
  const published = await getPublicationDates(tx, [
    ...new Set(undated.map(({ sourceId }) => sourceId)),
  ]);
  const revisions = await tx.revision.findMany({
    where: { id: { in: undated.map(({ revision }) => revision) } },
    select: { id: true, recordedAt: true },
  });
  const days = new Map(revisions.map(({ id, recordedAt }) => [id, pakistanDay(recordedAt)]));
  return claims.map((claim) =>
    claim.asOf === null && (published.get(claim.sourceId) ?? null) === null
      ? { ...claim, asOf: days.get(claim.revision) ?? null }
      : claim,
  );
}

/** Equal for claims that say the same by the same source. */
function keyOf({ field, value, asOf, sourceId, locator }: Claim): string {
  return JSON.stringify([field, value, asOf, sourceId, locator]);
}
