import "server-only";
import { isRole, may, type Role } from "@/lib/catalogue/roles";
import type { Hindrance, OwnAct } from "@/lib/contract/own-act";
import { Prisma } from "@/prisma/generated/client";
import { db } from "../database/db";
import { mayChangeRecords, needsReview } from "./review-rules";
import {
  findUndoPlace,
  listUndoChains,
  readUndone,
  type UndoChains,
  type UndoPlace,
} from "./undo-chains";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Acts that are listed. */
const SHOWN = 100;
/** The largest number of a revision. */
const MAX_REVISION = 2_147_483_647;

/** What a revision holds. */
export interface Act extends Omit<OwnAct, "at" | "undoes" | "hindrance"> {
  readonly at: Date;
  readonly purpose: string;
  /** Versions of sources. */
  readonly versions: number;
  /** Decisions on claims of other people. */
  readonly othersClaims: number;
  /** Of the claims that it recorded or decided on, each once. */
  readonly fields: readonly string[];
}

/** The latest 100 acts of a person, latest first, each with whether it can be undone. */
export async function listOwnActs(personId: string): Promise<OwnAct[]> {
  const acts = await readActs(db(), personId);
  const judged = await judgeActs(db(), acts, personId);
  return acts.map(({ at, purpose, versions: _, othersClaims: __, fields: ___, ...act }) => ({
    ...act,
    at: at.toISOString(),
    undoes: readUndone(purpose),
    hindrance: judged.get(act.revision)?.hindrance ?? null,
  }));
}

/** An act of a person; null: they did not make this revision. */
export async function findOwnAct(revision: number, personId: string): Promise<Act | null> {
  const [act] = await readThese(db(), personId, [revision]);
  return act ?? null;
}

