import "server-only";
import type { Facts, Revision } from "@/lib/evidence/ledger-records";
import type { Prisma } from "@/prisma/generated/client";
import { db, LOCKS } from "./db";
import { auditWrite } from "./ledger-audit";
import { insertClaims } from "./ledger-insert";
import { getDatabaseDay, type LedgerWrite, type PlannedWrite, planWrite } from "./ledger-plan";
import { insertRetirements } from "./ledger-retirements";
import { insertSourceVersions } from "./ledger-sources";
import { insertSubjects } from "./ledger-subjects";
import type { Authorship, RejectedWrite, WriteResult } from "./ledger-types";
import { insertVersions } from "./ledger-versions";
import { addWrittenFacts, readZoneFacts } from "./load-facts";
import { log } from "./log";
import { processSingleton } from "./process-singleton";
import { projectZones } from "./projection";
import { REVISION_CHANNEL } from "./revision-watch";
import { registryStore } from "./store";

/** Milliseconds. Enough for a queue of writers behind the first load of the data set. */
const TX_TIMEOUTS = { maxWait: 60_000, timeout: 120_000 } as const;

/**
 * The only way to add to the ledger. Records claims, each with a `published` decision, further
 * decisions and a source change, all or nothing, as one revision; updates the columns of the zones;
 * notifies all instances. Items that are recorded already are skipped: sent twice, `recorded` is 0.
 * Resolves when the registry of this process includes the write, or when the database went away after
 * the commit: the write is recorded all the same.
 * @returns a `RejectedWrite` for issues with items (`invalid`), ids that belong to other claims
 *   (`claim-id-reused`), another displayed value than `basedOn` says (`conflict`), decisions that
 *   `ownOnly` forbids (`not-yours`); for a source change see `planSourceChange`
 */
export async function writeLedger(write: LedgerWrite): Promise<WriteResult> {
  return runUnderLedgerLock((tx, last) => writeInTransaction(tx, last, write));
}

/**
 * What `writeLedger` would answer to a write now, without recording anything and without waiting for other writers.
 * @returns the number of items that it would record, and the last revision
 */
export async function checkLedger(write: LedgerWrite): Promise<WriteResult> {
  return db().$transaction(async (tx) => {
    const last = await getLastRevision(tx);
    const planned = await planWrite(tx, last, write);
    return planned.ok ? { ok: true, recorded: planned.recorded, revision: last } : planned;
  }, TX_TIMEOUTS);
}

/**
 * The facts as they would be after a write now, without recording anything and without waiting for other writers.
 * @param facts all that is known, by the store
 * @returns them with the number of claims that the write adds
 */
export async function rehearseLedger(
  write: LedgerWrite,
  facts: Facts,
): Promise<{ readonly ok: true; readonly facts: Facts; readonly claims: number } | RejectedWrite> {
  return db().$transaction(async (tx) => {
    const planned = await planWrite(tx, await getLastRevision(tx), write);
    if (!planned.ok) return planned;
    const number = facts.revision + 1;
    const recordedAt = new Date().toISOString();
    const { author, purpose } = write;
    const revision = { number, recordedAt, author, purpose, identity: "" };
    const after = addPlannedFacts(facts, revision, planned);
    return {
      ok: true as const,
      facts: { ...after, revision: number },
      claims: planned.claims.length,
    };
  }, TX_TIMEOUTS);
}

/** The facts after a planned write. */
function addPlannedFacts(facts: Facts, revision: Revision, planned: PlannedWrite): Facts {
  const { claims, decisions, subjects, sourceChanges, retired } = planned;
  return addWrittenFacts(facts, {
    revision,
    claims,
    decisions,
    sources: subjects.sources.map(({ reason: _, ...source }) => source),
    tenancies: subjects.tenancies,
    sourceChanges,
    retirements: retired.retirements,
  });
}

async function getLastRevision(tx: Prisma.TransactionClient): Promise<number> {
  const { _max } = await tx.revision.aggregate({ _max: { id: true } });
  return _max.id ?? 0;
}

/**
 * Runs a transaction under the lock of the ledger, after those before it, and reads its revision back into
 * the registry of this process.
 * @param work gets the last revision before it
 */
export async function runUnderLedgerLock<
  T extends { readonly ok: true; readonly revision: number } | { readonly ok: false },
>(work: (tx: Prisma.TransactionClient, last: number) => Promise<T>): Promise<T> {
  const result = await serialize(() =>
    db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOCKS.ledger})::text`;
      return work(tx, await getLastRevision(tx));
    }, TX_TIMEOUTS),
  );
  if (result.ok) await readBack(result.revision);
  return result;
}

/** Tells all instances of a new revision, once the transaction is committed. */
export async function announceRevision(
  tx: Prisma.TransactionClient,
  revision: number,
): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${REVISION_CHANNEL}, ${String(revision)})::text`;
}

