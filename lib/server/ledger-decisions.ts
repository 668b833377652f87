import "server-only";
import { DECISION_KINDS } from "@/lib/evidence/ledger-records";
import type { Prisma } from "@/prisma/generated/client";
import type { Planned } from "./ledger-claims";
import type { ItemFault, NewClaim, NewDecision } from "./ledger-types";

/** A judgement that is new, with the zone of its claim. */
export interface PlannedDecision extends NewDecision {
  readonly zone: string;
}

/**
 * The judgements that do not hold already. Refuses those on claims that do not exist, of unknown
 * kinds, and those without the reason that every kind but `published` needs.
 * @param ownerId judge only claims that this account recorded; null: any
 * @param fresh claims of the same write, which are about to be published
 */
export async function planDecisions(
  tx: Prisma.TransactionClient,
  decisions: readonly NewDecision[],
  fresh: readonly NewClaim[],
  ownerId: string | null,
): Promise<Planned<PlannedDecision>> {
  if (decisions.length === 0) return { ok: true, items: [] };
  const recorded = await tx.claim.findMany({
    where: { id: { in: [...new Set(decisions.map(({ claimId }) => claimId))] } },
  });
  const judged = await tx.decision.findMany({
    where: { claimId: { in: recorded.map(({ id }) => id) } },
    orderBy: { id: "asc" },
  });
  if (ownerId !== null) {
    const foreign = await foreignClaims(tx, recorded, ownerId);
    if (foreign.size > 0) {
      const message = "You may withdraw only what you recorded yourself; ask a reviewer.";
      return {
        ok: false,
        code: "not-yours",
        faults: decisions.flatMap(({ claimId }, index) =>
          foreign.has(claimId) ? [{ index, part: "claimId", message }] : [],
        ),
      };
    }
  }
  const zones = new Map([
    ...recorded.map(({ id, zoneSlug }) => [id, zoneSlug] as const),
    ...fresh.map(({ id, zone }) => [id, zone] as const),
  ]);
  const latest = new Map<string, { kind: string; reason: string | null }>([
    ...fresh.map(({ id }) => [id, { kind: "published", reason: null }] as const),
  ]);
  for (const { claimId, kind, reason } of judged) latest.set(claimId, { kind, reason });

  const faults: ItemFault[] = [];
  const items: PlannedDecision[] = [];
  for (const [index, { claimId, kind, reason }] of decisions.entries()) {
    const zone = zones.get(claimId);
    if (zone === undefined) {
      faults.push({ index, part: "claimId", message: `There is no claim “${claimId}”.` });
      continue;
    }
    if (!DECISION_KINDS.includes(kind)) {
      faults.push({
        index,
        part: "decision",
        message: `Give one of ${DECISION_KINDS.join(", ")}.`,
      });
      continue;
    }
    if (kind !== "published" && !reason?.trim()) {
      faults.push({ index, part: "reason", message: `Say why the claim is ${kind}.` });
      continue;
    }
    const before = latest.get(claimId);
    if (before?.kind === kind && before.reason === reason) continue;
    latest.set(claimId, { kind, reason });
    items.push({ claimId, kind, reason, zone });
  }
  return faults.length > 0 ? { ok: false, code: "invalid", faults } : { ok: true, items };
}

/** The claims that somebody else recorded. */
async function foreignClaims(
  tx: Prisma.TransactionClient,
  claims: readonly { readonly id: string; readonly revisionId: number }[],
  ownerId: string,
): Promise<Set<string>> {
  const own = await tx.revision.findMany({
    where: { id: { in: claims.map(({ revisionId }) => revisionId) }, authorId: ownerId },
    select: { id: true },
  });
  const revisions = new Set(own.map(({ id }) => id));
  return new Set(claims.filter(({ revisionId }) => !revisions.has(revisionId)).map(({ id }) => id));
}
