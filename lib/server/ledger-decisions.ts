import "server-only";
import { DECISION_KINDS } from "@/lib/registry/facts";
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
 * @param fresh claims of the same write, which are about to be published
 */
export async function planDecisions(
  tx: Prisma.TransactionClient,
  decisions: readonly NewDecision[],
  fresh: readonly NewClaim[],
): Promise<Planned<PlannedDecision>> {
  if (decisions.length === 0) return { ok: true, items: [] };
  const recorded = await tx.claim.findMany({
    where: { id: { in: [...new Set(decisions.map(({ claimId }) => claimId))] } },
    select: { id: true, zoneSlug: true, decisions: { orderBy: { id: "desc" }, take: 1 } },
  });
  const zones = new Map([
    ...recorded.map(({ id, zoneSlug }) => [id, zoneSlug] as const),
    ...fresh.map(({ id, zone }) => [id, zone] as const),
  ]);
  const latest = new Map<string, { kind: string; reason: string | null }>([
    ...fresh.map(({ id }) => [id, { kind: "published", reason: null }] as const),
  ]);
  for (const {
    id,
    decisions: [last],
  } of recorded)
    if (last) latest.set(id, last);

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
