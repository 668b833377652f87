import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import type { AuditAction } from "@/lib/contract/audit-actions";
import type { SourceFileChange, SourceFileNote } from "@/lib/contract/records-request";
import {
  detectSourceFileType,
  SOURCE_FILE_TYPES,
  type SourceFile,
  type SourceFileType,
} from "@/lib/contract/source-file";
import type { Prisma } from "@/prisma/generated/client";
import { type Actor, audit } from "../audit/audit";
import { type ChangeResult, WHOLE_FORM } from "../change-result";
import { db } from "../database/db";
import { isStorable } from "../database/storable-text";
import { insertRevision, runUnderLedgerLock } from "../ledger/ledger";
import { getText } from "../text/get-text";

const NO_CONTENT = { content: true } as const;

// The database takes no other.
const readType = (type: string) => SOURCE_FILE_TYPES.find((one) => one === type) as SourceFileType;

/** What is known of the file of a source; null: it has none. */
export async function findSourceFile(id: string): Promise<SourceFile | null> {
  if (!isStorable(id)) return null;
  const where = { sourceId: id };
  const row = await db().sourceFile.findUnique({ where, omit: NO_CONTENT });
  if (!row) return null;
  const { mediaType, size, pages, shown, addedAt, addedBy } = row;
  return {
    mediaType: readType(mediaType),
    ...{ size, pages, shown, addedBy },
    addedAt: addedAt.toISOString(),
  };
}

/** The file of a source with its content; null: it has none. */
export async function readSourceFile(id: string) {
  const row = await db().sourceFile.findUnique({ where: { sourceId: id } });
  return row && { mediaType: readType(row.mediaType), content: row.content };
}

/** The names of their messages in `api.sourceFile`. */
type Fault = "type" | "noSource" | "noFile" | "removed";

interface Refused {
  readonly ok: false;
  readonly fault: Fault;
}
const refuse = (fault: Fault): Refused => ({ ok: false, fault });

/** What a change leaves, and how the audit log names it. */
interface Changed {
  readonly ok: true;
  readonly action: AuditAction;
  readonly file: Pick<SourceFile, "mediaType" | "size" | "shown"> & { readonly sha256: string };
}

/**
 * Changes the file of a source. Where everybody could read the file or can now, it is a revision of its own, so that every
 * kept page changes.
 */
async function change(
  id: string,
  actor: Actor,
  work: (
    tx: Prisma.TransactionClient,
    before: { readonly shown: boolean } | null,
  ) => Promise<Changed | Refused>,
): Promise<ChangeResult> {
  const result = await runUnderLedgerLock(async ({ sql, tx }, last) => {
    const where = { sourceId: id };
    const before = await tx.sourceFile.findUnique({ where, select: { shown: true } });
    const changed = await work(tx, before);
    if (!changed.ok) return changed;
    const { action, file } = changed;
    const isPublic = file.shown || before?.shown === true;
    const by = { author: actor.name, actor, purpose: "The file of 1 source" };
    const revision = isPublic ? await insertRevision(sql, last, by) : last.revision;
    const { mediaType, size, sha256, shown } = file;
    await audit(
      {
        ...{ actor, action, subject: id, detail: { mediaType, size, sha256, shown } },
        ...(isPublic ? { revision } : {}),
      },
      tx,
    );
    return { ok: true, revision } as const;
  });
  if (result.ok) return { ok: true, value: null };
  const { t } = await getText();
  return {
    ok: false,
    issues: [{ param: WHOLE_FORM, message: t(`api.sourceFile.${result.fault}`) }],
  };
}

/** Stores the file of a source in place of the one that it has. A file that was removed with a text is refused. */
export function saveSourceFile(
  id: string,
  content: Uint8Array<ArrayBuffer>,
  note: z.output<typeof SourceFileNote>,
  actor: Actor,
): Promise<ChangeResult> {
  return change(id, actor, async (tx) => {
    const mediaType = detectSourceFileType(content);
    if (mediaType === null) return refuse("type");
    const isKnown = isStorable(id) && (await tx.source.count({ where: { id } })) > 0;
    if (!isKnown) return refuse("noSource");
    const sha256 = createHash("sha256").update(content).digest("hex");
    const place = { tableName: "source_file", rowId: `${id}/${sha256}` };
    if ((await tx.redaction.count({ where: place })) > 0) return refuse("removed");
    const file = { mediaType, size: content.length, sha256, ...note };
    await tx.sourceFile.deleteMany({ where: { sourceId: id } });
    await tx.sourceFile.create({
      data: { sourceId: id, ...file, content, addedBy: actor.name },
    });
    return { ok: true, action: "source-file-added", file };
  });
}

/** Changes the pages that matter, and whether everybody may read the file. */
export function changeSourceFile(
  { id, ...note }: z.output<typeof SourceFileChange>,
  actor: Actor,
): Promise<ChangeResult> {
  return change(id, actor, async (tx, before) => {
    if (!before) return refuse("noFile");
    const where = { sourceId: id };
    const { mediaType, ...file } = await tx.sourceFile.update({
      ...{ where, data: note },
      omit: NO_CONTENT,
    });
    return {
      ...{ ok: true, action: "source-file-changed" },
      file: { ...file, mediaType: readType(mediaType) },
    };
  });
}

/** Removes the file of a source. */
export function removeSourceFile(id: string, actor: Actor): Promise<ChangeResult> {
  return change(id, actor, async (tx, before) => {
    if (!before) return refuse("noFile");
    const { mediaType, ...file } = await tx.sourceFile.delete({
      where: { sourceId: id },
      omit: NO_CONTENT,
    });
    return {
      ...{ ok: true, action: "source-file-removed" },
      file: { ...file, mediaType: readType(mediaType), shown: false },
    };
  });
}
