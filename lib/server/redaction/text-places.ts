import "server-only";
import { TEXT_KINDS, type TextPlace } from "@/lib/contract/redaction";
import type { Prisma } from "@/prisma/generated/client";

/** A place as the columns of `redaction` and `redaction_request` name it. */
export interface PlaceColumns {
  readonly tableName: string;
  /** With a dot: a position in a list. */
  readonly columnName: string;
  readonly rowId: string;
}

/** A place in the columns of `redaction` and `redaction_request`. */
export function toPlaceColumns({ kind, row }: TextPlace): PlaceColumns {
  const [tableName = "", column = ""] = kind.split(".");
  if (column !== "other_names") return { tableName, columnName: column, rowId: row };
  const [, rowId = row, position = ""] = /^(.*)\.(\d{1,2})$/.exec(row) ?? [];
  return { tableName, columnName: `${column}.${position}`, rowId };
}

/** The place that such columns name. */
export function readPlace({ tableName, columnName, rowId }: PlaceColumns): TextPlace {
  const [column = "", ...position] = columnName.split(".");
  const name = `${tableName}.${column}`;
  const kind = TEXT_KINDS.find((one) => one === name);
  if (!kind) throw new Error(`The database has a redaction of ${name}, which is no known text.`);
  return { kind, row: [rowId, ...position].join(".") };
}

/** The text at a place; null where there is none. */
export async function readText(
  tx: Prisma.TransactionClient,
  place: TextPlace,
): Promise<string | null> {
  const { tableName, columnName, rowId } = toPlaceColumns(place);
  const [found] = await tx.$queryRaw<{ text: string | null }[]>`
    SELECT redactable_text(${tableName}, ${columnName}, ${rowId}) AS text`;
  return found?.text ?? null;
}
