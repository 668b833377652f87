import { inScope, SCOPES } from "../query/scope";
import type { RankedRow } from "../query/select";
import type { Text } from "../text/text";
import { listColumns } from "./columns";
import { type CellTable, DAY_TABLES, dayTable, type TableInput, zonesTable } from "./day-tables";
import type { FileNotes } from "./file-notes";
import { quote, type SqlDatabase, toSqlColumns, toSqlValue, writeTable } from "./sql-table";
import { TABLE_KEYS, TABLE_REFERENCES } from "./table-keys";

/** What the database of a day is made of. */
export interface RegistryContents extends TableInput {
  /** The zones of every scope. */
  readonly rows: readonly RankedRow[];
  readonly notes: FileNotes;
}

/**
 * Writes the registry of a day as tables with types and keys: zones, sources, firms, firms in zones, claims, displayed values,
 * events, national figures; the zones of each scope; what each column means; about the file; and views that join them.
 */
export async function writeRegistry(db: SqlDatabase, contents: RegistryContents): Promise<void> {
  const { text, rows, notes } = contents;
  const tables = [
    zonesTable(text, listColumns(text), rows),
    ...DAY_TABLES.map((name) => dayTable(contents, name)),
  ];
  db.exec("BEGIN");
  for (const table of tables) await writeCells(db, table);
  await writeScopes(db, rows);
  await writeTexts(db, "dictionary", DICTIONARY_COLUMNS, listDefinitions(tables));
  await writeTexts(db, "about", ABOUT_COLUMNS, listNotes(text, notes));
  for (const [name, select] of Object.entries(VIEWS_SQL)) {
    const viewSql = `CREATE VIEW ${quote(name)} AS ${select}`;
    db.exec(viewSql);
  }
  db.exec("COMMIT");
}

/** Adds a table of cells with its keys. */
function writeCells(db: SqlDatabase, { name, columns, rows }: CellTable): Promise<void> {
  return writeTable(db, {
    name,
    columns: toSqlColumns(columns),
    key: TABLE_KEYS[name] ?? [],
    references: TABLE_REFERENCES[name] ?? [],
    rows: rows(),
    toValues: (cells) => columns.map(({ type }, i) => toSqlValue(cells[i] ?? null, type)),
  });
}

/** Which zones belong to which scope. */
function writeScopes(db: SqlDatabase, rows: readonly RankedRow[]): Promise<void> {
  return writeTable(db, {
    name: "zoneScopes",
    columns: ["scope", "zone"].map((name) => ({ name, type: "TEXT" })),
    key: ["scope", "zone"],
    references: [{ column: "zone", table: "zones", key: "slug" }],
    rows: SCOPES.flatMap((scope) =>
      rows.filter(({ values }) => inScope(values, scope)).map(({ slug }) => [scope, slug]),
    ),
    toValues: (values) => values,
  });
}

const DICTIONARY_COLUMNS = ["table", "column", "type", "values", "definition"] as const;
const ABOUT_COLUMNS = ["key", "value"] as const;

function writeTexts(
  db: SqlDatabase,
  name: string,
  columns: readonly string[],
  rows: readonly string[][],
): Promise<void> {
  return writeTable(db, {
    name,
    columns: columns.map((column) => ({ name: column, type: "TEXT" })),
    key: columns.filter((column) => column === "table" || column === "column" || column === "key"),
    references: [],
    rows,
    toValues: (values) => values,
  });
}

function listDefinitions(tables: readonly CellTable[]) {
  return tables.flatMap(({ name, columns }) =>
    columns.map(({ key, type, values, definition }) => [name, key, type, values, definition]),
  );
}

function listNotes(
  { t }: Text,
  { title, meta, licence, citation, boundaryNote, address }: FileNotes,
) {
  return Object.entries({
    title,
    asOf: meta.asOf,
    knownOn: meta.knownOn,
    revision: String(meta.version),
    method: String(meta.method),
    licence: licence.name,
    licenceUrl: licence.url,
    citation,
    boundaryNote,
    unknown: t("files.guide.unknown"),
    candidates: t("files.guide.candidates"),
    address,
  });
}

/** The views by name. */
const VIEWS_SQL = {
  announcedZones: `SELECT zones.* FROM zones JOIN "zoneScopes" ON "zoneScopes".zone = zones.slug WHERE "zoneScopes".scope = 'announced'`,
  valuesWithSources: `SELECT evidence.*, sources.publisher, sources.kind AS "sourceKind", sources."publishedOn", claims.locator, claims.standing FROM evidence JOIN sources ON sources.id = evidence."sourceId" JOIN claims ON claims.id = evidence."claimId"`,
  disputedValues: `SELECT * FROM evidence WHERE mark = 'contested'`,
  firmsInZones: `SELECT zones.name AS "zoneName", zones.province, tenancies.* FROM tenancies JOIN zones ON zones.slug = tenancies.zone`,
  claimsWithSources: `SELECT claims.*, sources.title AS "sourceTitle", sources.publisher, sources.url, sources."publishedOn" FROM claims JOIN sources ON sources.id = claims."sourceId"`,
} as const;
