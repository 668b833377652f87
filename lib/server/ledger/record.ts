import "server-only";
import { groups } from "d3-array";
import type { AuditAction, AuditDetails } from "@/lib/contract/audit-actions";
import { addFacts } from "@/lib/evidence/add-facts";
import { isClaimId } from "@/lib/evidence/check-claim";
import type { Facts, Revision } from "@/lib/evidence/ledger-records";
import { pakistanDay } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { type Actor, type NewAuditEntry, toAuditRow } from "../audit/audit";
import { db, LOCKS } from "../database/db";
import { runTransaction, type Sql, sqlOf } from "../database/sql";
import { log } from "../log/log";
import { countAuditEntry } from "../metrics";
import { appendRows, noRows, toFacts } from "../registry/ledger-rows";
import { continueMemory, lastIdentity, registryStore, type StoreMemory } from "../registry/store";
import type { PlannedDecision } from "./claims";
import { insertRows, toRows } from "./insert";
import { type LedgerWrite, type PlannedWrite, planWrite } from "./plan";
import { buildZoneUpdate } from "./projection";
import type { PlannedRetirements } from "./retirements";
import type { LedgerBase, NewClaim, NewSubjects, WriteResult } from "./types";
import type { PlannedSourceChange, PlannedVersion } from "./versions";

/** Milliseconds. Enough for a queue of writers behind the first load of the data set. */
const TX_TIMEOUTS = {
  maxWait: 60_000,
  timeout: 120_000,
  isolationLevel: "ReadCommitted",
} as const;

/** What the database says before a write. */
export interface LastState {
  readonly revision: number;
  readonly identity: string;
  /** Its clock, but never before the last revision: what was known at an instant never changes later. */
  readonly now: Date;
  readonly hasRemovedTexts: boolean;
  /** Claims that are recorded, of those that were asked about. */
  readonly recordedIds: Set<string>;
}

/**
 * Which revision is the last, as a transaction sees it.
 * @param writes whose claims may be recorded already
 */
export async function readLast(sql: Sql, writes: readonly LedgerWrite[]): Promise<LastState> {
  const ids = writes.flatMap(({ claims = [] }) => claims.map(({ id }) => id).filter(isClaimId));
  const [row] = await sql<
    Omit<LastState, "recordedIds"> & { readonly recorded: readonly string[] }
  >(
    `-- ledger-last
    SELECT coalesce(id, 0) AS revision, coalesce(identity, '') AS identity,
      greatest(clock_timestamp(), recorded_at) AS now,
      EXISTS (SELECT FROM redaction) AS "hasRemovedTexts",
      ARRAY(SELECT id::text FROM claim WHERE id = ANY($1::uuid[])) AS recorded
    FROM (SELECT) AS always LEFT JOIN (SELECT * FROM revision ORDER BY id DESC LIMIT 1) AS last ON true`,
    ids,
  );
  if (!row) throw new Error("The database did not say which revision is its last.");
  return { ...row, recordedIds: new Set(row.recorded) };
}

/** The ledger as a write finds it. */
export function toBase(
  last: LastState,
  memory: StoreMemory,
  { claims = [] }: LedgerWrite,
): LedgerBase {
  const { now, hasRemovedTexts } = last;
  const recordedIds = new Set(claims.map(({ id }) => id).filter((id) => last.recordedIds.has(id)));
  return { memory, today: pakistanDay(now), hasRemovedTexts, recordedIds };
}

const TAKE_LOCK = `SELECT pg_advisory_xact_lock(${LOCKS.ledger})::text`;

/** Runs a transaction under the lock of the ledger, after those before it. */
function underLock<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  // What is read after the lock must be what is committed by then.
  return runTransaction(`BEGIN ISOLATION LEVEL READ COMMITTED; ${TAKE_LOCK}`, work);
}

