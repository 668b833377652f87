import { fieldSpec, isZoneField, ZONE_FIELD_KEYS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { getAge } from "@/lib/evidence/age";
import type { ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY, type SortTerm } from "@/lib/query/query";
import { SCOPES, type Scope } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { type RankedRow, select } from "@/lib/query/select";
import { type Day, lastDay } from "@/lib/time/day";

/** A column beside the zone's name: a field, or the readiness score. */
export type GridColumn = Exclude<ZoneFieldKey, "name"> | "readiness";

/** The columns that an analyst works on most. */
export const DEFAULT_COLUMNS = [
  ...(["status", "legalStatus", "electricity", "gas", "water", "internalRoads"] as const),
  ...(["enterprisesProducing", "readiness"] as const),
] satisfies readonly GridColumn[];

/** Every column: those first, then the other fields in the catalogue's order. */
export const GRID_COLUMNS: readonly GridColumn[] = [
  ...DEFAULT_COLUMNS,
  ...ZONE_FIELD_KEYS.filter(
    (key): key is Exclude<ZoneFieldKey, "name"> =>
      key !== "name" && !DEFAULT_COLUMNS.some((one) => one === key),
  ),
];

/** What a value can be, for a filter. `old`: it was last reported more than 2 years ago. */
export const CONDITIONS = ["unknown", "disputed", "old"] as const;
export type Condition = (typeof CONDITIONS)[number];

/** What the grid shows. The address holds it, so that Back and a saved view show it again. */
export interface GridView {
  /** Words in the names, districts, developers and firms; empty: every zone. */
  readonly find: string;
  readonly scope: Scope;
  /** Each must hold for the chosen column. */
  readonly conditions: readonly Condition[];
  /** The column that the conditions are about; null: each column shown. */
  readonly within: GridColumn | null;
  /** In the order of all columns. */
  readonly columns: readonly GridColumn[];
  readonly sort: SortTerm & { readonly key: GridColumn | "name" };
}

export const DEFAULT_GRID: GridView = {
  find: "",
  scope: "all",
  conditions: [],
  within: null,
  columns: DEFAULT_COLUMNS,
  sort: { key: "name", descending: false },
};

/** Is this word the key of a column? */
export function isGridColumn(word: string): word is GridColumn {
  return word === "readiness" || (isZoneField(word) && word !== "name");
}

/** Reads the view of an address. What cannot be read is as in the view before any choice. */
export function parseGridView(params: Pick<URLSearchParams, "get">): GridView {
  const word = (name: string) => params.get(name) ?? "";
  const list = (name: string) => word(name).split(",");
  const chosen = list("columns").filter(isGridColumn);
  const sorted = word("sort").replace(/^-/, "");
  const within = word("in");
  return {
    find: word("q").slice(0, 200),
    scope: SCOPES.find((scope) => scope === word("scope")) ?? DEFAULT_GRID.scope,
    conditions: CONDITIONS.filter((one) => list("is").includes(one)),
    within: isGridColumn(within) ? within : null,
    columns:
      chosen.length === 0
        ? DEFAULT_GRID.columns
        : GRID_COLUMNS.filter((column) => chosen.includes(column)),
    sort:
      sorted === "name" || isGridColumn(sorted)
        ? { key: sorted, descending: word("sort").startsWith("-") }
        : DEFAULT_GRID.sort,
  };
}

/** The parameters of a view with their question mark; empty for the view before any choice. */
export function writeGridView(view: GridView): string {
  const { find, scope, conditions, within, columns, sort } = view;
  const pairs = {
    q: find,
    scope: scope === DEFAULT_GRID.scope ? "" : scope,
    is: conditions.join(","),
    in: within ?? "",
    columns: columns.join() === DEFAULT_COLUMNS.join() ? "" : columns.join(","),
    sort: sort.key === "name" && !sort.descending ? "" : `${sort.descending ? "-" : ""}${sort.key}`,
  };
  return toSearch(Object.entries(pairs).filter(([, value]) => value !== ""));
}

/** The rows of a view in its order. @param today the day in Pakistan */
export function selectGridRows(
  rows: readonly ZoneRow[],
  view: GridView,
  today: Day,
): readonly RankedRow[] {
  const { find, scope, conditions, within, columns, sort } = view;
  const { rows: found } = select(rows, { ...DEFAULT_QUERY, q: find, scope, sort: [sort] }, today);
  const fields = (within === null ? columns : [within]).filter((column) => column !== "readiness");
  return found.filter((row) =>
    conditions.every((condition) => fields.some((field) => holds(condition, row, field, today))),
  );
}

/** Does a condition hold for a value? */
export function holds(
  condition: Condition,
  { values, marks, dates }: Pick<ZoneRow, "values" | "marks" | "dates">,
  field: ZoneFieldKey,
  today: Day,
): boolean {
  switch (condition) {
    case "unknown":
      return values[field] === null;
    case "disputed":
      return marks[field] === "contested";
    case "old": {
      const date = dates[field];
      return date !== undefined && ["2-5", "over-5"].includes(getAge(lastDay(date), today));
    }
  }
}

/** Does the first press on a column's head sort the largest, furthest or latest first? */
export function isDescendingFirst(column: GridColumn): boolean {
  if (column === "readiness") return true;
  const { kind, behaviour } = fieldSpec(column);
  return kind === "number" || kind === "level" || behaviour === "ordered";
}

/** A place in the grid, from 0. A number beyond the end means the last. */
interface GridPlace {
  readonly row: number;
  readonly cell: number;
}

/** More than any grid has. */
const LAST = Number.MAX_SAFE_INTEGER;
/** Rows that a page key moves by. */
const PAGE = 10;

/**
 * Where a key leads from a place, as in a spreadsheet; null: the key does not move.
 * @param isFar with Ctrl or Command: to the end of the grid
 * @param isRtl the text runs from right to left, so the left arrow leads ahead
 */
export function moveInGrid(
  key: string,
  { row, cell }: GridPlace,
  { isFar, isRtl }: { readonly isFar: boolean; readonly isRtl: boolean },
): GridPlace | null {
  const ahead = isRtl ? "ArrowLeft" : "ArrowRight";
  switch (key) {
    case "ArrowDown":
      return { row: isFar ? LAST : row + 1, cell };
    case "ArrowUp":
      return { row: isFar ? 0 : row - 1, cell };
    case "ArrowLeft":
    case "ArrowRight":
      if (key === ahead) return { row, cell: isFar ? LAST : cell + 1 };
      return { row, cell: isFar ? 0 : cell - 1 };
    case "Home":
      return { row: isFar ? 0 : row, cell: 0 };
    case "End":
      return { row: isFar ? LAST : row, cell: LAST };
    case "PageDown":
      return { row: row + PAGE, cell };
    case "PageUp":
      return { row: row - PAGE, cell };
    default:
      return null;
  }
}
