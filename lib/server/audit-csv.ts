import "server-only";
import { csvLines } from "../formats/csv";
import { type AuditSearch, searchAudit } from "./audit";

/** Columns of the file. They are stable names, not words of a language. */
const COLUMNS = [
  "id",
  "at",
  "lastAt",
  "count",
  "actor",
  "action",
  "subject",
  "detail",
  "address",
  "revision",
] as const;

/** Entries that are read from the database at a time. */
const ROWS_PER_CHUNK = 1_000;

/** The entries that match, as CSV in chunks, newest first. Details are `key: value`, separated by semicolons. */
export async function* auditCsv(
  search: AuditSearch,
  namedSubjects: readonly string[],
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvLines([COLUMNS]));
  let { before } = search;
  for (;;) {
    const { entries, more } = await searchAudit(
      { ...search, before },
      namedSubjects,
      ROWS_PER_CHUNK,
    );
    const lines = entries.map(({ detail, address, revision, ...entry }) => {
      const cells = {
        ...entry,
        detail: detail.map(([key, value]) => `${key}: ${value}`).join("; "),
        address: address ?? "",
        revision: revision ?? "",
      };
      return COLUMNS.map((column) => cells[column]);
    });
    if (lines.length > 0) yield encoder.encode(csvLines(lines));
    before = entries.at(-1)?.id ?? null;
    if (!more || before === null) return;
  }
}
