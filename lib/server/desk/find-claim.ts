import "server-only";
import type { Claim, Source } from "@/lib/evidence/ledger-records";
import { db } from "../database/db";
import { toClaim, toFirstVersion, toVersion } from "../registry/ledger-rows";

/** A decision with its author and time. */
interface DecisionEntry {
  readonly kind: string;
  readonly reason: string | null;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A claim with its source, its author and its decisions, oldest first. */
interface DecidedClaim {
  readonly claim: Claim;
  readonly source: Source;
  readonly author: string;
  /** Did the reader record it? */
  readonly own: boolean;
  readonly decisions: readonly DecisionEntry[];
}

const UUID = /^[0-9a-f-]{36}$/;

/** A claim by its id, for a person who decides on it; null if there is none. */
export async function findClaim(
  id: string,
  person: { readonly id: string },
): Promise<DecidedClaim | null> {
  if (!UUID.test(id)) return null;
  const row = await db().claim.findUnique({
    where: { id },
    include: {
      source: { include: { versions: { orderBy: { revisionId: "desc" }, take: 1 } } },
      revision: true,
      decisions: { include: { revision: true }, orderBy: { id: "asc" } },
    },
  });
  if (!row) return null;
  const [changed] = row.source.versions;
  return {
    claim: toClaim(row),
    source: (changed ? toVersion(changed) : toFirstVersion(row.source)).source,
    author: row.revision.author,
    own: row.revision.authorId === person.id,
    decisions: row.decisions.map(({ kind, reason, revision }) => ({
      kind,
      reason,
      author: revision.author,
      at: revision.recordedAt.toISOString(),
    })),
  };
}
