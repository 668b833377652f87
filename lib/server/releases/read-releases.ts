import "server-only";
import { createHash } from "node:crypto";
import type { ReleaseAnswer, ReleaseFileAnswer } from "@/lib/contract/answer-schemas";
import { RELEASE_ARCHIVE, releaseFilePath } from "@/lib/contract/release-answer";
import { ZIP_TYPE } from "@/lib/formats/file-types";
import { storedZip } from "@/lib/formats/spreadsheet";
import { formatKnownOn } from "@/lib/time/revision-param";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "../database/db";
import { isStorable } from "../database/storable-text";
import { processSingleton } from "../process-singleton";

/** A stored file of a release. */
interface StoredFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** In hexadecimal digits. */
  readonly sha256: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** The file contained a text that was removed. Nothing of it is left but this sentence. */
interface WithdrawnFile {
  readonly withdrawn: string;
}

/** The withdrawn files, as `number/name`. */
async function listWithdrawn(tx: Prisma.TransactionClient): Promise<ReadonlySet<string>> {
  const rows = await tx.redaction.findMany({
    where: { tableName: "release_file" },
    select: { rowId: true },
  });
  return new Set(rows.map(({ rowId }) => rowId));
}

/** Every release has these tables. */
function countRecords(
  files: readonly { readonly name: string; readonly records: number | null }[],
  table: string,
): number {
  return files.find(({ name }) => name === table)?.records ?? 0;
}

/**
 * All releases, newest first, with their files but without the content of the files. Withdrawn files are left out.
 * @throws if the database cannot be reached
 */
export async function listReleases(
  tx: Prisma.TransactionClient = db(),
): Promise<readonly ReleaseAnswer[]> {
  const rows = await tx.release.findMany({
    include: {
      revision: { select: { identity: true } },
      files: { omit: { content: true }, orderBy: { sortOrder: "asc" } },
    },
    orderBy: [{ madeAt: "desc" }, { sequence: "desc" }],
  });
  const withdrawn = await listWithdrawn(tx);
  return rows.map(
    ({ number, day, revisionId, revision, method, sinceNumber, madeAt, notes, files }) => ({
      number,
      asOf: day.toISOString().slice(0, 10),
      knownOn: formatKnownOn(revisionId, [{ number: revisionId, ...revision }]),
      version: revisionId,
      method,
      since: sinceNumber,
      madeAt: madeAt.toISOString(),
      notes,
      counts: {
        zones: countRecords(files, "zones.csv"),
        claims: countRecords(files, "claims.csv"),
        sources: countRecords(files, "sources.csv"),
        changes: countRecords(files, "changes.csv"),
      },
      files: files
        .filter(({ name }) => !withdrawn.has(`${number}/${name}`))
        .map(({ name, mediaType, records, size, sha256 }) => ({
          name,
          type: mediaType,
          records,
          size,
          sha256,
          path: releaseFilePath(number, name),
        })),
    }),
  );
}

/**
 * A file of a release; null if there is none.
 * @throws if the database cannot be reached
 */
export async function readReleaseFile(
  number: string,
  name: string,
): Promise<StoredFile | WithdrawnFile | null> {
  // The database refuses a question about such a text.
  if (!isStorable(number + name)) return null;
  // First: a file that is withdrawn in between is then sent as it was, and never as its own reason.
  const where = { tableName: "release_file", rowId: `${number}/${name}` };
  const isWithdrawn = (await db().redaction.count({ where })) > 0;
  const row = await db().releaseFile.findUnique({
    where: { releaseNumber_name: { releaseNumber: number, name } },
  });
  if (row && isWithdrawn) return { withdrawn: new TextDecoder().decode(row.content) };
  return row && { name, type: row.mediaType, sha256: row.sha256, content: row.content };
}

/**
 * The ZIP archive with all files of a release that are not withdrawn; null if there is no such release. The same files give the same
 * bytes.
 * @throws if the database cannot be reached
 */
export async function readReleaseArchive(number: string): Promise<StoredFile | null> {
  const release = (await listReleases()).find((one) => one.number === number);
  return release ? makeArchive(release) : null;
}

async function makeArchive({ number, files }: ReleaseAnswer): Promise<StoredFile> {
  const rows = await db().releaseFile.findMany({
    where: { releaseNumber: number },
    orderBy: { sortOrder: "asc" },
  });
  // A file that was withdrawn since has another checksum.
  const kept = rows.filter((row) => files.some(({ sha256 }) => sha256 === row.sha256));
  const content = await storedZip(kept.map((row) => ({ path: row.name, texts: [row.content] })));
  return {
    name: `cpec-sez-release-${number}.zip`,
    type: ZIP_TYPE,
    sha256: createHash("sha256").update(content).digest("hex"),
    content,
  };
}

/**
 * Size and checksum of the ZIP archive of a release. They are kept, because they follow from its files.
 * @throws if the database cannot be reached
 */
export async function describeArchive(release: ReleaseAnswer): Promise<ReleaseFileAnswer> {
  const kept = processSingleton("release-archives", () => new Map<string, ReleaseFileAnswer>());
  const key = [release.number, ...release.files.map(({ sha256 }) => sha256)].join(" ");
  const known = kept.get(key);
  if (known) return known;
  const { type, sha256, content } = await makeArchive(release);
  const archive = {
    name: RELEASE_ARCHIVE,
    type,
    records: null,
    size: content.byteLength,
    sha256,
    path: releaseFilePath(release.number, RELEASE_ARCHIVE),
  };
  kept.set(key, archive);
  return archive;
}
