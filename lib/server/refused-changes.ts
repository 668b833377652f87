import "server-only";
import type { Act } from "@/lib/catalogue/roles";
import type { ProblemCode } from "@/lib/contract/problems";
import { countRefusal } from "./audit-failures";
import { log } from "./log";
import { countAuditEntry } from "./metrics";
import { getClientAddress } from "./origins";

type FindPerson = (
  headers: Headers,
) => Promise<{ readonly id: string; readonly name: string } | null>;

const findNobody: FindPerson = async () => null;

/**
 * Notes in the audit that a change was refused with 401 or 403. Never throws.
 * @param what the act that was refused, or the kind of action; nothing that a client typed
 * @param findPerson finds the user of the request
 */
export async function auditRefusedChange(
  headers: Headers,
  what: Act | "own-account" | "anyone",
  reason: ProblemCode,
  findPerson: FindPerson = findNobody,
): Promise<void> {
  const person =
    reason === "signed-out"
      ? null
      : await findPerson(headers).catch((error) => {
          log.debug("The person of a refused change is not known", { error });
          return null;
        });
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
