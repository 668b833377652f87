import "server-only";
import { may } from "@/lib/catalogue/roles";
import { SESSION_COOKIES } from "@/lib/contract/sign-in";
import type { Claim, Source } from "@/lib/evidence/ledger-records";
import { getPerson, type Person } from "../accounts/session";
import { db } from "../database/db";
import { readOrAway } from "../database/read-or-away";
import { toClaim, toFirstVersion, toVersion } from "../registry/fact-rows";

/** The claims that a reader may decide on: all, or those of some revisions. */
interface DecisionRights {
  readonly all: boolean;
  /** Revisions of the person, whose claims they may withdraw. */
  readonly revisions: ReadonlySet<number>;
}

const NO_RIGHTS: DecisionRights = { all: false, revisions: new Set() };

/**
 * The claims that the reader of a page may decide on. Asks the database only for requests with a
 * session cookie. While the database is away, the reader counts as a visitor.
 */
export async function getDecisionRights(headers: Headers): Promise<DecisionRights> {
  return forReader(headers, NO_RIGHTS, async (person) => {
    if (!may(person.role, "withdraw-own")) return NO_RIGHTS;
    if (may(person.role, "decide")) return { all: true, revisions: new Set<number>() };
    return { all: false, revisions: await listOwnRevisions(person) };
  });
}

/** May the reader of a page record claims and change sources? Asks the database like `getDecisionRights`. */
export async function canRecord(headers: Headers): Promise<boolean> {
  return forReader(headers, false, async ({ role }) => may(role, "record"));
}

/** A value for the signed-in user; for a visitor, and while the database is away, the fallback. */
async function forReader<T>(
  headers: Headers,
  fallback: T,
  getValue: (person: Person) => Promise<T>,
): Promise<T> {
  const cookies = headers.get("cookie") ?? "";
  if (!SESSION_COOKIES.some((name) => cookies.includes(`${name}=`))) return fallback;
  const value = await readOrAway("rights", async () => {
    const person = await getPerson(headers);
    return person ? getValue(person) : fallback;
  });
  return value === "away" ? fallback : value;
}

async function listOwnRevisions({ id }: Person): Promise<Set<number>> {
  const rows = await db().revision.findMany({ where: { authorId: id }, select: { id: true } });
  return new Set(rows.map((row) => row.id));
}

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
export async function findClaim(id: string, person: Person): Promise<DecidedClaim | null> {
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
