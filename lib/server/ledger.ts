import { groups } from "d3-array";
import "server-only";
import type { AuditAction, AuditDetails } from "@/lib/contract/audit-actions";
import type { Facts } from "@/lib/evidence/ledger-records";
import { indexEvidence } from "@/lib/evidence/registry";
import { type Day, pakistanDay } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { type Actor, audit } from "./audit";
import { db, LOCKS } from "./db";
import { checkEvidence, type PlannedDecision, planClaims, planDecisions } from "./ledger-claims";
import { insertClaims, type WriteProgress } from "./ledger-insert";
import {
  insertRetirements,
  NO_RETIREMENTS,
  type PlannedRetirements,
  planRetirement,
} from "./ledger-retirements";
import {
  insertSourceVersions,
  listNewSourceIssues,
  listRedatedZones,
  type PlannedSourceChange,
  planSourceChange,
} from "./ledger-sources";
import {
  insertSubjects,
  listNewRecordIssues,
  type PlannedSubjects,
  planSubjects,
} from "./ledger-subjects";
import type {
  Authorship,
  NewClaim,
  NewDecision,
  NewRecordChange,
  NewRetirement,
  NewSourceChange,
  NewSubjects,
  RejectedWrite,
  WriteResult,
} from "./ledger-types";
import { insertVersions, type PlannedVersion, planRecordChange } from "./ledger-versions";
import { addWrittenFacts, NO_FACTS, readZoneFacts } from "./load-facts";
import { log } from "./log";
import { processSingleton } from "./process-singleton";
import { projectZones } from "./projection";
import { replaceRemovedTexts } from "./removed-texts";
import { REVISION_CHANNEL } from "./revision-watch";
import { registryStore } from "./store";

const NO_SUBJECTS: NewSubjects = { zones: [], sources: [], tenancies: [], events: [], context: [] };
/** Milliseconds. Enough for a queue of writers behind the first load of the data set. */
const TX_TIMEOUTS = { maxWait: 60_000, timeout: 120_000 } as const;

/** A write to the ledger: claims with their subjects, decisions, a change of a source or record, a retirement. */
interface LedgerWrite extends Authorship, WriteProgress {
  readonly claims?: readonly NewClaim[];
  readonly decisions?: readonly NewDecision[];
  readonly subjects?: NewSubjects;
  readonly sourceChange?: NewSourceChange;
  readonly recordChange?: NewRecordChange;
  readonly retirement?: NewRetirement;
  /** Instant of the revision; absent: now, by the database's clock. Only the first load sets it, never to one before the last revision. */
  readonly recordedAt?: Date;
  /** Allow only decisions on claims that the actor recorded. */
  readonly ownOnly?: boolean;
  /** Check the evidence for steps and the content of new sources: for people, not for a data set. */
  readonly gated?: boolean;
  /** Skip decisions that were ever made, whatever came after: for a data set, which is loaded again. */
  readonly neverAgain?: boolean;
  /** Record nothing unless this is the last revision; absent: record in any case. 0: the ledger is empty. */
  readonly onlyAfter?: number;
  /** Runs last in the transaction, also if everything was recorded before. If it throws, nothing is recorded. */
  readonly within?: (tx: Prisma.TransactionClient, revision: number) => Promise<void>;
}

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

/** What a write adds, once everything is checked. */
interface PlannedWrite {
  readonly ok: true;
  /** Number of new items; 0: everything was recorded before. */
  readonly recorded: number;
  readonly today: Day;
  readonly subjects: PlannedSubjects;
  readonly claims: readonly NewClaim[];
  readonly decisions: readonly PlannedDecision[];
  /** The changes of sources that the write asks for. */
  readonly changes: readonly PlannedSourceChange[];
  /** Those and the new versions of a data set. */
  readonly sourceChanges: readonly PlannedSourceChange[];
  /** New versions of a record. */
  readonly versions: readonly PlannedVersion[];
  readonly retired: PlannedRetirements;
  /** Slugs of the zones whose columns change. */
  readonly touched: ReadonlySet<string>;
  /** The facts on those zones before the write. */
  readonly facts: Facts;
}

