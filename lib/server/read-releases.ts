import "server-only";
import { type ReleaseAnswer, releaseFilePath } from "@/lib/contract/release-answer";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "./db";

/** A stored file of a release. */
interface StoredFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** In hexadecimal digits. */
  readonly sha256: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/**
 * All releases, newest first, with their files but without the content of the files.
 * @throws if the database cannot be reached
 */
export async function listReleases(
  tx: Prisma.TransactionClient = db(),
): Promise<readonly ReleaseAnswer[]> {
  const rows = await tx.release.findMany({
    include: { files: { omit: { content: true }, orderBy: { sortOrder: "asc" } } },
    orderBy: [{ madeAt: "desc" }, { sequence: "desc" }],
  });
  return rows.map(({ number, day, revisionId, method, sinceNumber, madeAt, notes, files }) => ({
    number,
    asOf: day.toISOString().slice(0, 10),
    knownOn: `r${revisionId}`,
    version: revisionId,
    method,
    since: sinceNumber,
    madeAt: madeAt.toISOString(),
    notes,
    files: files.map(({ name, mediaType, records, size, sha256 }) => ({
      name,
      type: mediaType,
      records,
      size,
      sha256,
      path: releaseFilePath(number, name),
    })),
  }));
}

/**
 * A file of a release; null if there is none.
 * @throws if the database cannot be reached
 */
export async function readReleaseFile(number: string, name: string): Promise<StoredFile | null> {
  const row = await db().releaseFile.findUnique({
    where: { releaseNumber_name: { releaseNumber: number, name } },
  });
  return row && { name, type: row.mediaType, sha256: row.sha256, content: row.content };
}
