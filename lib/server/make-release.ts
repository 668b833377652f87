import "server-only";
import { createHash } from "node:crypto";
import { METHOD } from "@/lib/contract/meta";
import type { ReleaseAnswer } from "@/lib/contract/release-answer";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { buildRelease, type ReleaseFile, toTextFile } from "@/lib/formats/release";
import { checksumList } from "@/lib/formats/release-notes";
import type { Text } from "@/lib/text/text";
import { type Day, isDay, pakistanDay } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { audit } from "./audit";
import { db, LOCKS } from "./db";
import { env } from "./env";
import { getText } from "./get-text";
import { loadFacts, NO_FACTS } from "./load-facts";
import { listReleases } from "./read-releases";

/** Milliseconds. A release is made while its lock is held. */
const TX_TIMEOUTS = { maxWait: 60_000, timeout: 300_000 } as const;
const CHECKSUMS = "SHA256SUMS";
/** Tables that are equal in two releases if nothing changed. Other files contain the day or the number. */
const COMPARED_TABLES = /^(?!changes\.).*\.(csv|ndjson)$/;

/** The options of a release. */
export interface ReleaseOrder {
  /** The day; null: today in Pakistan. */
  readonly asOf: Day | null;
  /** A note for readers. */
  readonly notes: string | null;
  /** Who makes it. */
  readonly by: string;
  /** Make it even if nothing changed. */
  readonly anyway: boolean;
  /** Make it without storing it. */
  readonly dryRun: boolean;
}

/** A release that was made, or would be made. */
interface MadeRelease {
  readonly number: string;
  readonly asOf: Day;
  readonly revision: number;
  /** Number of the release that its changes are compared with; null: no earlier one exists. */
  readonly since: string | null;
  readonly changes: number;
  readonly files: readonly CheckedFile[];
}

/** A file with its checksum. */
export interface CheckedFile extends ReleaseFile {
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** A release, or why none was made and what to do. */
export type ReleaseResult =
  | { readonly ok: true; readonly release: MadeRelease }
  | {
      readonly ok: false;
      readonly code: "bad-day" | "nothing-known" | "nothing-changed";
      readonly message: string;
    };

/**
 * Publishes the present data of a day as the next numbered release, all or nothing. Concurrent
 * releases are made one after the other.
 */
export async function makeRelease(order: ReleaseOrder): Promise<ReleaseResult> {
  return await db().$transaction((tx) => makeInTransaction(tx, order), TX_TIMEOUTS);
}

async function makeInTransaction(
  tx: Prisma.TransactionClient,
  order: ReleaseOrder,
): Promise<ReleaseResult> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOCKS.releases})::text`;
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  const madeAt = clock?.now ?? new Date();
  const today = pakistanDay(madeAt);
  const asOf = order.asOf ?? today;
  const text = await getText();
  if (!isDay(asOf)) {
    return reject("bad-day", text.t("files.rejected.badDay", { day: asOf, today }));
  }
  if (asOf > today) {
    return reject("bad-day", text.t("files.rejected.future", { day: asOf, today }));
  }
  // Read inside the lock, so that no release has older data than the previous one.
  const facts = await loadFacts(NO_FACTS);
  if (facts.revision === 0) {
    return reject("nothing-known", text.t("files.rejected.empty"));
  }
  const evidence = indexEvidence(facts);
  const registry = buildRegistry(facts, evidence, { asOf, revision: facts.revision });
  const earlier = await listReleases(tx);
  const since = findLatestUntil(earlier, asOf);
  const sequence = getNextSequence(earlier, asOf);
  const number = `${asOf.slice(0, 4)}.${sequence}`;
  const { files: made, changes } = await buildRelease({
    text,
    number,
    madeAt,
    notes: order.notes,
    ledger: { facts, evidence },
    registry,
    since,
    origin: env().BASE_URL ?? "",
  });
  if (since && changes === 0 && !order.anyway && hasSameTables(since, made.map(addChecksum))) {
    const message = text.t("files.rejected.unchanged", { number: since.number, day: since.asOf });
    return reject("nothing-changed", message);
  }
  const files = addChecksums(text, made);
  const release = {
    number,
    asOf,
    revision: facts.revision,
    since: since?.number ?? null,
    changes,
    files,
  };
  if (!order.dryRun) await store(tx, release, { sequence, madeAt, order });
  return { ok: true, release };
}

function reject(
  code: Extract<ReleaseResult, { ok: false }>["code"],
  message: string,
): ReleaseResult {
  return { ok: false, code, message };
}

/** The release of the latest day that is not after `asOf`; of several for that day, the newest. */
function findLatestUntil(releases: readonly ReleaseAnswer[], asOf: Day): ReleaseAnswer | null {
  const earlier = releases.filter((release) => release.asOf <= asOf);
  return earlier.reduce<ReleaseAnswer | null>(
    (latest, release) => (latest === null || release.asOf > latest.asOf ? release : latest),
    null,
  );
}

function getNextSequence(releases: readonly ReleaseAnswer[], asOf: Day): number {
  const year = asOf.slice(0, 4);
  const inYear = releases.map(({ number }) => number.split(".")).filter(([own]) => own === year);
  return Math.max(0, ...inYear.map(([, sequence]) => Number(sequence))) + 1;
}

function addChecksum(file: ReleaseFile): CheckedFile {
  return { ...file, sha256: createHash("sha256").update(file.content).digest("hex") };
}

function hasSameTables(
  { files: before, method }: ReleaseAnswer,
  files: readonly CheckedFile[],
): boolean {
  return (
    method === METHOD &&
    files
      .filter(({ name }) => COMPARED_TABLES.test(name))
      .every((file) =>
        before.some(({ name, sha256 }) => name === file.name && sha256 === file.sha256),
      )
  );
}

function addChecksums(text: Text, made: readonly ReleaseFile[]): CheckedFile[] {
  const files = made.map(addChecksum);
  const list = toTextFile(
    CHECKSUMS,
    text.t("files.notes.checksumsFile"),
    checksumList(files),
    "text/plain; charset=utf-8",
  );
  return [...files, addChecksum({ ...list, records: files.length })];
}

async function store(
  tx: Prisma.TransactionClient,
  release: MadeRelease,
  { sequence, madeAt, order }: { sequence: number; madeAt: Date; order: ReleaseOrder },
): Promise<void> {
  const { number, asOf, revision, since, files } = release;
  await tx.release.create({
    data: {
      number,
      year: Number(asOf.slice(0, 4)),
      sequence,
      day: new Date(`${asOf}T00:00:00Z`),
      revisionId: revision,
      method: METHOD,
      sinceNumber: since,
      madeAt,
      madeBy: order.by,
      notes: order.notes,
    },
  });
  await tx.releaseFile.createMany({
    data: files.map(({ name, type, records, content, sha256 }, i) => ({
      releaseNumber: number,
      name,
      sortOrder: i + 1,
      mediaType: type,
      records,
      size: content.byteLength,
      sha256,
      content,
    })),
  });
  await audit(
    {
      actor: { id: null, name: order.by, address: null },
      action: "release-made",
      subject: number,
      detail: { asOf, files: files.length },
      revision,
    },
    tx,
  );
}
