import "server-only";
import type { Act } from "@/lib/catalogue/roles";
import type { ForbiddenReason } from "@/lib/contract/forbidden-reasons";
import { countAuditEntry } from "../metrics";
import { getClientAddress } from "../origins";
import { countRefusal } from "./audit-failures";

/**
 * Notes in the audit that a change was refused with 401 or 403. Never throws.
 * @param what the act that was refused, or the kind of action; nothing that a client typed
 * @param person the user of the request; null without a session, or where it was not read
 */
export async function auditRefusedChange(
  headers: Headers,
  what: Act | "own-account" | "anyone",
  reason: ForbiddenReason,
  person: { readonly id: string; readonly name: string } | null = null,
): Promise<void> {
  countAuditEntry("change-refused");
  await countRefusal({
    actor: {
      id: person?.id ?? null,
      name: person?.name ?? "visitor",
      address: getClientAddress(headers),
    },
    action: "change-refused",
    subject: what,
    detail: { refused: reason },
  });
}