/** Checks everything and writes nothing. */
async function planWrite(
  tx: Prisma.TransactionClient,
  last: number,
  write: LedgerWrite,
): Promise<PlannedWrite | RejectedWrite> {
  const { gated = false } = write;
  const retirement = await planRetirement(tx, write.retirement);
  if (!retirement.ok) return retirement;
  const [retired = NO_RETIREMENTS] = retirement.items;
  const subjectsSent = write.subjects ?? NO_SUBJECTS;
  const {
    claims: sent,
    decisions: sentDecisions,
    subjects: sentSubjects,
    sourceChange,
  } = await replaceRemovedTexts(tx, {
    claims: [...(write.claims ?? []), ...retired.claims],
    decisions: [...(write.decisions ?? []), ...retired.decisions],
    subjects: {
      ...subjectsSent,
      tenancies: [...subjectsSent.tenancies, ...retired.tenancies],
    },
    sourceChange: write.sourceChange,
  });
  const today = await getDatabaseDay(tx);
  if (gated) {
    const issues = [
      ...(await listNewSourceIssues(tx, sentSubjects.sources, sent, today)),
      ...(await listNewRecordIssues(tx, sentSubjects, today)),
    ];
    if (issues.length > 0) return { ok: false, code: "invalid", issues };
  }
  const subjects = await planSubjects(tx, sentSubjects, write.purpose, gated);
  const claims = await planClaims(tx, sent, subjects, today, gated);
  if (!claims.ok) return claims;
  const decisions = await planDecisions(
    tx,
    sentDecisions,
    claims.items,
    write.ownOnly ? (write.actor?.id ?? "") : null,
    last,
    write.neverAgain ?? false,
  );
  if (!decisions.ok) return decisions;
  const changes = await planSourceChange(tx, sourceChange, today);
  if (!changes.ok) return changes;
  const versions = await planRecordChange(tx, write.recordChange, today);
  if (!versions.ok) return versions;
  const recorded =
    claims.items.length +
    decisions.items.length +
    subjects.count +
    changes.items.length +
    versions.items.length +
    retired.retirements.length;
  const sourceChanges = [...subjects.sourceChanges, ...changes.items];
  const touched = new Set([
    ...subjects.zones.map(({ slug }) => slug),
    ...claims.items.map(({ zone }) => zone),
    ...decisions.items.map(({ zone }) => zone),
    ...(await listRedatedZones(tx, sourceChanges)),
    ...retired.zones,
  ]);
  const sourceIds = new Set(claims.items.map(({ sourceId }) => sourceId));
  const facts = recorded === 0 ? NO_FACTS : await readZoneFacts(tx, [...touched], [...sourceIds]);
  const moment = { asOf: today, revision: last };
  const rejected = await checkEvidence(indexEvidence(facts), claims.items, sent, moment, gated);
  if (rejected) return rejected;
  return {
    ok: true,
    recorded,
    today,
    subjects,
    claims: claims.items,
    decisions: decisions.items,
    changes: changes.items,
    sourceChanges,
    versions: versions.items,
    retired,
    touched,
    facts,
  };
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
  const written = addWrittenFacts(planned.facts, {
    revision: { number: revision, recordedAt, author, purpose, identity },
    claims,
    decisions,
    sources: subjects.sources.map(({ reason: _, ...source }) => source),
    tenancies: subjects.tenancies,
    sourceChanges,
    retirements: retired.retirements,
  });
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

async function getDatabaseDay(tx: Prisma.TransactionClient): Promise<string> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  return pakistanDay(row?.now ?? new Date());
}

/** The items of a person's write. */
interface WrittenItems {
  readonly subjects: NewSubjects;
  readonly claims: readonly NewClaim[];
  readonly decisions: readonly PlannedDecision[];
  readonly sourceChanges: readonly PlannedSourceChange[];
  readonly versions: readonly PlannedVersion[];
  readonly retirement: PlannedRetirements["retirements"][number] | undefined;
}

/**
 * Audits a person's write in its transaction: one entry for each zone or source and kind of action.
 * @param inNameOf the author, if another person than the actor
 */
async function auditWrite(
  tx: Prisma.TransactionClient,
  actor: Actor,
  inNameOf: { readonly author?: string },
  revision: number,
  { subjects, claims, decisions, sourceChanges, versions, retirement }: WrittenItems,
): Promise<void> {
  const add = (action: AuditAction, subject: string, detail: AuditDetails) =>
    audit({ actor, action, subject, detail, revision }, tx);
  for (const { slug } of subjects.zones) await add("zone-added", slug, {});
  for (const { id, name } of subjects.firms ?? []) await add("firm-added", id, { title: name });
  for (const { id, firm } of subjects.tenancies) await add("tenancy-added", id, { title: firm });
  for (const { id, title } of subjects.events) await add("event-added", id, { title });
  for (const { key, label } of subjects.context) await add("figure-added", key, { title: label });
  for (const { kind, content, changed, reason } of versions) {
    const subject = kind === "figure" ? content.key : content.id;
    await add(`${kind}-changed`, subject, { changed: changed.join(", "), reason });
  }
  if (retirement) {
    const { act, kind, subject, into, reason } = retirement;
    await add(`record-${act}`, subject, { kind, ...(into === null ? {} : { to: into }), reason });
    // The copied claims and withdrawals are what the act does, and are not acts of their own.
    return;
  }
  for (const { id, title } of subjects.sources) {
    const detail = { title, ...inNameOf };
    await audit({ actor, action: "source-added", subject: id, detail, revision }, tx);
  }
  for (const { source, changed, reason } of sourceChanges) {
    const detail = { changed: changed.join(", "), reason };
    await audit({ actor, action: "source-changed", subject: source.id, detail, revision }, tx);
  }
  for (const [zone, items] of groups(claims, (claim) => claim.zone)) {
    const fields = items.map(({ field, tenancy }) => (tenancy ? `${tenancy} ${field}` : field));
    const detail = { fields: fields.join(", "), ...inNameOf };
    await audit({ actor, action: "claims-recorded", subject: zone, detail, revision }, tx);
  }
  for (const [zone, items] of groups(decisions, (decision) => decision.zone)) {
    const detail = {
      decisions: items.map(({ kind, claimId }) => `${kind} ${claimId}`).join(", "),
      reason: [...new Set(items.map(({ reason }) => reason ?? ""))].join("; "),
    };
    await audit({ actor, action: "decisions-recorded", subject: zone, detail, revision }, tx);
  }
}
