import "server-only";
import { createHash } from "node:crypto";
import type { ChangeRow } from "@/lib/contract/changes-answer";
import { METHOD } from "@/lib/contract/method";
import type { ReleaseAnswer } from "@/lib/contract/release-answer";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { type ReleaseFile, releaseContents, textFile } from "@/lib/formats/release";
import { checksumList } from "@/lib/formats/release-notes";
import { type Day, isDay, pakistanDay } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { audit } from "./audit";
import { db } from "./db";
import { env } from "./env";
import { loadFacts, NO_FACTS } from "./load-facts";
import { listReleases } from "./release-read";

/** Taken by whoever makes a release, so that they are numbered one after the other. */
const RELEASE_LOCK = 7_035_002;
/** Milliseconds; a release is made while its lock is held. */
const TX_TIMEOUTS = { maxWait: 60_000, timeout: 300_000 } as const;
const CHECKSUMS = "SHA256SUMS";
/** Tables whose bytes say whether anything changed; other files carry the day or the number besides. */
const TELLING = /^(?!changes\.).*\.(csv|ndjson)$/;

/** What release is asked for. */
export interface ReleaseOrder {
  /** The day shown; null: today in Pakistan. */
  readonly asOf: Day | null;
  /** What its maker says of it. */
  readonly notes: string | null;
  /** Who makes it. */
  readonly by: string;
  /** Make it even where nothing changed. */
  readonly anyway: boolean;
  /** Make everything and keep nothing. */
  readonly dryRun: boolean;
  /** A change as a sentence without its full stop. */
  readonly sayChange: (change: ChangeRow) => string;
}

/** A release that was made, or would be. */
export interface MadeRelease {
  readonly number: string;
  readonly asOf: Day;
  readonly version: number;
  /** Number of the release at which its list of changes begins. */
  readonly since: string | null;
  readonly changes: number;
  readonly files: readonly CheckedFile[];
}

/** A file with its checksum. */
export interface CheckedFile extends ReleaseFile {
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** What became of an order; the message of a refusal says what to do. */
export type ReleaseResult =
  | { readonly ok: true; readonly release: MadeRelease }
  | {
      readonly ok: false;
      readonly code: "bad-day" | "nothing-known" | "nothing-changed";
      readonly message: string;
    };

/**
 * Freezes the data as it is known now, at a day, as the next numbered release; all or nothing. Two at
 * once are made one after the other.
 */
export async function makeRelease(order: ReleaseOrder): Promise<ReleaseResult> {
  return await db().$transaction((tx) => makeIn(tx, order), TX_TIMEOUTS);
}

async function makeIn(tx: Prisma.TransactionClient, order: ReleaseOrder): Promise<ReleaseResult> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${RELEASE_LOCK})::text`;
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  const madeAt = clock?.now ?? new Date();
  const today = pakistanDay(madeAt);
  const asOf = order.asOf ?? today;
  if (!isDay(asOf)) return refusal("bad-day", `“${asOf}” is no day; give one as ${today}.`);
  if (asOf > today) {
    return refusal("bad-day", `${asOf} lies in the future; today in Pakistan is ${today}.`);
  }
  // Read behind the lock, so that no release knows less than the one before it.
  const facts = await loadFacts(NO_FACTS);
  if (facts.revision === 0) {
    return refusal("nothing-known", "The ledger is empty: `npm run seed` loads the data set.");
  }
  const evidence = indexEvidence(facts);
  const registry = buildRegistry(facts, evidence, { asOf, revision: facts.revision });
  const earlier = await listReleases(tx);
  const since = latestUntil(earlier, asOf);
  const sequence = nextSequence(earlier, asOf);
  const number = `${asOf.slice(0, 4)}.${sequence}`;
  const { files: made, changes } = await releaseContents({
    number,
    madeAt,
    notes: order.notes,
    ledger: { facts, evidence },
    registry,
    since,
    origin: env().BASE_URL ?? "",
    sayChange: order.sayChange,
  });
  if (since && changes === 0 && !order.anyway && hasSameTables(since, made.map(checked))) {
    return refusal(
      "nothing-changed",
      `Nothing changed since release ${since.number} of ${since.asOf}: its tables would be the same byte for byte. Give --anyway to make another all the same.`,
    );
  }
  const files = withChecksums(made);
  const release = {
    number,
    asOf,
    version: facts.revision,
    since: since?.number ?? null,
    changes,
    files,
  };
  if (!order.dryRun) await keep(tx, release, { sequence, madeAt, order });
  return { ok: true, release };
}

function refusal(
  code: Extract<ReleaseResult, { ok: false }>["code"],
  message: string,
): ReleaseResult {
  return { ok: false, code, message };
}

/** The release of the latest day up to one; of several of that day, the one made last. */
function latestUntil(releases: readonly ReleaseAnswer[], asOf: Day): ReleaseAnswer | null {
  const before = releases.filter((release) => release.asOf <= asOf);
  return before.reduce<ReleaseAnswer | null>(
    (latest, release) => (latest === null || release.asOf > latest.asOf ? release : latest),
    null,
  );
}

function nextSequence(releases: readonly ReleaseAnswer[], asOf: Day): number {
  const year = asOf.slice(0, 4);
  const ofYear = releases.map(({ number }) => number.split(".")).filter(([of]) => of === year);
  return Math.max(0, ...ofYear.map(([, sequence]) => Number(sequence))) + 1;
}

function checked(file: ReleaseFile): CheckedFile {
  return { ...file, sha256: createHash("sha256").update(file.content).digest("hex") };
}

function hasSameTables(
  { files: before, method }: ReleaseAnswer,
  files: readonly CheckedFile[],
): boolean {
  return (
    method === METHOD &&
    files
      .filter(({ name }) => TELLING.test(name))
      .every((file) =>
        before.some(({ name, sha256 }) => name === file.name && sha256 === file.sha256),
      )
  );
}

function withChecksums(made: readonly ReleaseFile[]): CheckedFile[] {
  const files = made.map(checked);
  const list = textFile(
    CHECKSUMS,
    "checksums of the other files",
    checksumList(files),
    "text/plain; charset=utf-8",
  );
  return [...files, checked({ ...list, records: files.length })];
}

async function keep(
  tx: Prisma.TransactionClient,
  release: MadeRelease,
  { sequence, madeAt, order }: { sequence: number; madeAt: Date; order: ReleaseOrder },
): Promise<void> {
  const { number, asOf, version, since, files } = release;
  await tx.release.create({
    data: {
      number,
      year: Number(asOf.slice(0, 4)),
      sequence,
      day: new Date(`${asOf}T00:00:00Z`),
      revisionId: version,
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
      revision: version,
    },
    tx,
  );
}
