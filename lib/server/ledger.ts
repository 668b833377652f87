import "server-only";
import { pakistanDay } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client";
import { db } from "./db";
import { auditWrite } from "./ledger-audit";
import { planClaims } from "./ledger-claims";
import { planDecisions } from "./ledger-decisions";
import { insertSourceVersions, newSourceFaults, planSourceChange } from "./ledger-sources";
import { insertSubjects, planSubjects } from "./ledger-subjects";
import type {
  Authorship,
  NewClaim,
  NewDecision,
  NewSourceChange,
  NewSubjects,
  WriteResult,
} from "./ledger-types";
import { log } from "./log";
import { processSingleton } from "./process-singleton";
import { projectZones } from "./projection";
import { VERSION_CHANNEL } from "./revision-watch";
import { registryStore } from "./store";

/** Taken by every write, so that revisions are numbered and committed one after the other. */
const LEDGER_LOCK = 7_035_001;
const NO_SUBJECTS: NewSubjects = { zones: [], sources: [], tenancies: [], events: [], context: [] };
/** Milliseconds; long enough for a queue of writers behind a large first load. */
const TX_TIMEOUTS = { maxWait: 60_000, timeout: 120_000 } as const;

/** A write to the ledger: claims with what they need, judgements, and a change of a source. */
export interface LedgerWrite extends Authorship {
  readonly claims?: readonly NewClaim[];
  readonly decisions?: readonly NewDecision[];
  readonly subjects?: NewSubjects;
  readonly sourceChange?: NewSourceChange;
  /** Instant of the revision; absent: now, by the database's clock. Only a first load gives one. */
  readonly recordedAt?: Date;
  /** May only claims be judged that the actor recorded? */
  readonly ownOnly?: boolean;
  /** Do the evidence gates bind, and is it looked at what new sources say? They do for people, not for a data set. */
  readonly gated?: boolean;
  /** Record nothing unless the ledger is still empty. */
  readonly onlyFirst?: boolean;
}

/**
 * The only way into the ledger. Records claims, each with a `published` decision, and further
 * decisions, all or nothing, as one revision; writes today's values of the touched zones; tells
 * every instance. What is recorded already is not recorded again: sent twice, `recorded` is 0.
 * Resolves when this process's registry shows the write, or when the database has gone before it could
 * be read back: what is committed is recorded all the same.
 * @returns `invalid` for faults in the items, `claim-id-reused` where an id stands for another
 *   claim, `conflict` where something else shows now than `basedOn` says, `not-yours` where `ownOnly`
 *   forbids a judgement; for a change of a source see `planSourceChange`
 */
export async function writeLedger(write: LedgerWrite): Promise<WriteResult> {
  const result = await serialize(() => db().$transaction((tx) => writeIn(tx, write), TX_TIMEOUTS));
  if (result.ok) await readBack(result.version);
  return result;
}

/** Records claims, all or nothing. See `writeLedger`. */
export function recordClaims(claims: readonly NewClaim[], by: Authorship): Promise<WriteResult> {
  return writeLedger({ ...by, claims });
}

/** Records judgements on claims, all or nothing; one that holds already is not recorded again. See `writeLedger`. */
export function decide(decisions: readonly NewDecision[], by: Authorship): Promise<WriteResult> {
  return writeLedger({ ...by, decisions });
}

async function readBack(version: number): Promise<void> {
  try {
    await registryStore().reach(version);
  } catch (error) {
    log.warn("A write was recorded but could not be read back yet", { version, error });
  }
}

/**
 * One write after the other within a process. The database's lock would see to the order by itself,
 * but each writer that waits there holds a connection, and readers would find none.
 */
function serialize<T>(work: () => Promise<T>): Promise<T> {
  const queue = processSingleton("ledger-queue", () => ({ last: Promise.resolve<unknown>(null) }));
  const result = queue.last.then(work);
  queue.last = result.catch(() => null);
  return result;
}

/** Looks at everything before it writes anything, so that a refusal leaves no trace to undo. */
async function writeIn(tx: Prisma.TransactionClient, write: LedgerWrite): Promise<WriteResult> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LEDGER_LOCK})::text`;
  const { _max } = await tx.revision.aggregate({ _max: { id: true } });
  const last = _max.id ?? 0;
  if (write.onlyFirst && last > 0) return { ok: true, recorded: 0, version: last };

  const today = await databaseDay(tx);
  if (write.gated) {
    const sources = write.subjects?.sources ?? [];
    const faults = await newSourceFaults(tx, sources, write.claims ?? [], today);
    if (faults.length > 0) return { ok: false, code: "invalid", faults };
  }
  const subjects = await planSubjects(tx, write.subjects ?? NO_SUBJECTS);
  const claims = await planClaims(tx, write.claims ?? [], subjects, {
    today,
    revision: last,
    gated: write.gated ?? false,
  });
  if (!claims.ok) return claims;
  const decisions = await planDecisions(
    tx,
    write.decisions ?? [],
    claims.items,
    write.ownOnly ? (write.actor?.id ?? "") : null,
  );
  if (!decisions.ok) return decisions;
  const changes = await planSourceChange(tx, write.sourceChange, today);
  if (!changes.ok) return changes;
  const recorded =
    claims.items.length + decisions.items.length + subjects.count + changes.items.length;
  if (recorded === 0) return { ok: true, recorded, version: last };

  const revision = last + 1;
  // clock_timestamp, since now() is the transaction's begin, which can lie before an earlier revision's.
  await tx.$executeRaw`
    INSERT INTO revision (id, recorded_at, author, author_id, purpose)
    VALUES (${revision}, coalesce(${write.recordedAt ?? null}::timestamptz, clock_timestamp()),
            ${write.author}, ${write.actor?.id ?? null}, ${write.purpose})`;
  await insertSubjects(tx, subjects, revision);
  const redated = await insertSourceVersions(tx, changes.items, revision);
  await tx.claim.createMany({
    data: claims.items.map(({ zone, tenancy, value, basedOn: _, gateConfirmed: __, ...claim }) => ({
      ...claim,
      revisionId: revision,
      zoneSlug: zone,
      tenancyId: tenancy,
      value: value === null ? Prisma.JsonNull : (value as Prisma.InputJsonValue),
    })),
  });
  await tx.decision.createMany({
    data: [
      ...claims.items.map(({ id }) => ({ claimId: id, kind: "published", reason: null })),
      ...decisions.items,
    ].map(({ claimId, kind, reason }) => ({ claimId, kind, reason, revisionId: revision })),
  });

  if (write.actor) {
    await auditWrite(tx, write.actor, revision, {
      subjects,
      claims: claims.items,
      decisions: decisions.items,
      sourceChanges: changes.items,
    });
  }

  const touched = [
    ...subjects.zones.map(({ slug }) => slug),
    ...claims.items.map(({ zone }) => zone),
    ...decisions.items.map(({ zone }) => zone),
    ...redated,
  ];
  await projectZones(tx, touched, today, revision);
  await tx.$queryRaw`SELECT pg_notify(${VERSION_CHANNEL}, ${String(revision)})::text`;
  return { ok: true, recorded, version: revision };
}

async function databaseDay(tx: Prisma.TransactionClient): Promise<string> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  return pakistanDay(row?.now ?? new Date());
}