/** The same for work that needs Prisma. */
export function underLockWithPrisma<T>(
  work: (sql: Sql, tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return db().$transaction(async (tx) => {
    const sql = sqlOf(tx);
    await sql(`-- ledger-lock\n${TAKE_LOCK}`);
    return work(sql, tx);
  }, TX_TIMEOUTS);
}

/** What one write of a transaction does. */
interface Outcome {
  readonly result: WriteResult;
  /** Null: it adds nothing. */
  readonly planned: PlannedWrite | null;
  /** Does it run its part of the transaction? */
  readonly runs: boolean;
}

/**
 * Records writes in one transaction, one after the other, and shows them in the registry of this process.
 * @returns their results, in their order
 */
export async function record(writes: readonly LedgerWrite[]): Promise<WriteResult[]> {
  const store = registryStore();
  const entries: NewAuditEntry[] = [];
  let announced = "";
  const add = async (sql: Sql, tx?: Prisma.TransactionClient) => {
    const last = await readLast(sql, writes);
    const before = await store.at(last, sql);
    if (before.facts.revision !== last.revision || lastIdentity(before.facts) !== last.identity) {
      throw new Error(`The registry shows r${before.facts.revision} and not r${last.revision}.`);
    }
    const rows = noRows();
    const added: Facts[] = [];
    const touched = new Set<string>();
    const outcomes: Outcome[] = [];
    let memory = before;
    for (const write of writes) {
      const outcome = await planOne(sql, toBase(last, memory, write), write);
      outcomes.push(outcome);
      const { planned } = outcome;
      if (!planned) continue;
      const { facts } = memory;
      const revision = facts.revision + 1;
      const { recordedAt = last.now } = write;
      refuseEarlier(recordedAt, facts.revisions.at(-1));
      const own = toRows(facts, planned, { ...write, number: revision, recordedAt });
      appendRows(rows, own);
      entries.push(...listEntriesOf(write, revision, planned));
      for (const slug of planned.touched) touched.add(slug);
      for (const { id } of planned.claims) last.recordedIds.add(id);
      const ownFacts = toFacts(own);
      added.push(ownFacts);
      memory = continueMemory(memory, addFacts(facts, ownFacts));
    }
    if (added.length > 0) {
      const [only, ...more] = writes;
      const progress = more.length === 0 ? only : {};
      const update = buildZoneUpdate(memory, touched, pakistanDay(last.now));
      const written = { ledger: rows, audit: entries.map(toAuditRow), update };
      completeFacts(added, await insertRows(sql, written, progress));
      announced = lastIdentity(memory.facts);
      store.expect(announced);
    }
    for (const [i, { within, signal }] of writes.entries()) {
      const outcome = outcomes[i];
      if (tx && outcome?.runs && outcome.result.ok) await within?.(tx, outcome.result.revision);
      signal?.throwIfAborted();
    }
    return { results: outcomes.map(({ result }) => result), before, after: memory };
  };
  const needsPrisma = writes.some(({ within }) => within !== undefined);
  const adding = needsPrisma ? underLockWithPrisma(add) : underLock(add);
  const { results, before, after } = await adding.catch((error) => {
    if (announced !== "") store.forget(announced);
    throw error;
  });
  for (const { action } of entries) countAuditEntry(action);
  if (after !== before) await showRecorded(() => store.add(before, after));
  return results;
}

/** Gives facts that nobody has seen yet the identities and sequences that they have in the database. */
function completeFacts(
  added: readonly Facts[],
  { identities, sequences }: Awaited<ReturnType<typeof insertRows>>,
): void {
  const revisions: { identity: string }[] = added.flatMap((facts) => facts.revisions.slice());
  for (const [i, revision] of revisions.entries()) revision.identity = identities[i] ?? "";
  let place = 0;
  for (const { claims, decisions } of added) {
    // The publications of the claims are written before other decisions.
    place += claims.length;
    for (const decision of decisions as Iterable<{ sequence: number }>) {
      decision.sequence = sequences[place++] ?? 0;
    }
  }
}

async function planOne(sql: Sql, base: LedgerBase, write: LedgerWrite): Promise<Outcome> {
  const { revision } = base.memory.facts;
  const nothing = { ok: true, recorded: 0, revision } as const;
  if (write.onlyAfter !== undefined && write.onlyAfter !== revision) {
    return { result: nothing, planned: null, runs: false };
  }
  const planned = await planWrite(sql, base, write);
  if (!planned.ok) return { result: planned, planned: null, runs: false };
  if (planned.recorded === 0) return { result: nothing, planned: null, runs: true };
  const result = { ok: true, recorded: planned.recorded, revision: revision + 1 } as const;
  return { result, planned, runs: true };
}

/** @throws if a revision would be before the previous one: what was known at an instant never changes later */
function refuseEarlier(recordedAt: Date, previous: Revision | undefined): void {
  if (!previous || recordedAt >= new Date(previous.recordedAt)) return;
  throw new Error(
    `Revision r${previous.number + 1} cannot be of ${recordedAt.toISOString()}: r${previous.number} is of ${previous.recordedAt}.`,
  );
}

function listEntriesOf(
  { actor, author, authorId }: LedgerWrite,
  revision: number,
  planned: PlannedWrite,
): NewAuditEntry[] {
  if (!actor) return [];
  const inNameOf = authorId === undefined ? {} : { author };
  return listEntries(actor, inNameOf, revision, { ...planned, sourceChanges: planned.changes });
}

/** Shows what was recorded; where that fails, it is recorded all the same. */
export async function showRecorded(show: () => Promise<unknown>): Promise<void> {
  try {
    await show();
  } catch (error) {
    log.warn("A write was recorded but could not be read back yet", { error });
  }
}

/** The items of a person's write. */
interface WrittenItems {
  readonly subjects: NewSubjects;
  readonly claims: readonly NewClaim[];
  readonly decisions: readonly PlannedDecision[];
  readonly sourceChanges: readonly PlannedSourceChange[];
  readonly versions: readonly PlannedVersion[];
  readonly retired: PlannedRetirements;
}

/**
 * The audit of a person's write: one entry for each zone or source and kind of action.
 * @param inNameOf the author, if another person than the actor
 */
function listEntries(
  actor: Actor,
  inNameOf: { readonly author?: string },
  revision: number,
  { subjects, claims, decisions, sourceChanges, versions, retired }: WrittenItems,
): NewAuditEntry[] {
  const entries: NewAuditEntry[] = [];
  const add = (action: AuditAction, subject: string, detail: AuditDetails) =>
    entries.push({ actor, action, subject, detail, revision });
  for (const { act, kind, subject, into, reason } of retired.requested) {
    add(`record-${act}`, subject, { kind, ...(into === null ? {} : { to: into }), reason });
  }
  // The claims and firms that a merge copies, and their withdrawals, are no acts of their own.
  const brought = new Set([
    ...[...retired.claims, ...retired.tenancies].map(({ id }) => id),
    ...retired.decisions.map(({ claimId }) => claimId),
  ]);
  for (const { slug } of subjects.zones) add("zone-added", slug, {});
  for (const { id, name } of subjects.firms ?? []) add("firm-added", id, { title: name });
  for (const { id, firm } of subjects.tenancies) {
    if (!brought.has(id)) add("tenancy-added", id, { title: firm });
  }
  for (const { id, title } of subjects.events) add("event-added", id, { title });
  for (const { key, label } of subjects.context) add("figure-added", key, { title: label });
  for (const { kind, content, changed, reason } of versions) {
    const subject = kind === "figure" ? content.key : content.id;
    add(`${kind}-changed`, subject, { changed: changed.join(", "), reason });
  }
  for (const { id, title } of subjects.sources) {
    add("source-added", id, { title, ...inNameOf });
  }
  for (const { source, changed, reason } of sourceChanges) {
    add("source-changed", source.id, { changed: changed.join(", "), reason });
  }
  const stated = claims.filter(({ id }) => !brought.has(id));
  for (const [zone, items] of groups(stated, (claim) => claim.zone)) {
    const fields = items.map(({ field, tenancy }) => (tenancy ? `${tenancy} ${field}` : field));
    add("claims-recorded", zone, { fields: fields.join(", "), ...inNameOf });
  }
  const decided = decisions.filter(({ claimId }) => !brought.has(claimId));
  for (const [zone, items] of groups(decided, (decision) => decision.zone)) {
    add("decisions-recorded", zone, {
      decisions: items.map(({ kind, claimId }) => `${kind} ${claimId}`).join(", "),
      reason: [...new Set(items.map(({ reason }) => reason ?? ""))].join("; "),
      ...inNameOf,
    });
  }
  return entries;
}
