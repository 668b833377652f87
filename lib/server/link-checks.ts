import "server-only";
import type { CheckedLink } from "@/lib/queue/work-item";
import type { ChangeResult } from "./answer-action";
import type { Actor } from "./audit";
import { checkLink, type LinkResult } from "./check-link";
import { db } from "./db";
import { processSingleton } from "./process-singleton";
import { currentView } from "./registry-at";

/** Links that this process checks at the same time, for all people together. */
const AT_ONCE = 6;

/** The latest result for each source that was checked. */
export async function listLatestChecks(): Promise<CheckedLink[]> {
  const rows = await db().linkCheck.findMany({
    distinct: ["sourceId"],
    orderBy: [{ sourceId: "asc" }, { id: "desc" }],
  });
  return rows.map(({ sourceId, url, result, status, checkedAt }) => ({
    sourceId,
    url,
    result,
    status,
    checkedAt: checkedAt.toISOString(),
  }));
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
