import "server-only";
import type { LinkResult } from "@/lib/contract/link-results";
import type { CheckedLink } from "@/lib/queue/work-item";
import type { Actor } from "../audit/audit";
import type { ChangeResult } from "../change-result";
import { db } from "../database/db";
import { processSingleton } from "../process-singleton";
import { currentView } from "../registry/registry-at";
import { checkLink } from "./check-link";

/** Links that this process checks at the same time, for all people together. */
const AT_ONCE = 6;

/** A row as the driver gives it. */
interface CheckRow extends Omit<CheckedLink, "checkedAt"> {
  readonly checkedAt: Date;
}

/** The latest result for each source that was checked. */
export async function listLatestChecks(): Promise<CheckedLink[]> {
  // Prisma would read every check ever made to find the latest ones.
  const rows = await db().$queryRaw<CheckRow[]>`
    SELECT DISTINCT ON (source_id) source_id AS "sourceId", url, result, status, checked_at AS "checkedAt"
    FROM link_check ORDER BY source_id, id DESC`;
  return rows.map(({ checkedAt, ...row }) => ({ ...row, checkedAt: checkedAt.toISOString() }));
}

/** Runs work when fewer than `AT_ONCE` others run. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turns = processSingleton("link-turns", () => ({
    running: 0,
    waiting: [] as (() => void)[],
  }));
  if (turns.running >= AT_ONCE) await new Promise<void>((go) => turns.waiting.push(go));
  else turns.running += 1;
  try {
    return await work();
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
  }
}

/**
 * Checks the links of some sources at the same time, and keeps the results. A source without a link is left out.
 * @returns the results in the order of the ids
 */
export async function checkLinks(
  ids: readonly string[],
  actor: Actor,
): Promise<ChangeResult<readonly LinkResult[]>> {
  const { sources } = await currentView();
  const wanted = new Set(ids);
  const links = sources.flatMap(({ id, url }) =>
    wanted.has(id) && url !== null ? [{ sourceId: id, url }] : [],
  );
  const checked = await Promise.all(
    links.map(async (link) => ({ ...link, ...(await inTurn(() => checkLink(link.url))) })),
  );
  await db().linkCheck.createMany({
    data: checked.map((one) => ({ ...one, checkedBy: actor.name })),
  });
  return { ok: true, value: checked.map(({ result }) => result) };
}
