import "server-only";
import { csvLines } from "../../formats/csv";
import { type AuditEntry, type AuditSearch, searchAudit } from "./audit";

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
  "sentence",
  "changes",
] as const;

/** Entries that are read from the database at a time. */
const ROWS_PER_CHUNK = 1_000;

/** An entry in words: what was done, and which values changed from what to what. */
export interface WordedEntry {
  readonly sentence: string;
  readonly changes: readonly string[];
}

/** Puts an entry into words. */
export type DescribeEntry = (entry: AuditEntry) => WordedEntry;

/**
 * The entries that match, as CSV in chunks, newest first. Details are `key: value`, separated by semicolons. The first
 * entries are read at once, so that a failure can still be answered.
 */
export async function auditCsv(
  search: AuditSearch,
  namedSubjects: readonly string[],
  toWords: DescribeEntry,
): Promise<AsyncGenerator<Uint8Array>> {
  const readPage = (before: string | null) =>
    searchAudit({ ...search, before }, namedSubjects, ROWS_PER_CHUNK);
  return listChunks(await readPage(search.before), readPage, toWords);
}

type Page = Awaited<ReturnType<typeof searchAudit>>;

async function* listChunks(
  first: Page,
  readPage: (before: string) => Promise<Page>,
  toWords: DescribeEntry,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(
    csvLines([COLUMNS, ...first.entries.map((entry) => listCells(entry, toWords))]),
  );
  let page = first;
  for (;;) {
    const last = page.entries.at(-1);
    if (!page.more || last === undefined) return;
    page = await readPage(last.id);
    yield encoder.encode(csvLines(page.entries.map((entry) => listCells(entry, toWords))));
  }
}

function listCells(entry: AuditEntry, toWords: DescribeEntry) {
  const { detail, address, revision } = entry;
  const { sentence, changes } = toWords(entry);
  const cells = {
    ...entry,
    sentence,
    changes: changes.join("; "),
    detail: detail.map(([key, value]) => `${key}: ${value}`).join("; "),
    address: address ?? "",
    revision: revision ?? "",
  };
  return COLUMNS.map((column) => cells[column]);
}
