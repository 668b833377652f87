import "server-only";
import { may } from "@/lib/catalogue/roles";
import { SESSION_COOKIES } from "@/lib/contract/session-cookie";
import type { Claim, Source } from "@/lib/evidence/ledger-records";
import { isDatabaseAway } from "./database-away";
import { db } from "./db";
import { toClaim, toFirstVersion, toVersion } from "./facts-rows";
import { getPerson, type Person } from "./session";

/** Which claims a reader of a page may judge: all, those of some revisions, or none. */
export interface MayJudge {
  readonly all: boolean;
  /** Revisions that the person wrote, whose claims they may withdraw. */
  readonly revisions: ReadonlySet<number>;
}

/** Nobody signed in, or nobody who may judge. */
export const JUDGES_NOTHING: MayJudge = { all: false, revisions: new Set() };

/**
 * What whoever reads a page may judge. Asks the database only where the request carries a session's
 * cookie; while it is away the reader counts as a visitor.
 */
export async function mayJudge(headers: Headers): Promise<MayJudge> {
  return forReader(headers, JUDGES_NOTHING, async (person) => {
    if (!may(person.role, "withdraw-own")) return JUDGES_NOTHING;
    if (may(person.role, "decide")) return { all: true, revisions: new Set<number>() };
    return { all: false, revisions: await revisionsOf(person) };
  });
}

/** May whoever reads a page record claims and change sources? Asks the database no oftener than `mayJudge`. */
export async function mayRecord(headers: Headers): Promise<boolean> {
  return forReader(headers, false, async ({ role }) => may(role, "record"));
}

/** What holds for whoever is signed in; for a visitor, and while the database is away, what is given. */
async function forReader<T>(
  headers: Headers,
  otherwise: T,
  ask: (person: Person) => Promise<T>,
): Promise<T> {
  const cookies = headers.get("cookie") ?? "";
  if (!SESSION_COOKIES.some((name) => cookies.includes(`${name}=`))) return otherwise;
  try {
    const person = await getPerson(headers);
    return person ? await ask(person) : otherwise;
  } catch (error) {
    if (isDatabaseAway(error)) return otherwise;
    throw error;
  }
}

async function revisionsOf({ id }: Person): Promise<Set<number>> {
  const rows = await db().revision.findMany({ where: { authorId: id }, select: { id: true } });
  return new Set(rows.map((row) => row.id));
}

/** A judgement with who made it and when. */
export interface JudgementEntry {
  readonly kind: string;
  readonly reason: string | null;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A claim with its source, its author, and everything that was judged of it, the first first. */
export interface JudgedClaim {
  readonly claim: Claim;
  readonly source: Source;
  readonly author: string;
  readonly own: boolean;
  readonly judgements: readonly JudgementEntry[];
}

const UUID = /^[0-9a-f-]{36}$/;

/** A claim by its id, as the judging page shows it to a person; null where there is none. */
export async function findClaim(id: string, person: Person): Promise<JudgedClaim | null> {
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
    judgements: row.decisions.map(({ kind, reason, revision }) => ({
      kind,
      reason,
      author: revision.author,
      at: revision.recordedAt.toISOString(),
    })),
  };
}
