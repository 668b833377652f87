import "server-only";
import type { Facts } from "@/lib/registry/facts";
import type { Prisma } from "@/prisma/generated/client";
import { toClaim, toDecision, toRevision, toSource } from "./facts-rows";
import { NO_FACTS } from "./load-facts";

/** The claims on some zones with their decisions, sources and revisions, as a transaction sees them. */
export async function zoneFacts(
  tx: Prisma.TransactionClient,
  slugs: readonly string[],
): Promise<Facts> {
  const ofZones = { zoneSlug: { in: [...new Set(slugs)] } };
  const claims = await tx.claim.findMany({
    where: ofZones,
    include: { decisions: true, source: true, revision: true },
  });
  const sources = new Map(claims.map(({ source }) => [source.id, toSource(source)]));
  const revisions = new Map(claims.map(({ revision }) => [revision.id, toRevision(revision)]));
  return {
    ...NO_FACTS,
    claims: claims.map(toClaim),
    decisions: claims.flatMap(({ decisions }) => decisions.map(toDecision)),
    sources: [...sources.values()],
    revisions: [...revisions.values()],
  };
}
