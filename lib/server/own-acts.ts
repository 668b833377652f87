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
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'id', subject) ORDER BY kind, subject), '[]')
        FROM (${recordsOf(Prisma.sql`= act.id`)}) AS record) AS records
    FROM (SELECT * FROM revision WHERE author_id = ${personId} ${only} ORDER BY id DESC LIMIT ${SHOWN}) AS act
    ORDER BY act.id DESC`;
}

/** The records that revisions added: `act`, the revision, with `kind` and `subject`. @param revisions `= 7`, or any of a list */
export const addedIn = (revisions: Prisma.Sql) => Prisma.sql`
  SELECT revision_id AS act, 'zone' AS kind, slug AS subject FROM zone WHERE revision_id ${revisions}
  UNION SELECT revision_id, 'firm', id FROM firm WHERE revision_id ${revisions}
  UNION SELECT revision_id, 'tenancy', id FROM tenancy WHERE revision_id ${revisions}
  UNION SELECT revision_id, 'event', id FROM event WHERE revision_id ${revisions}
  UNION SELECT revision_id, 'figure', key FROM context_figure WHERE revision_id ${revisions}`;

/** Those with the ones that they changed, merged, retired, withdrew or restored. */
const recordsOf = (revisions: Prisma.Sql) => Prisma.sql`
  ${addedIn(revisions)}
  UNION SELECT revision_id, 'firm', firm_id FROM firm_version WHERE revision_id ${revisions}
  UNION SELECT revision_id, 'event', event_id FROM event_version WHERE revision_id ${revisions}
  UNION SELECT revision_id, 'figure', key FROM context_figure_version WHERE revision_id ${revisions}
  UNION SELECT revision_id, kind, subject FROM retirement WHERE revision_id ${revisions}`;

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
  const { undone, cancelled } = await listUndone(tx, personId, before);
  const since = await listBuiltOn(tx, acts, personId, before, cancelled);
  return new Map(
    acts.flatMap((act): [number, Hindrance][] => {
      const hindrance = judge(act, undone, since);
      return hindrance === null ? [] : [[act.revision, hindrance]];
    }),
  );
}

function judge(
  { revision, at, claims, decisions, versions, sources, records }: Act,
  undone: ReadonlySet<number>,
  since: ReadonlyMap<number, BuiltOn>,
): Hindrance | null {
  if (undone.has(revision)) return "undone";
  if (Date.now() - at.getTime() > DAY_MS) return "tooLate";
  const isEmpty = claims + decisions + sources.length + records.length === 0;
  if (isEmpty || versions > 1) return "other";
  return since.get(revision) ?? null;
}

type BuiltOn = Extract<Hindrance, "others" | "own" | "moved">;

/**
 * The revisions that a person undid, without those that they made again since; and these with the revisions that undid
 * them, since together they change nothing.
 */
async function listUndone(
  tx: Prisma.TransactionClient,
  personId: string,
  before: number,
): Promise<{ readonly undone: ReadonlySet<number>; readonly cancelled: readonly number[] }> {
  const rows = await tx.revision.findMany({
    where: { authorId: personId, purpose: { startsWith: UNDO }, id: { lt: before } },
    select: { id: true, purpose: true },
    orderBy: { id: "desc" },
  });
  const undone = new Set<number>();
  const undoing: number[] = [];
  // The latest first: whether an undo was undone is known before it counts.
  for (const { id, purpose } of rows) {
    const number = readUndone(purpose);
    if (number === null || undone.has(id)) continue;
    undone.add(number);
    undoing.push(id);
  }
  return { undone, cancelled: [...undone, ...undoing] };
}

/**
 * The acts on which something was built since: a decision on their claims, a version of their source or record, a claim,
 * firm or event on a record that they added, a claim of someone else on the same field; or whose zone or firm is merged,
 * retired or withdrawn since (`moved`): a merge copies claims.
 * @param cancelled revisions that change nothing together
 */
async function listBuiltOn(
  tx: Prisma.TransactionClient,
  acts: readonly Act[],
  personId: string,
  before: number,
  cancelled: readonly number[],
): Promise<ReadonlyMap<number, BuiltOn>> {
  const ids = acts.map(({ revision }) => revision);
  const these = Prisma.sql`= ANY(${ids}::int[])`;
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
    added AS (${addedIn(these)}),
    changed AS (${recordsOf(these)}),
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
      SELECT act, version.revision_id, FALSE FROM changed JOIN (
        SELECT 'firm' AS kind, firm_id AS subject, revision_id FROM firm_version
        UNION ALL SELECT 'event', event_id, revision_id FROM event_version
        UNION ALL SELECT 'figure', key, revision_id FROM context_figure_version
        UNION ALL SELECT kind, subject, revision_id FROM retirement
        UNION ALL SELECT kind, "into", revision_id FROM retirement WHERE "into" IS NOT NULL
      ) AS version USING (kind, subject) WHERE version.revision_id > act
      UNION
      SELECT act, later.revision_id, FALSE FROM added JOIN (
        SELECT 'zone' AS kind, zone_slug AS subject, revision_id FROM claim
        UNION ALL SELECT 'tenancy', tenancy_id, revision_id FROM claim WHERE tenancy_id IS NOT NULL
        UNION ALL SELECT 'zone', zone_slug, revision_id FROM tenancy
        UNION ALL SELECT 'firm', firm_id, revision_id FROM tenancy
        UNION ALL SELECT 'zone', zone_slug, revision_id FROM event_zone JOIN event ON event.id = event_id
        UNION ALL SELECT 'zone', unnest(zones), revision_id FROM event_version
      ) AS later USING (kind, subject) WHERE later.revision_id > act
      UNION
      SELECT place.act, standing.revision_id, TRUE
      FROM place JOIN standing ON standing.revision_id > place.act AND standing.act <> 'restored' AND (
        (standing.kind = 'zone' AND standing.subject = zone_slug)
        OR (standing.kind = 'tenancy' AND standing.subject = tenancy_id)))
    SELECT act, bool_or(moved) AS moved, bool_or(revision.author_id IS DISTINCT FROM ${personId}) AS "byOthers"
    FROM since JOIN revision ON revision.id = since.later
    WHERE since.later < ${before} AND since.later <> ALL(${cancelled}::int[]) GROUP BY act`;
  return new Map(
    rows.map(({ act, moved, byOthers }) => [act, moved ? "moved" : byOthers ? "others" : "own"]),
  );
}
