import { groups } from "d3-array";
import "server-only";
import type { AuditAction, AuditDetails } from "@/lib/contract/audit-actions";
import type { Actor, NewAuditEntry } from "../audit/audit";
import type { PlannedDecision } from "./decisions";
import type { PlannedRetirements } from "./retirements";
import type { PlannedSourceChange } from "./sources";
import type { NewClaim, NewSubjects } from "./types";
import type { PlannedVersion } from "./versions";

/** The items of a person's write. */
interface WrittenItems {
  readonly subjects: NewSubjects;
  readonly claims: readonly NewClaim[];
  readonly decisions: readonly PlannedDecision[];
  readonly sourceChanges: readonly PlannedSourceChange[];
  readonly versions: readonly PlannedVersion[];
  readonly retired: PlannedRetirements;
}

/**
 * The audit of a person's write: one entry for each zone or source and kind of action.
 * @param inNameOf the author, if another person than the actor
 */
export function listEntries(
  actor: Actor,
  inNameOf: { readonly author?: string },
  revision: number,
  { subjects, claims, decisions, sourceChanges, versions, retired }: WrittenItems,
): NewAuditEntry[] {
  const entries: NewAuditEntry[] = [];
  const add = (action: AuditAction, subject: string, detail: AuditDetails) =>
    entries.push({ actor, action, subject, detail, revision });
  for (const { act, kind, subject, into, reason } of retired.requested) {
    add(`record-${act}`, subject, { kind, ...(into === null ? {} : { to: into }), reason });
  }
  // The claims and firms that a merge copies, and their withdrawals, are no acts of their own.
  const brought = new Set([
    ...[...retired.claims, ...retired.tenancies].map(({ id }) => id),
    ...retired.decisions.map(({ claimId }) => claimId),
  ]);
  for (const { slug } of subjects.zones) add("zone-added", slug, {});
  for (const { id, name } of subjects.firms ?? []) add("firm-added", id, { title: name });
  for (const { id, firm } of subjects.tenancies) {
    if (!brought.has(id)) add("tenancy-added", id, { title: firm });
  }
  for (const { id, title } of subjects.events) add("event-added", id, { title });
  for (const { key, label } of subjects.context) add("figure-added", key, { title: label });
  for (const { kind, content, changed, reason } of versions) {
    const subject = kind === "figure" ? content.key : content.id;
    add(`${kind}-changed`, subject, { changed: changed.join(", "), reason });
  }
  for (const { id, title } of subjects.sources) {
    add("source-added", id, { title, ...inNameOf });
  }
  for (const { source, changed, reason } of sourceChanges) {
    add("source-changed", source.id, { changed: changed.join(", "), reason });
  }
  const stated = claims.filter(({ id }) => !brought.has(id));
  for (const [zone, items] of groups(stated, (claim) => claim.zone)) {
    const fields = items.map(({ field, tenancy }) => (tenancy ? `${tenancy} ${field}` : field));
    add("claims-recorded", zone, { fields: fields.join(", "), ...inNameOf });
  }
  const decided = decisions.filter(({ claimId }) => !brought.has(claimId));
  for (const [zone, items] of groups(decided, (decision) => decision.zone)) {
    add("decisions-recorded", zone, {
      decisions: items.map(({ kind, claimId }) => `${kind} ${claimId}`).join(", "),
      reason: [...new Set(items.map(({ reason }) => reason ?? ""))].join("; "),
    });
  }
  return entries;
}
