import "server-only";
import { db } from "../database/db";
import { toClaim, toFirstVersion, toVersion } from "../registry/ledger-rows";

const UUID = /^[0-9a-f-]{36}$/;

/**
 * A claim by its id with its source, its author and its decisions, oldest first; null if there is none. It is `own` if the
 * person recorded it.
 */
export async function findClaim(id: string, person: { readonly id: string }) {
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
