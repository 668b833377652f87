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

/**
 * The entries that match, as CSV in chunks, newest first. Details are `key: value`, separated by semicolons. The first
 * entries are read at once, so that a failure can still be answered.
 */
export async function auditCsv(
  search: AuditSearch,
  namedSubjects: readonly string[],
): Promise<AsyncGenerator<Uint8Array>> {
  const readPage = (before: string | null) =>
    searchAudit({ ...search, before }, namedSubjects, ROWS_PER_CHUNK);
  return listChunks(await readPage(search.before), readPage);
}

type Page = Awaited<ReturnType<typeof searchAudit>>;

async function* listChunks(
  first: Page,
  readPage: (before: string) => Promise<Page>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvLines([COLUMNS, ...first.entries.map(listCells)]));
  let page = first;
  for (;;) {
    const last = page.entries.at(-1);
    if (!page.more || last === undefined) return;
    page = await readPage(last.id);
    yield encoder.encode(csvLines(page.entries.map(listCells)));
  }
}

function listCells({ detail, address, revision, ...entry }: Page["entries"][number]) {
  const cells = {
    ...entry,
    detail: detail.map(([key, value]) => `${key}: ${value}`).join("; "),
    address: address ?? "",
    revision: revision ?? "",
  };
  return COLUMNS.map((column) => cells[column]);
}
