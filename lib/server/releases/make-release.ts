import "server-only";
import { createHash } from "node:crypto";
import type { ReleaseAnswer } from "@/lib/contract/answer-schemas";
import { METHOD } from "@/lib/contract/meta";
import type { Facts } from "@/lib/evidence/ledger-records";
import type { Moment } from "@/lib/evidence/resolve";
import { buildRelease, type ReleaseFile, TEXT_TYPE, toTextFile } from "@/lib/formats/release";
import { checksumList } from "@/lib/formats/release-notes";
import type { Text } from "@/lib/text/text";
import { type Day, isDay, pakistanDay } from "@/lib/time/day";
import { isKnownOn, KNOWN_ON_FORMS, resolveRevision } from "@/lib/time/revision-param";
import type { Prisma } from "@/prisma/generated/client";
import { audit } from "../audit/audit";
import { db, LOCKS } from "../database/db";
import { databaseBytes } from "../database-file";
import { env } from "../env";
import { isDataSetAlone } from "../ledger/data-set";
import { loadFacts, NO_FACTS } from "../registry/load-facts";
import { getText } from "../text/get-text";
import { listReleases } from "./read-releases";

/** Milliseconds. A release is made while its lock is held. */
const TX_TIMEOUTS = { maxWait: 60_000, timeout: 300_000 } as const;
const CHECKSUMS = "SHA256SUMS";
/** Tables that are equal in two releases if nothing changed. Other files contain the day or the number. */
const COMPARED_TABLES = /^(?!changes\.).*\.csv$/;

