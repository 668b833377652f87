import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import { type Actor, audit } from "./audit";
import type { PlannedDecision } from "./ledger-decisions";
import type { PlannedSourceChange } from "./ledger-sources";
import type { NewClaim, NewSubjects } from "./ledger-types";

/** The items of a person's write. */
interface WrittenItems {
  readonly subjects: NewSubjects;
  readonly claims: readonly NewClaim[];
  readonly decisions: readonly PlannedDecision[];
  readonly sourceChanges: readonly PlannedSourceChange[];
}

/** Audits a person's write in its transaction: one entry for each zone or source and kind of action. */
export async function auditWrite(
  tx: Prisma.TransactionClient,
  actor: Actor,
  revision: number,
  { subjects, claims, decisions, sourceChanges }: WrittenItems,
): Promise<void> {
  for (const { id, title } of subjects.sources) {
    await audit({ actor, action: "source-added", subject: id, detail: { title }, revision }, tx);
  }
  for (const { source, changed, reason } of sourceChanges) {
    const detail = { changed: changed.join(", "), reason };
    await audit({ actor, action: "source-changed", subject: source.id, detail, revision }, tx);
  }
  for (const [zone, items] of groupByZone(claims)) {
    const fields = items.map(({ field, tenancy }) => (tenancy ? `${tenancy} ${field}` : field));
    const detail = { fields: fields.join(", ") };
    await audit({ actor, action: "claims-recorded", subject: zone, detail, revision }, tx);
  }
  for (const [zone, items] of groupByZone(decisions)) {
    const detail = {
      decisions: items.map(({ kind, claimId }) => `${kind} ${claimId}`).join(", "),
      reason: [...new Set(items.map(({ reason }) => reason ?? ""))].join("; "),
    };
    await audit({ actor, action: "decisions-recorded", subject: zone, detail, revision }, tx);
  }
}

function groupByZone<T extends { readonly zone: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.zone, [...(groups.get(item.zone) ?? []), item]);
  return groups;
}
