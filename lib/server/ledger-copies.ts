import "server-only";
import type { Claim } from "@/lib/evidence/ledger-records";
import { latestDecision } from "@/lib/evidence/resolve";
import type { Prisma } from "@/prisma/generated/client";
import { deriveId } from "./derived-id";
import { toClaim, toDecision } from "./fact-rows";
import type { NewClaim } from "./ledger-types";
import { getContent } from "./load-facts";

/** The zone of a claim, or the firm in it. */
type Subject = Pick<Claim, "zone" | "tenancy">;

/**
 * The claims in use on some subjects as claims on others, without those that these have already. Their ids come from the
 * merge and the claim. One subject after the other: a transaction has one connection.
 */
export async function copyClaims(
  tx: Prisma.TransactionClient,
  mergeId: string,
  pairs: readonly (readonly [from: Subject, to: Subject])[],
): Promise<NewClaim[]> {
  const copies: NewClaim[] = [];
  for (const [from, to] of pairs) copies.push(...(await copySubject(tx, mergeId, from, to)));
  return copies;
}

async function copySubject(
  tx: Prisma.TransactionClient,
  mergeId: string,
  from: Subject,
  to: Subject,
): Promise<NewClaim[]> {
  const read = async ({ zone, tenancy }: Subject) =>
    (await tx.claim.findMany({ where: { zoneSlug: zone, tenancyId: tenancy } })).map(toClaim);
  const claims = await read(from);
  const there = new Set((await read(to)).map(keyOf));
  const rows = await tx.decision.findMany({
    where: { claimId: { in: claims.map((claim) => claim.id) } },
  });
  const decisions = rows.map(toDecision);
  return claims.flatMap((claim) => {
    const own = decisions.filter(({ claimId }) => claimId === claim.id);
    const kind = latestDecision(own, Number.MAX_SAFE_INTEGER)?.kind;
    if (kind !== "published" && kind !== "preferred") return [];
    if (there.has(keyOf(claim))) return [];
    return [{ ...getContent(claim), ...to, id: deriveId(mergeId, claim.id) }];
  });
}

/** Equal for claims that say the same by the same source. */
function keyOf({ field, value, asOf, sourceId, locator }: Claim): string {
  return JSON.stringify([field, value, asOf, sourceId, locator]);
}