/** The options of a release. */
export interface ReleaseOrder {
  /**
   * The number that the release must get; null: the next one. A release that has it already is made again and compared,
   * and stays as it is.
   */
  readonly number?: string | null;
  /** The day; null: today in Pakistan, or the day of the last edition while the ledger has the data set alone. */
  readonly asOf: Day | null;
  /** The revision, in the forms of the parameter of this name; null: the last one recorded by the end of the day. */
  readonly knownOn?: string | null;
  /** A note for readers. */
  readonly notes: string | null;
  /** Who makes it. */
  readonly by: string;
  /** Make it even if nothing changed. */
  readonly anyway: boolean;
  /** Make it without storing it. */
  readonly dryRun: boolean;
  /** Make it only of the data set alone, and only if no release has its revision or a later one. */
  readonly onlyLater?: boolean;
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

/** Why no release was made. */
type RejectionCode =
  | "bad-day"
  | "bad-revision"
  | "bad-number"
  | "nothing-known"
  | "nothing-changed"
  | "not-later"
  | "differs";

interface Rejection {
  readonly ok: false;
  readonly code: RejectionCode;
  readonly message: string;
}

/**
 * A release, or why none was made and what to do. `again`: it was there, and made again it is the same byte for byte.
 */
export type ReleaseResult =
  | { readonly ok: true; readonly again: boolean; readonly release: MadeRelease }
  | Rejection;

/**
 * Publishes the data of a day as the next numbered release, all or nothing. Concurrent releases are made one after the
 * other.
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
  const text = await getText();
  // Read inside the lock, so that no release has older data than the previous one.
  const facts = await loadFacts(NO_FACTS);
  const releases = await listReleases(tx);
  const made = releases.find(({ number }) => number === order.number) ?? null;
  const moment = findMoment(text, order, made, facts, pakistanDay(madeAt));
  if ("code" in moment) return moment;
  const { asOf, revision } = moment;
  const isLater = releases.every(({ version }) => version < revision);
  if (order.onlyLater && !(isLater && isDataSetAlone(facts))) {
    return reject("not-later", text.t("files.rejected.notLater"));
  }
  const earlier = made ? releases.slice(releases.indexOf(made) + 1) : releases;
  const since = findLatestUntil(earlier, moment);
  const sequence = getNextSequence(releases, asOf);
  const next = `${asOf.slice(0, 4)}.${sequence}`;
  const number = made?.number ?? next;
  if (number !== (order.number ?? number)) {
    const message = text.t("files.rejected.badNumber", { number: order.number ?? "", next });
    return reject("bad-number", message);
  }
  const { BASE_URL, OPERATOR } = env();
  const isOfDataSet = isDataSetAlone({
    revisions: facts.revisions.filter(({ number }) => number <= revision),
  });
  const { files: built, changes } = await buildRelease({
    text,
    number,
    notes: order.notes ?? made?.notes ?? null,
    facts,
    moment,
    since,
    // The data set alone is the same everywhere, and so are the files of its releases.
    origin: isOfDataSet ? "" : (BASE_URL ?? ""),
    operator: isOfDataSet ? null : (OPERATOR ?? null),
    toDatabase: databaseBytes,
  });
  const files = addChecksums(text, built);
  const release = { number, asOf, revision, since: since?.number ?? null, changes, files };
  if (made) return compareWithMade(text, made, release);
  if (since && changes === 0 && !order.anyway && hasSameTables(since, files)) {
    const message = text.t("files.rejected.unchanged", { number: since.number, day: since.asOf });
    return reject("nothing-changed", message);
  }
  if (!order.dryRun) await store(tx, release, { sequence, madeAt, order });
  return { ok: true, again: false, release };
}

function reject(code: RejectionCode, message: string): Rejection {
  return { ok: false, code, message };
}

/**
 * The day and the revision of a release. A past day is shown as it was known at its end, so that nothing recorded later
 * changes its release.
 * @param made the release that has the number of the order already
 */
function findMoment(
  text: Text,
  order: ReleaseOrder,
  made: ReleaseAnswer | null,
  facts: Facts,
  today: Day,
): Moment | Rejection {
  const recorded = facts.revisions.map(({ recordedAt }) => pakistanDay(new Date(recordedAt)));
  const [first, last] = [recorded[0], recorded.at(-1)];
  if (first === undefined || last === undefined) {
    return reject("nothing-known", text.t("files.rejected.empty"));
  }
  const asOf = order.asOf ?? made?.asOf ?? (isDataSetAlone(facts) ? last : today);
  if (!isDay(asOf)) {
    return reject("bad-day", text.t("files.rejected.badDay", { day: asOf, today }));
  }
  if (asOf > today && asOf > last) {
    return reject("bad-day", text.t("files.rejected.future", { day: asOf, today }));
  }
  const knownOn = order.knownOn ?? made?.knownOn ?? asOf;
  const revision = isKnownOn(knownOn) ? resolveRevision(knownOn, facts.revisions) : null;
  const latest = `r${facts.revision}`;
  if (revision === null) {
    const examples = text.list(KNOWN_ON_FORMS);
    const message = text.t("files.rejected.badRevision", { knownOn, latest, examples });
    return reject("bad-revision", message);
  }
  if (revision === 0) {
    const message = text.t("files.rejected.nothingBy", { knownOn, first, latest });
    return reject("nothing-known", message);
  }
  return { asOf, revision };
}

/** A release that is there, compared with the same one made again. */
function compareWithMade(text: Text, made: ReleaseAnswer, release: MadeRelease): ReleaseResult {
  const before = new Map(made.files.map(({ name, sha256 }) => [name, sha256]));
  const after = new Map(release.files.map(({ name, sha256 }) => [name, sha256]));
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const differing = names.filter((name) => before.get(name) !== after.get(name));
  if (differing.length === 0) return { ok: true, again: true, release };
  const values = { number: made.number, files: text.list(differing) };
  return reject("differs", text.t("files.rejected.differs", values));
}

/** The release of the latest day that is not after a moment in day or revision; of several for that day, the newest. */
function findLatestUntil(
  releases: readonly ReleaseAnswer[],
  { asOf, revision }: Moment,
): ReleaseAnswer | null {
  const earlier = releases.filter((release) => release.asOf <= asOf && release.version <= revision);
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
    TEXT_TYPE,
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