async function readBack(revision: number): Promise<void> {
  try {
    await registryStore().reach(revision);
  } catch (error) {
    log.warn("A write was recorded but could not be read back yet", { revision, error });
  }
}

/**
 * One write after the other within a process. The database's lock would be enough, but each waiting
 * writer holds a connection, and readers would find none.
 */
function serialize<T>(work: () => Promise<T>): Promise<T> {
  const queue = processSingleton("ledger-queue", () => ({ last: Promise.resolve<unknown>(null) }));
  const result = queue.last.then(work);
  queue.last = result.catch(() => null);
  return result;
}

/** Checks everything before it writes anything, so that a rejected write leaves nothing to undo. */
async function writeInTransaction(
  tx: Prisma.TransactionClient,
  last: number,
  write: LedgerWrite,
): Promise<WriteResult> {
  if (write.onlyAfter !== undefined && write.onlyAfter !== last)
    return { ok: true, recorded: 0, revision: last };
  const planned = await planWrite(tx, last, write);
  if (!planned.ok) return planned;
  const { recorded, today, subjects, claims, decisions, sourceChanges, retired, touched } = planned;
  if (recorded === 0) {
    await write.within?.(tx, last);
    return { ok: true, recorded, revision: last };
  }

  const revision = last + 1;
  const { recordedAt, identity } = await insertRevision(tx, revision, write);
  await insertSubjects(tx, subjects, revision);
  await insertSourceVersions(tx, sourceChanges, revision);
  await insertVersions(tx, planned.versions, revision);
  await insertRetirements(tx, retired, revision);
  await insertClaims(tx, claims, revision, write);
  await tx.decision.createMany({
    data: decisions.map(({ claimId, kind, reason }) => ({
      claimId,
      kind,
      reason,
      revisionId: revision,
    })),
  });
  if (write.actor) {
    const inNameOf = write.authorId === undefined ? {} : { author: write.author };
    await auditWrite(tx, write.actor, inNameOf, revision, {
      subjects,
      claims,
      decisions,
      sourceChanges: planned.changes,
      versions: planned.versions,
      retirement: retired.retirements[0],
    });
  }

  const { author, purpose } = write;
  const made = { number: revision, recordedAt, author, purpose, identity };
  const written = addPlannedFacts(planned.facts, made, planned);
  write.signal?.throwIfAborted();
  await projectZones(tx, written, touched, today, revision);
  await write.within?.(tx, revision);
  await announceRevision(tx, revision);
  write.signal?.throwIfAborted();
  return { ok: true, recorded, revision };
}

/** Computes the columns of all zones again, after an update of the tracker that computes them in another way. */
export async function projectAllZones(): Promise<void> {
  await runUnderLedgerLock(async (tx, revision) => {
    const zones = await tx.zone.findMany({ select: { slug: true } });
    const slugs = zones.map(({ slug }) => slug);
    const facts = await readZoneFacts(tx, slugs, []);
    await projectZones(tx, facts, slugs, await getDatabaseDay(tx), revision);
    return { ok: true, revision };
  });
}

/**
 * Inserts a revision; needs the lock of the ledger.
 * @throws if `recordedAt` is before the previous revision: what was known at an instant never changes later
 * @returns the instant of the revision, ISO 8601 UTC, and the identity that the database gave it
 */
export async function insertRevision(
  tx: Prisma.TransactionClient,
  revision: number,
  { author, actor, authorId, purpose, recordedAt }: Authorship & Pick<LedgerWrite, "recordedAt">,
): Promise<{ recordedAt: string; identity: string }> {
  const previous = recordedAt && (await tx.revision.findUnique({ where: { id: revision - 1 } }));
  if (previous && recordedAt < previous.recordedAt) {
    throw new Error(
      `Revision r${revision} cannot be of ${recordedAt.toISOString()}: r${previous.id} is of ${previous.recordedAt.toISOString()}.`,
    );
  }
  // clock_timestamp, because now() is the start of the transaction, which can be before an earlier revision.
  const [row] = await tx.$queryRaw<{ recordedAt: Date; identity: string }[]>`
    INSERT INTO revision (id, recorded_at, author, author_id, purpose)
    VALUES (${revision}, coalesce(${recordedAt ?? null}::timestamptz, clock_timestamp()),
            ${author}, ${authorId ?? actor?.id ?? null}, ${purpose})
    RETURNING recorded_at AS "recordedAt", identity`;
  if (!row) throw new Error("The database gave no row back for a new revision.");
  return { recordedAt: row.recordedAt.toISOString(), identity: row.identity };
}
