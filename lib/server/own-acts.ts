import "server-only";
import type { Hindrance, OwnAct } from "@/lib/contract/own-act";
import { Prisma } from "@/prisma/generated/client";
import { db } from "./db";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Acts that are listed. */
const SHOWN = 100;
/** The largest number of a revision. */
const MAX_REVISION = 2_147_483_647;
const UNDO = "Undo of r";

/** The purpose of a revision that undoes another one. Purposes are not typed by people, so nobody can forge it. */
export const formatUndoPurpose = (revision: number): string => `${UNDO}${revision}`;

/** The revision that another one undoes; null: it undoes nothing. */
export function readUndone(purpose: string): number | null {
  return purpose.startsWith(UNDO) ? Number(purpose.slice(UNDO.length)) : null;
}

/** What a revision holds. */
export interface Act extends Omit<OwnAct, "at" | "undoes" | "hindrance"> {
  readonly at: Date;
  readonly purpose: string;
  /** Versions of sources. */
  readonly versions: number;
}

/** The latest 100 acts of a person, latest first, each with whether it can be undone. */
export async function listOwnActs(personId: string): Promise<OwnAct[]> {
  const acts = await readActs(db(), personId);
  const hindrances = await findHindrances(db(), acts, personId);
  return acts.map(({ at, purpose, versions: _, ...act }) => ({
    ...act,
    at: at.toISOString(),
    undoes: readUndone(purpose),
    hindrance: hindrances.get(act.revision) ?? null,
  }));
}

/** An act of a person; null: they did not make this revision. */
export async function findOwnAct(revision: number, personId: string): Promise<Act | null> {
  const [act] = await readActs(db(), personId, Prisma.sql`AND id = ${revision}`);
  return act ?? null;
}

/** @param only which of them; absent: the latest */
function readActs(
  tx: Prisma.TransactionClient,
  personId: string,
  only = Prisma.empty,
): Promise<Act[]> {
  const has = (table: string) =>
    Prisma.sql`EXISTS (SELECT FROM ${Prisma.raw(table)} WHERE revision_id = act.id)`;
  const more = ["firm", "firm_version", "tenancy", "event", "event_version", "retirement", "zone"];
  const figures = ["context_figure", "context_figure_version"];
  return tx.$queryRaw<Act[]>`
    SELECT act.id AS revision, act.recorded_at AS at, act.purpose,
      (SELECT count(*)::int FROM claim WHERE revision_id = act.id) AS claims,
      (SELECT count(*)::int FROM decision JOIN claim ON claim.id = decision.claim_id
       WHERE decision.revision_id = act.id AND claim.revision_id <> act.id) AS decisions,
      (SELECT count(*)::int FROM source_version WHERE revision_id = act.id) AS versions,
      ARRAY(SELECT DISTINCT zone_slug FROM decision JOIN claim ON claim.id = decision.claim_id
        WHERE decision.revision_id = act.id ORDER BY zone_slug) AS zones,
      ARRAY(SELECT source_id FROM source_version WHERE revision_id = act.id
        UNION SELECT id FROM source WHERE revision_id = act.id ORDER BY 1) AS sources,
      ${Prisma.join([...more, ...figures].map(has), " OR ")} AS "changesRecords"
    FROM (SELECT * FROM revision WHERE author_id = ${personId} ${only} ORDER BY id DESC LIMIT ${SHOWN}) AS act
    ORDER BY act.id DESC`;
}

/**
 * Why acts of a person cannot be undone, by revision; without those that can.
 * @param before ignores this revision and later ones; absent: none
 */
export async function findHindrances(
  tx: Prisma.TransactionClient,
  acts: readonly Act[],
  personId: string,
  before = MAX_REVISION,
): Promise<ReadonlyMap<number, Hindrance>> {
  const undone = await listUndone(tx, personId, before);
  const since = await listBuiltOn(tx, acts, personId, before);
  return new Map(
    acts.flatMap((act): [number, Hindrance][] => {
      const hindrance = judge(act, undone, since);
      return hindrance === null ? [] : [[act.revision, hindrance]];
    }),
  );
}

