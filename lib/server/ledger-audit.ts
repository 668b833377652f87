import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import { type Actor, audit } from "./audit";
import type { PlannedDecision } from "./ledger-decisions";
import type { NewClaim, NewSubjects } from "./ledger-types";

/** The audit of a person's write, in its own transaction: one entry for each zone and each kind of act. */
export async function auditWrite(
  tx: Prisma.TransactionClient,
  actor: Actor,
  revision: number,
  subjects: NewSubjects,
  claims: readonly NewClaim[],
  decisions: readonly PlannedDecision[],
): Promise<void> {
  for (const { id, title } of subjects.sources) {
    await audit({ actor, action: "source-added", subject: id, detail: { title }, revision }, tx);
  }
  for (const [zone, items] of byZone(claims)) {
    const fields = items.map(({ field, tenancy }) => (tenancy ? `${tenancy} ${field}` : field));
    const detail = { fields: fields.join(", ") };
    await audit({ actor, action: "claims-recorded", subject: zone, detail, revision }, tx);
  }
  for (const [zone, items] of byZone(decisions)) {
    const detail = {
      decisions: items.map(({ kind, claimId }) => `${kind} ${claimId}`).join(", "),
      reason: [...new Set(items.map(({ reason }) => reason ?? ""))].join("; "),
    };
    await audit({ actor, action: "decisions-recorded", subject: zone, detail, revision }, tx);
  }
}

function byZone<T extends { readonly zone: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.zone, [...(groups.get(item.zone) ?? []), item]);
  return groups;
}
