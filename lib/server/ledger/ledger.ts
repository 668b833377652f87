import "server-only";
import { addFacts } from "@/lib/evidence/add-facts";
import type { Facts } from "@/lib/evidence/ledger-records";
import { pakistanDay } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { getDatabaseRefusal } from "../database/database-refusal";
import { databaseState } from "../database/db";
import { poolSql, type Sql } from "../database/sql";
import { processSingleton } from "../process-singleton";
import { noRows, toFacts } from "../registry/ledger-rows";
import { registryStore } from "../registry/store";
import { insertRows, toRows } from "./insert";
import { type LedgerWrite, planWrite } from "./plan";
import { buildZoneUpdate, projectZones } from "./projection";
import {
  type LastState,
  readLast,
  record,
  showRecorded,
  toBase,
  underLockWithPrisma,
} from "./record";
import type { Authorship, RejectedWrite, WriteResult } from "./types";

/** Claims and decisions in one transaction, so that a writer does not wait for those of many others. */
const RECORDED_AT_ONCE = 500;

/** A write that waits, and its promise. */
interface WaitingWrite {
  readonly write: LedgerWrite;
  readonly resolve: (result: WriteResult) => void;
  readonly reject: (error: unknown) => void;
}

/** The writes of this process that wait, and the end of the last transaction. */
function getQueue(): { readonly waiting: WaitingWrite[]; last: Promise<unknown> } {
  return processSingleton("ledger-queue", () => ({ waiting: [], last: Promise.resolve() }));
}

/**
 * The only way to add to the ledger. Records claims, each with a `published` decision, further
 * decisions and a source change, all or nothing, as one revision; updates the columns of the zones;
 * notifies all instances. Items that are recorded already are skipped: sent twice, `recorded` is 0.
 * Writes that wait for the same lock share a transaction, each with its own revision.
 * Resolves when the registry of this process includes the write, or when the database went away after
 * the commit: the write is recorded all the same.
 * @returns a `RejectedWrite` for issues with items (`invalid`), ids that belong to other claims
 *   (`claim-id-reused`), another displayed value than `basedOn` says (`conflict`), decisions that
 *   `ownOnly` forbids (`not-yours`); for a source change see `planSourceChange`
 */
export function writeLedger(write: LedgerWrite): Promise<WriteResult> {
  return new Promise((resolve, reject) => {
    getQueue().waiting.push({ write, resolve, reject });
    void serialize(() => recordTogether(takeWaiting()));
  });
}

/**
 * The writes that wait, up to a size, and up to one whose check reads from the database what a write before it may add.
 * Empty where an earlier transaction took them.
 */
function takeWaiting(): WaitingWrite[] {
  const { waiting } = getQueue();
  let size = 0;
  const rest = waiting.findIndex(({ write }, place) => {
    const { claims = [], decisions = [], sourceChange, ownOnly = false } = write;
    size += claims.length + decisions.length;
    return place > 0 && (size > RECORDED_AT_ONCE || sourceChange !== undefined || ownOnly);
  });
  return waiting.splice(0, rest === -1 ? waiting.length : rest);
}

/** Records writes in one transaction; if that fails by the fault of one of them, each in its own. */
async function recordTogether(waiting: readonly WaitingWrite[]): Promise<void> {
  if (waiting.length === 0) return;
  try {
    const results = await record(waiting.map(({ write }) => write));
    databaseState().refused = null;
    for (const [i, { resolve, reject }] of waiting.entries()) {
      const result = results[i];
      if (result) resolve(result);
      else reject(new Error("A write has no result."));
    }
  } catch (error) {
    const isShared = waiting.length > 1 && getDatabaseRefusal(error) === null;
    if (!isShared) for (const { reject } of waiting) reject(error);
    else for (const one of waiting) await recordTogether([one]);
  }
}

/**
 * What `writeLedger` would answer to a write now, without recording anything and without waiting for other writers.
 * @returns the number of items that it would record, the last revision, and whether another person checks it first
 */
export async function checkLedger(
  write: LedgerWrite,
): Promise<WriteResult & { readonly doubtful?: boolean }> {
  const { planned, revision } = await planNow(write);
  if (!planned.ok) return planned;
  const { recorded, doubtful } = planned;
  return { ok: true, recorded, revision, doubtful };
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
  const { planned } = await planNow(write);
  if (!planned.ok) return planned;
  const made = { ...write, number: facts.revision + 1, recordedAt: new Date() };
  const after = addFacts(facts, toFacts(toRows(facts, planned, made)));
  return { ok: true, facts: after, claims: planned.claims.length };
}

/** Plans a write on the last revision, which others may follow at once. */
async function planNow(write: LedgerWrite) {
  const last = await readLast(poolSql, [write]);
  const memory = await registryStore().at(last);
  const planned = await planWrite(poolSql, toBase(last, memory, write), write);
  return { planned, revision: memory.facts.revision };
}

/** A transaction under the lock of the ledger, by the driver's statements and by Prisma. */
interface LedgerTransaction {
  readonly sql: Sql;
  readonly tx: Prisma.TransactionClient;
}

/**
 * Runs a transaction under the lock of the ledger, after those before it, and reads its revision back into
 * the registry of this process.
 * @param work gets the state of the ledger before it
 */
export async function runUnderLedgerLock<
  T extends { readonly ok: true; readonly revision: number } | { readonly ok: false },
>(work: (by: LedgerTransaction, last: LastState) => Promise<T>): Promise<T> {
  const result = await serialize(() =>
    underLockWithPrisma(async (sql, tx) => work({ sql, tx }, await readLast(sql, []))),
  );
  if (!result.ok) return result;
  databaseState().refused = null;
  await showRecorded(() => registryStore().reach(result.revision));
  return result;
}

/**
 * One transaction after the other within a process. The database's lock would be enough, but each waiting
 * writer holds a connection, and readers would find none.
 */
function serialize<T>(work: () => Promise<T>): Promise<T> {
  const queue = getQueue();
  const result = queue.last.then(work);
  queue.last = result.catch(() => null);
  return result;
}

/** Computes the columns of all zones again, after an update of the tracker that computes them in another way. */
export async function projectAllZones(): Promise<void> {
  await runUnderLedgerLock(async ({ sql }, last) => {
    const memory = await registryStore().at(last, sql);
    const slugs = new Set(memory.facts.zones.map(({ slug }) => slug));
    await projectZones(sql, buildZoneUpdate(memory, slugs, pakistanDay(last.now)));
    return { ok: true, revision: last.revision };
  });
}

/**
 * Inserts a revision without facts, and tells all instances of it once the transaction is committed; needs the lock of the
 * ledger.
 * @param last before it
 */
export async function insertRevision(
  sql: Sql,
  last: LastState,
  { author, actor, purpose }: Authorship,
): Promise<number> {
  const id = last.revision + 1;
  const authorId = actor?.id ?? null;
  const revision = [{ id, recordedAt: last.now, author, authorId, purpose, identity: "" }];
  await insertRows(sql, { ledger: { ...noRows(), revision }, audit: [] });
  return id;
}