async function readThese(
  tx: Prisma.TransactionClient,
  personId: string,
  revisions: readonly number[],
): Promise<Act[]> {
  if (revisions.length === 0) return [];
  return readActs(tx, personId, Prisma.sql`AND id = ANY(${revisions}::int[])`);
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
      (SELECT count(*)::int FROM decision JOIN claim ON claim.id = decision.claim_id
       JOIN revision ON revision.id = claim.revision_id
       WHERE decision.revision_id = act.id AND revision.author_id IS DISTINCT FROM ${personId}) AS "othersClaims",
      (SELECT count(*)::int FROM source_version WHERE revision_id = act.id) AS versions,
      ARRAY(SELECT DISTINCT field FROM decision JOIN claim ON claim.id = decision.claim_id
        WHERE decision.revision_id = act.id) AS fields,
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

/** Did an act add sources and do nothing else? Undo withdraws only those: others may cite one that came with reports. */
export const addsSourcesAlone = ({ claims, decisions, versions, records, sources }: Act): boolean =>
  sources.length > 0 && claims + decisions + versions + records.length === 0;

/** An act and whether it can be undone. */
export interface JudgedAct {
  readonly place: UndoPlace;
  /** Null: it can. */
  readonly hindrance: Hindrance | null;
}

/**
 * Whether acts of a person can be undone, by revision.
 * @param before ignores this revision and later ones; absent: none
 */
export async function judgeActs(
  tx: Prisma.TransactionClient,
  acts: readonly Act[],
  personId: string,
  before = MAX_REVISION,
): Promise<ReadonlyMap<number, JudgedAct>> {
  if (acts.length === 0) return new Map();
  const revisions = acts.map(({ revision }) => revision);
  const chains = await listUndoChains(tx, personId, revisions, before);
  const places = new Map(acts.map((act) => [act, findUndoPlace(chains, act.revision)]));
  const isRecent = ({ at }: Act) => Date.now() - at.getTime() <= DAY_MS;
  const open = [...places].flatMap(([act, { isUndone }]) =>
    isRecent(act) && !isUndone ? act : [],
  );
  const known = new Set(open.map(({ revision }) => revision));
  const firsts = open.flatMap((act) => places.get(act)?.first ?? []);
  // What made an act again is hindered by what hinders the act itself.
  const also = await readThese(
    tx,
    personId,
    firsts.filter((revision) => !known.has(revision)),
  );
  const since = await listBuiltOn(tx, [...open, ...also], personId, before, chains);
  const reviewed = await listReviewed(tx, firsts);
  const role = await readRole(tx, personId);
  const judge = (act: Act, { first, applies, isUndone }: UndoPlace): Hindrance | null => {
    const { revision, claims, decisions, versions, sources, records } = act;
    if (isUndone) return "undone";
    if (!isRecent(act)) return "tooLate";
    const isEmpty = claims + decisions + sources.length + records.length === 0;
    if (isEmpty || versions > 1) return "other";
    const builtOn = since.get(revision) ?? (applies ? since.get(first) : undefined);
    if (builtOn) return builtOn;
    return mayUndo(role, act, reviewed.has(first)) ? null : "role";
  };
  return new Map(
    [...places].map(([act, place]) => [act.revision, { place, hindrance: judge(act, place) }]),
  );
}

/** The present role of a person; null: there is no such account. */
export async function readRole(tx: Prisma.TransactionClient, id: string): Promise<Role | null> {
  const user = await tx.user.findUnique({ where: { id }, select: { role: true } });
  return user && isRole(user.role) ? user.role : null;
}

/** Which of revisions merged, retired, withdrew or restored records. */
async function listReviewed(
  tx: Prisma.TransactionClient,
  revisions: readonly number[],
): Promise<ReadonlySet<number>> {
  const revisionId = { in: [...revisions] };
  const rows = await tx.retirement.findMany({
    where: { revisionId },
    select: { revisionId: true },
  });
  return new Set(rows.map((row) => row.revisionId));
}

/**
 * May a person with a role undo an act? A person who was a reviewer when they made it may have lost that role since.
 * @param isReviewed did the act at the start of its chain merge, retire, withdraw or restore records, as only a reviewer can?
 */
function mayUndo(role: Role | null, act: Act, isReviewed: boolean): boolean {
  if (role === null) return false;
  if (may(role, "decide")) return true;
  if (isReviewed || act.othersClaims > 0) return false;
  // A withdrawal waits for another person, and an undo cannot.
  if (needsReview(role, { claims: act.fields.map((field) => ({ field })) })) return false;
  const changesRecords = act.records.length + act.versions > 0 || addsSourcesAlone(act);
  return !changesRecords || mayChangeRecords(role);
}

type BuiltOn = Extract<Hindrance, "others" | "own" | "moved">;

/**
 * The acts on which something was built since: a decision on their claims, a version of their source or record, a claim,
 * firm or event on a record that they added, a use of a source that they added alone, a claim of someone else on the same
 * field; or whose zone or firm is merged, retired or withdrawn now, but was not then (`moved`): a merge copies claims.
 */
async function listBuiltOn(
  tx: Prisma.TransactionClient,
  acts: readonly Act[],
  personId: string,
  before: number,
  { cancelled }: UndoChains,
): Promise<ReadonlyMap<number, BuiltOn>> {
  if (acts.length === 0) return new Map();
  const ids = acts.map(({ revision }) => revision);
  const lone = acts.filter(addsSourcesAlone).map(({ revision }) => revision);
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
    lone AS (
      SELECT revision_id AS act, 'source' AS kind, id AS subject FROM source WHERE revision_id = ANY(${lone}::int[])),
    added AS (${addedIn(these)} UNION SELECT * FROM lone),
    changed AS (${recordsOf(these)} UNION SELECT * FROM lone),
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
        UNION ALL SELECT 'source', source_id, revision_id FROM claim
        UNION ALL SELECT 'source', source_id, revision_id FROM event
        UNION ALL SELECT 'source', source_id, revision_id FROM event_version
        UNION ALL SELECT 'source', source_id, revision_id FROM context_figure
        UNION ALL SELECT 'source', source_id, revision_id FROM context_figure_version
        UNION ALL SELECT 'source', source_id, revision_id FROM source_version
      ) AS later USING (kind, subject) WHERE later.revision_id > act
      UNION
      SELECT place.act, standing.revision_id, TRUE
      FROM place JOIN standing ON standing.revision_id > place.act AND standing.act <> 'restored' AND (
        (standing.kind = 'zone' AND standing.subject = zone_slug)
        OR (standing.kind = 'tenancy' AND standing.subject = tenancy_id)))
    SELECT act, bool_or(moved) AS moved, bool_or(revision.author_id IS DISTINCT FROM ${personId}) AS "byOthers"
    FROM since JOIN revision ON revision.id = since.later
    WHERE since.later < ${before} AND (since.moved OR since.later <> ALL(${cancelled}::int[])) GROUP BY act`;
  return new Map(
    rows.map(({ act, moved, byOthers }) => [act, moved ? "moved" : byOthers ? "others" : "own"]),
  );
}
