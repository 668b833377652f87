import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, type BlockKey } from "@/lib/catalogue/groups";
import { type FieldSpec, NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import type { ZoneRow } from "@/lib/evidence/row";
import { zoneName } from "@/lib/evidence/zone-name";
import { getRowWords } from "@/lib/query/search";
import { computeReadiness, sumReadiness } from "@/lib/readiness/readiness";
import { firstDay, lastDay } from "@/lib/time/day";

/** The table of the rows of one day. */
export const TABLE = "query_zone";

/** A typed column of the table. */
export interface Column {
  readonly name: string;
  readonly type: string;
  /** How it is indexed; null: not. */
  readonly index: "btree" | "gin" | null;
  /** Its value for a zone; null: unknown. */
  readonly read: (row: ZoneRow) => unknown;
}

const NO_WEIGHTS = Object.fromEntries(BLOCKS.map((block) => [block, 0])) as Record<
  BlockKey,
  number
>;

/** The sums of a block with weight 1, of which readiness under any weights is made. */
export const BLOCK_SUMS = ["total", "known", "confirmed", "possible"] as const;

/** The column of a sum of a block. */
export const blockColumn = (block: BlockKey, sum: (typeof BLOCK_SUMS)[number]) => `${block} ${sum}`;

const listBlockColumns = (block: BlockKey): Column[] =>
  BLOCK_SUMS.map((sum) => ({
    name: blockColumn(block, sum),
    type: "double precision",
    index: null,
    read: (row) => sumReadiness(row, { ...NO_WEIGHTS, [block]: 1 })[sum],
  }));

/** The columns of a field: its value, and what its filter and its sort need beside it. */
function listFieldColumns(key: ZoneFieldKey): Column[] {
  const spec: FieldSpec = fieldSpec(key);
  const value = (type: string, index: Column["index"] = "btree"): Column => ({
    name: key,
    type,
    index: spec.filter === null ? null : index,
    read: ({ values }) => values[key],
  });
  switch (spec.kind) {
    case "text":
    case "country":
    case "choice":
      return [value("text")];
    case "list":
      return [value("text[]", "gin")];
    case "flag":
      return [value("boolean")];
    case "level":
      return [value("smallint")];
    case "place":
      return [
        {
          ...value("double precision"),
          read: ({ values: { [key]: place } }) =>
            place !== null && typeof place === "object" && "lat" in place ? place.lat : null,
        },
      ];
    case "number":
      return [
        {
          ...value("double precision"),
          read: ({ values }) => (typeof values[key] === "number" ? values[key] : null),
        },
        {
          name: `${key} n/a`,
          type: "boolean",
          index: null,
          read: ({ values }) => values[key] === NOT_APPLICABLE,
        },
      ];
    case "date": {
      const end = (name: "first" | "last", read: (date: string) => string): Column => ({
        name: `${key} ${name}`,
        type: "date",
        index: "btree",
        read: ({ values: { [key]: date } }) => (typeof date === "string" ? read(date) : null),
      });
      return [value("text", null), end("first", firstDay), end("last", lastDay)];
    }
  }
}

/** What filters count: the fields that have one, and the evidence. */
export const COUNTED_COLUMNS: readonly Column[] = [
  ...ZONE_FIELD_KEYS.filter((key) => fieldSpec(key).filter !== null).flatMap(listFieldColumns),
  {
    name: "status since",
    type: "date",
    index: null,
    read: ({ dates, values }) =>
      dates.status && values.status !== null ? firstDay(dates.status) : null,
  },
  { name: "support", type: "text", index: "btree", read: ({ support }) => support.status ?? null },
  { name: "standing", type: "text", index: "btree", read: ({ progress }) => progress.standing },
  {
    name: "contested",
    type: "boolean",
    index: null,
    read: ({ marks }) => Object.values(marks).includes("contested"),
  },
];

/** What the order of zones of one standing is made of, beside their progress and their count of producing firms. */
const ORDER_COLUMNS: readonly Column[] = [
  ...(["status", "enterprisesProducing"] as const).map(
    (key): Column => ({
      name: `${key} weak`,
      type: "boolean",
      index: null,
      read: ({ weak }) => weak.includes(key),
    }),
  ),
  ...(["recentProducers", "producers", "building"] as const).map(
    (key): Column => ({
      name: key,
      type: "integer",
      index: null,
      read: ({ progress }) => progress[key],
    }),
  ),
  {
    name: "last reported",
    type: "date",
    index: null,
    read: ({ progress }) => progress.lastReported && firstDay(progress.lastReported),
  },
];

const READINESS_COLUMNS = { low: "readiness low", high: "readiness high", coverage: "coverage" };

/** Every column but the answer: of the fields, of the evidence, of readiness and of the text search. */
const COLUMNS: readonly Column[] = [
  { name: "slug", type: "text PRIMARY KEY", index: null, read: ({ slug }) => slug },
  { name: "order", type: "integer", index: null, read: ({ order }) => order },
  { name: "shown name", type: 'text COLLATE "names"', index: null, read: zoneName },
  ...COUNTED_COLUMNS,
  ...ZONE_FIELD_KEYS.filter((key) => fieldSpec(key).filter === null).flatMap(listFieldColumns),
  ...ORDER_COLUMNS,
  ...BLOCKS.flatMap(listBlockColumns),
  ...(["low", "high", "coverage"] as const).map(
    (part): Column => ({
      name: READINESS_COLUMNS[part],
      type: "double precision",
      index: "btree",
      read: (row) => computeReadiness(row, BLOCK_WEIGHTS)?.[part] ?? null,
    }),
  ),
  { name: "words", type: "text[]", index: "gin", read: getRowWords },
];

/** What an answer says of a zone, as JSON. */
const ANSWER: Column = {
  name: "answer",
  type: "text",
  index: null,
  read: (row) => JSON.stringify(row),
};

/** A name as SQL writes it. */
export const quote = (name: string) => `"${name}"`;

/** The statements that make the table; with indexes once it is filled. */
export const CREATE_TABLE = [
  // The order of Intl.Collator("en", { numeric: true, sensitivity: "base" }).
  `CREATE COLLATION IF NOT EXISTS "names"
    (provider = icu, locale = 'en-u-kn-true-ks-level1', deterministic = false)`,
  `DROP TABLE IF EXISTS ${TABLE}`,
  `CREATE TABLE ${TABLE} (${[...COLUMNS, ANSWER].map(({ name, type }) => `${quote(name)} ${type}`).join(", ")})`,
];

/** The statements that index the table. */
export const INDEX_TABLE = [
  ...COLUMNS.filter(({ index }) => index !== null).map(
    ({ name, index }) => `CREATE INDEX ON ${TABLE} USING ${index} (${quote(name)})`,
  ),
  `ANALYZE ${TABLE}`,
];

/** An array in the text format of PostgreSQL. */
const writeArray = (items: readonly unknown[]) =>
  `{${items.map((item) => JSON.stringify(String(item))).join(",")}}`;

/** The cells of a zone, in the order of the columns. */
export function listCells(row: ZoneRow): unknown[] {
  return [...COLUMNS, ANSWER].map(({ read }) => {
    const value = read(row);
    return Array.isArray(value) ? writeArray(value) : value;
  });
}