function judge(
  { revision, at, claims, decisions, versions, changesRecords }: Act,
  undone: ReadonlySet<number>,
  since: ReadonlyMap<number, BuiltOn>,
): Hindrance | null {
  if (undone.has(revision)) return "undone";
  if (Date.now() - at.getTime() > DAY_MS) return "tooLate";
  if (changesRecords || versions > 1 || claims + decisions + versions === 0) return "other";
  return since.get(revision) ?? null;
}

type BuiltOn = Extract<Hindrance, "others" | "own" | "moved">;

/** The revisions that a person undid, without those that they made again since. */
async function listUndone(
  tx: Prisma.TransactionClient,
  personId: string,
  before: number,
): Promise<ReadonlySet<number>> {
  const rows = await tx.revision.findMany({
    where: { authorId: personId, purpose: { startsWith: UNDO }, id: { lt: before } },
    select: { id: true, purpose: true },
    orderBy: { id: "desc" },
  });
  const undone = new Set<number>();
  // The latest first: whether an undo was undone is known before it counts.
  for (const { id, purpose } of rows) {
    const number = readUndone(purpose);
    if (number !== null && !undone.has(id)) undone.add(number);
  }
  return undone;
}

/**
 * The acts on which something was built since: a decision on their claims, a version of their source, a claim of someone
 * else on the same field; or whose zone or firm is merged or retired since (`moved`): a merge copies claims.
 */
async function listBuiltOn(
  tx: Prisma.TransactionClient,
  acts: readonly Act[],
  personId: string,
  before: number,
): Promise<ReadonlyMap<number, BuiltOn>> {
  const ids = acts.map(({ revision }) => revision);
  const rows = await tx.$queryRaw<{ act: number; moved: boolean; byOthers: boolean }[]>`
    WITH judged AS (
      SELECT decision.revision_id AS act, claim.id, claim.zone_slug, claim.tenancy_id
      FROM decision JOIN claim ON claim.id = decision.claim_id WHERE decision.revision_id = ANY(${ids}::int[])),
    place AS (SELECT DISTINCT act, zone_slug, tenancy_id FROM judged),
    stated AS (
      SELECT DISTINCT revision_id AS act, zone_slug, tenancy_id, field FROM claim WHERE revision_id = ANY(${ids}::int[])),
    standing AS (
      SELECT DISTINCT ON (kind, subject) kind, subject, act, revision_id FROM retirement
      WHERE revision_id < ${before} ORDER BY kind, subject, revision_id DESC),
    since AS (
      SELECT act, decision.revision_id AS later, FALSE AS moved
      FROM judged JOIN decision ON decision.claim_id = judged.id AND decision.revision_id > act
      UNION
      SELECT own.revision_id, version.revision_id, FALSE
      FROM source_version AS own JOIN source_version AS version
        ON version.source_id = own.source_id AND version.revision_id > own.revision_id
      WHERE own.revision_id = ANY(${ids}::int[])
      UNION
      SELECT act, claim.revision_id, FALSE
      FROM stated JOIN claim ON claim.revision_id > act AND claim.zone_slug = stated.zone_slug
        AND claim.field = stated.field AND claim.tenancy_id IS NOT DISTINCT FROM stated.tenancy_id
      JOIN revision ON revision.id = claim.revision_id AND revision.author_id IS DISTINCT FROM ${personId}
      UNION
      SELECT place.act, standing.revision_id, TRUE
      FROM place JOIN standing ON standing.revision_id > place.act AND standing.act <> 'restored' AND (
        (standing.kind = 'zone' AND standing.subject = zone_slug)
        OR (standing.kind = 'tenancy' AND standing.subject = tenancy_id)))
    SELECT act, bool_or(moved) AS moved, bool_or(revision.author_id IS DISTINCT FROM ${personId}) AS "byOthers"
    FROM since JOIN revision ON revision.id = since.later
    WHERE since.later < ${before} GROUP BY act`;
  return new Map(
    rows.map(({ act, moved, byOthers }) => [act, moved ? "moved" : byOthers ? "others" : "own"]),
  );
}
