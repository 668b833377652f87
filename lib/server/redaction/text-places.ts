import "server-only";
import { createHash } from "node:crypto";
import { TEXT_KINDS, type TextPlace } from "@/lib/contract/redaction";
import type { Prisma } from "@/prisma/generated/client";
import { isStorable } from "../database/storable-text";

/** A place of a text or of a copy. */
export interface Place {
  readonly table: string;
  /** With a dot: a path into JSON. */
  readonly column: string;
  readonly row: string;
}

/** SHA-256 of a text, in hexadecimal digits. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The place of a text, as the database names it. */
export function toPlace({ kind, row }: TextPlace): Place {
  const [table = "", column = ""] = kind.split(".");
  if (column !== "other_names") return { table, column, row };
  const [, id = row, position = ""] = /^(.*)\.(\d{1,2})$/.exec(row) ?? [];
  return { table, column: `${column}.${position}`, row: id };
}

/** The place of a row of `redaction` or `redaction_request`. */
export function readPlace(row: {
  readonly tableName: string;
  readonly columnName: string;
  readonly rowId: string;
}): TextPlace {
  const [column = "", ...position] = row.columnName.split(".");
  const name = `${row.tableName}.${column}`;
  const kind = TEXT_KINDS.find((one) => one === name);
  if (!kind) throw new Error(`The database has a redaction of ${name}, which is no known text.`);
  return { kind, row: [row.rowId, ...position].join(".") };
}

/** The place in the columns of `redaction` and `redaction_request`. */
export function toPlaceColumns(place: TextPlace) {
  const { table, column, row } = toPlace(place);
  return { tableName: table, columnName: column, rowId: row };
}

/** The text at a place; null where there is none. */
export async function readText(
  tx: Prisma.TransactionClient,
  place: TextPlace,
): Promise<string | null> {
  const { table, column, row } = toPlace(place);
  if (!isStorable(row)) return null;
  const [found] = await tx.$queryRaw<{ text: string | null }[]>`
    SELECT redactable_text(${table}, ${column}, ${row}) AS text`;
  return found?.text ?? null;
}

/** Was the text at a place removed? */
export async function isRemoved(tx: Prisma.TransactionClient, place: TextPlace): Promise<boolean> {
  return isStorable(place.row) && (await tx.redaction.count({ where: toPlaceColumns(place) })) > 0;
}
