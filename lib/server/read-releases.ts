import "server-only";
import { type ReleaseAnswer, releaseFilePath } from "@/lib/contract/release-answer";
import { formatKnownOn } from "@/lib/time/revision-param";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "./db";
import { isStorable } from "./storable-text";

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
