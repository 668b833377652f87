import "server-only";
import type { Facts } from "@/lib/evidence/ledger-records";
import type { Prisma } from "@/prisma/generated/client";
import { toClaim, toDecision, toFirstVersion, toRevision, toVersion } from "./facts-rows";
import { inOrder, NO_FACTS } from "./load-facts";

/** The claims on some zones with their decisions, sources and revisions, as a transaction sees them. */
export async function zoneFacts(
  tx: Prisma.TransactionClient,
  slugs: readonly string[],
): Promise<Facts> {
  const ofZones = { zoneSlug: { in: [...new Set(slugs)] } };
  // One query after the other: a transaction has a single connection, and an include would use it twice at once.
  const claims = await tx.claim.findMany({ where: ofZones });
  const decisions = await tx.decision.findMany({ where: { claim: ofZones } });
  const ofClaims = { claims: { some: ofZones } };
  const sources = await tx.source.findMany({ where: ofClaims });
  const versions = await tx.sourceVersion.findMany({ where: { source: ofClaims } });
  const revisions = await tx.revision.findMany({ where: { claims: { some: ofZones } } });
  return {
    ...NO_FACTS,
    claims: claims.map(toClaim),
    decisions: decisions.map(toDecision),
    sourceVersions: inOrder([...sources.map(toFirstVersion), ...versions.map(toVersion)]),
    revisions: revisions.map(toRevision),
  };
}
