import "server-only";
import { may } from "@/lib/catalogue/roles";
import { SESSION_COOKIES } from "@/lib/contract/sign-in";
import { db } from "../database/db";
import { readOrAway } from "../log/read-or-away";
import { getPerson, type Person } from "./session";

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
