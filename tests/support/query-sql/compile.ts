import { fieldSpec } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS } from "@/lib/catalogue/groups";
import { type FieldSpec, NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { VOCABULARIES, type Vocabulary } from "@/lib/catalogue/vocabularies";
import {
  type EndsFilter,
  FILTERS,
  type FilterChoice,
  type FilterSpec,
  UNKNOWN,
} from "@/lib/query/filters";
import type { Query, SortTerm } from "@/lib/query/query";
import { SCOPES, type Scope } from "@/lib/query/scope";
import { matchWord, splitWords } from "@/lib/query/search";
import { type Day, firstDay, lastDay } from "@/lib/time/day";
import { BLOCK_SUMS, blockColumn, COUNTED_COLUMNS, quote, TABLE } from "./columns";

/** A statement with its values, for a prepared statement. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a query is compiled with. */
export interface Moment {
  readonly asOf: Day;
  /** Every word in which the text search looks, once. */
  readonly vocabulary: readonly string[];
}

/** Collects the values of a statement and gives their places in it. */
class Values {
  readonly all: unknown[] = [];
  private day: string | null = null;
  private scores: ReadinessSql | null = null;

  constructor(
    readonly query: Query,
    readonly moment: Moment,
  ) {}

  add(value: unknown, type: string): string {
    this.all.push(value);
    return `$${this.all.length}::${type}`;
  }

  // A statement cannot have values that it does not use, so these are added when they are asked for.

  get asOf(): string {
    this.day ??= this.add(this.moment.asOf, "date");
    return this.day;
  }

  get readiness(): ReadinessSql {
    this.scores ??= readinessSql(this.query, this);
    return this.scores;
  }
}

const SCOPE_TESTS: Readonly<Record<Scope, string>> = {
  announced: `(cohort IN ('original-7', 'added-37') OR "candidateForRemainder")`,
  evidenced: "cohort IN ('original-7', 'added-37')",
  "cpec-nine": `"cpecStatus" IN ('cpec-nine', 'priority-four')`,
  "priority-four": `"cpecStatus" = 'priority-four'`,
  all: "true",
};

/** Readiness under the weights of a query, in SQL. */
interface ReadinessSql {
  readonly low: string;
  readonly high: string;
  readonly coverage: string;
}

const roundHalfUp = (value: string, factor: number) =>
  `floor((${value}) * ${factor} + 0.5 + 1e-9) / ${factor}`;

function readinessSql({ weights }: Query, values: Values): ReadinessSql {
  if (BLOCKS.every((block) => weights[block] === BLOCK_WEIGHTS[block]))
    return { low: '"readiness low"', high: '"readiness high"', coverage: "coverage" };
  const weighed = BLOCKS.map((block) => [block, values.add(weights[block], "float8")] as const);
  const [total, known, confirmed, possible] = BLOCK_SUMS.map(
    (sum) =>
      `(${weighed.map(([block, weight]) => `${weight} * ${quote(blockColumn(block, sum))}`).join(" + ")})`,
  );
  const applicable = `nullif(greatest(${total}, 0), 0)`;
  return {
    low: roundHalfUp(`100 * ${confirmed} / ${applicable}`, 10),
    high: roundHalfUp(`100 * ${possible} / ${applicable}`, 10),
    coverage: roundHalfUp(`${known} / ${applicable}`, 100),
  };
}

/** The single word of a zone in a filter, in SQL; null where it has none. `sectors` and other lists have several: see `isList`. */
function wordSql(filter: FilterSpec, values: Values): string {
  const column = quote(filter.key);
  if (filter.kind === "range")
    return filter.notApplicable
      ? `CASE WHEN ${quote(`${filter.key} n/a`)} THEN '${NOT_APPLICABLE}' WHEN ${column} IS NULL THEN '${UNKNOWN}' END`
      : `CASE WHEN ${column} IS NULL THEN '${UNKNOWN}' END`;
  if (filter.kind === "period") return `CASE WHEN ${column} IS NULL THEN '${UNKNOWN}' END`;
  if (filter.key === "statusAge") return ageSql(values.asOf);
  return `coalesce(${column}::text, '${UNKNOWN}')`;
}

/** Complete months from the day of the status to the selected day, as classes. */
function ageSql(asOf: string): string {
  const part = (unit: string) =>
    `(extract(${unit} FROM ${asOf}) - extract(${unit} FROM "status since"))`;
  const months = `(${part("year")} * 12 + ${part("month")} - CASE WHEN ${part("day")} < 0 THEN 1 ELSE 0 END)`;
  return `CASE WHEN "status since" IS NULL THEN '${UNKNOWN}' WHEN ${months} < 12 THEN 'under-1'
    WHEN ${months} < 24 THEN '1-2' WHEN ${months} < 60 THEN '2-5' ELSE 'over-5' END`;
}

function isList({ key }: FilterSpec): boolean {
  return (
    key !== "statusAge" &&
    key !== "support" &&
    key !== "contested" &&
    fieldSpec(key).kind === "list"
  );
}

const listWordsSql = (filter: FilterSpec) =>
  `coalesce(nullif(${quote(filter.key)}, '{}'), '{${UNKNOWN}}')`;

function endsTest(filter: EndsFilter, choice: FilterChoice, values: Values): string {
  const column = quote(filter.key);
  const tests: string[] = [];
  const isAside = filter.kind === "range" && fieldHasAside(filter);
  const aside = isAside ? quote(`${filter.key} n/a`) : "false";
  if (choice.values.includes(UNKNOWN)) tests.push(`(${column} IS NULL AND NOT ${aside})`);
  if (choice.values.includes(NOT_APPLICABLE)) tests.push(aside);
  const { from, to } = choice;
  const ends: string[] = [];
  if (filter.kind === "range") {
    if (from !== null) ends.push(`${column} >= ${values.add(Number(from), "float8")}`);
    if (to !== null) ends.push(`${column} <= ${values.add(Number(to), "float8")}`);
  } else {
    if (from !== null)
      ends.push(`${quote(`${filter.key} last`)} >= ${values.add(firstDay(from), "date")}`);
    if (to !== null)
      ends.push(`${quote(`${filter.key} first`)} <= ${values.add(lastDay(to), "date")}`);
  }
  if (ends.length > 0) tests.push(`(${ends.join(" AND ")})`);
  return tests.length > 0 ? tests.join(" OR ") : "false";
}

const fieldHasAside = (filter: EndsFilter) => fieldSpec(filter.key).kind === "number";

function filterTest(filter: FilterSpec, choice: FilterChoice, values: Values): string {
  if (filter.kind !== "any-of") return endsTest(filter, choice, values);
  const chosen = values.add(choice.values, "text[]");
  return isList(filter)
    ? `${listWordsSql(filter)} && ${chosen}`
    : `${wordSql(filter, values)} = ANY(${chosen})`;
}

/** A condition of a query, with the key of the facet that leaves it out. */
interface Test {
  readonly key: string;
  readonly sql: string;
}

function listTests(values: Values): Test[] {
  const { query, moment } = values;
  const tests: Test[] = [];
  if (query.q.trim() !== "") {
    const words = splitWords(query.q).map((typed) =>
      values.add(
        moment.vocabulary.filter((word) => matchWord(typed, word) !== null),
        "text[]",
      ),
    );
    tests.push({
      key: "q",
      sql: [
        "true",
        ...words.map((found) => `slug IN (SELECT slug FROM ${TABLE} WHERE words && ${found})`),
      ].join(" AND "),
    });
  }
  if (query.zones.length > 0)
    tests.push({ key: "zones", sql: `slug = ANY(${values.add(query.zones, "text[]")})` });
  for (const filter of FILTERS) {
    const choice = query.filters[filter.key];
    if (choice) tests.push({ key: filter.key, sql: filterTest(filter, choice, values) });
  }
  if (query.readinessMin !== null) {
    const score =
      query.readinessMode === "certainly" ? values.readiness.low : values.readiness.high;
    tests.push({
      key: "readiness",
      sql: `${score} >= ${values.add(query.readinessMin, "float8")}`,
    });
  }
  if (query.coverageMin !== null)
    tests.push({
      key: "coverageMin",
      sql: `${values.readiness.coverage} >= ${values.add(query.coverageMin, "float8")}`,
    });
  return tests;
}

/** The terms of a sort in SQL: values, then asides, then unknown, in either direction. */
function sortTerms({ key, descending }: SortTerm, values: Values): string[] {
  const way = descending ? "DESC" : "ASC";
  const byScores = (...parts: (keyof ReadinessSql)[]) =>
    parts.map((part) => `${values.readiness[part]} ${way} NULLS LAST`);
  if (key === "readiness") return byScores("low", "high", "coverage");
  if (key === "readinessHigh") return byScores("high");
  if (key === "coverage") return byScores("coverage");
  const column = quote(key);
  const spec: FieldSpec = fieldSpec(key);
  switch (spec.kind) {
    case "choice": {
      const { steps, asides }: Vocabulary = VOCABULARIES[spec.vocabulary];
      const list = (terms: Vocabulary["steps"]) =>
        `ARRAY[${terms.map(({ value }) => `'${value}'`).join(", ")}]::text[]`;
      const place = (terms: Vocabulary["steps"]) => `array_position(${list(terms)}, ${column})`;
      return [
        `CASE WHEN ${column} IS NULL THEN 2 WHEN ${column} = ANY(${list(asides)}) THEN 1 ELSE 0 END`,
        `coalesce(${place(steps)}, ${place(asides)}) ${way}`,
      ];
    }
    case "number":
      return [
        `CASE WHEN ${quote(`${key} n/a`)} THEN 1 WHEN ${column} IS NULL THEN 2 ELSE 0 END`,
        `${column} ${way}`,
      ];
    case "list":
      return [`array_to_string(${column}, ', ') COLLATE "names" ${way} NULLS LAST`];
    case "text":
    case "country":
    case "date":
      return [`${column} COLLATE "names" ${way} NULLS LAST`];
    default:
      return [`${column} ${way} NULLS LAST`];
  }
}

/**
 * The zones that match a query, sorted, as a statement.
 * @param part how many zones from which on, with their answers; absent: the slugs of all of them
 */
export function compileSelect(
  query: Query,
  moment: Moment,
  part?: { readonly limit: number; readonly offset: number },
): Statement {
  const values = new Values(query, moment);
  const where = whereSql(values);
  const order = query.sort.flatMap((term) => sortTerms(term, values)).join(", ");
  const limit = part ? `LIMIT ${part.limit} OFFSET ${part.offset}` : "";
  return {
    text: `SELECT slug${part ? ", answer" : ""} FROM ${TABLE} WHERE ${where}
      ORDER BY ${order}, "shown name", "order" ${limit}`,
    values: values.all,
  };
}

/** How many zones a query finds, as a statement. */
export function compileCount(query: Query, moment: Moment): Statement {
  const values = new Values(query, moment);
  const text = `SELECT count(*)::int AS found FROM ${TABLE} WHERE ${whereSql(values)}`;
  return { text, values: values.all };
}

function whereSql(values: Values): string {
  const tests = listTests(values).map(({ sql }) => `(${sql})`);
  return [SCOPE_TESTS[values.query.scope], ...tests].join(" AND ");
}

/** Filters with one word for each zone, and those with several. */
export const WORD_FILTERS = FILTERS.filter((filter) => !isList(filter));
export const LIST_FILTERS = FILTERS.filter(isList);
const ENDS_FILTERS = FILTERS.filter((filter) => filter.kind !== "any-of");

const COUNTED = COUNTED_COLUMNS.map(({ name }) => quote(name)).join(", ");

/** Zones that fail at most one condition, with how many they fail and whether they hold each. */
function nearSql(values: Values) {
  const tests = listTests(values);
  const failed = tests.map((_, i) => `(NOT t${i})::int`);
  const held = tests.map(({ sql }, i) => `((${sql}) IS TRUE) AS t${i}, `);
  const near = `WITH tested AS MATERIALIZED (SELECT ${held.join("")} ${values.readiness.low} AS low, ${values.readiness.high} AS high, ${COUNTED}
      FROM ${TABLE} WHERE ${SCOPE_TESTS[values.query.scope]}),
    near AS (SELECT *, ${failed.length > 0 ? failed.join(" + ") : "0"} AS failures FROM tested)`;
  /** Holds for the zones that are counted in a facet: those that fail no condition but its own. */
  const counts = (key: string) => {
    const own = tests.findIndex((test) => test.key === key);
    return own < 0 ? "failures = 0" : `failures - (NOT t${own})::int = 0`;
  };
  return { near, counts };
}

/**
 * The counts of the words of all filters, as a statement. Its rows have `filter` (the place in `WORD_FILTERS`, then in
 * `LIST_FILTERS`), `word` (null: a number or date) and `zones`.
 */
export function compileWordCounts(query: Query, moment: Moment): Statement {
  const values = new Values(query, moment);
  const { near, counts } = nearSql(values);
  const words = WORD_FILTERS.map((filter, i) => `${wordSql(filter, values)} AS w${i}`);
  const perFilter = WORD_FILTERS.map(
    ({ key }, i) => `WHEN grouping(w${i}) = 0 THEN count(*) FILTER (WHERE ${counts(key)})`,
  );
  const which = WORD_FILTERS.map((_, i) => `WHEN grouping(w${i}) = 0 THEN ${i}`);
  const word = WORD_FILTERS.map((_, i) => `w${i}`).join(", ");
  const lists = LIST_FILTERS.map(
    (filter, i) => `UNION ALL SELECT ${WORD_FILTERS.length + i}, word, count(*)
      FROM near, LATERAL (SELECT DISTINCT unnest(${listWordsSql(filter)}) AS word) AS words
      WHERE ${counts(filter.key)} GROUP BY word`,
  );
  return {
    text: `${near}, worded AS (SELECT *, ${words.join(", ")} FROM near WHERE failures <= 1)
      SELECT CASE ${which.join(" ")} END AS filter, coalesce(${word}) AS word, (CASE ${perFilter.join(" ")} END)::int AS zones
      FROM worded GROUP BY GROUPING SETS (${WORD_FILTERS.map((_, i) => `(w${i})`).join(", ")})
      ${lists.join("\n")}`,
    values: values.all,
  };
}

/** The counts of scopes and readiness, and the ends of ranges and periods, as a statement with one row. */
export function compileExtents(query: Query, moment: Moment): Statement {
  const values = new Values(query, moment);
  const { near, counts } = nearSql(values);
  const least = values.add(query.readinessMin ?? 0, "float8");
  const scopes = SCOPES.map(
    (scope) => `(SELECT count(*)::int FROM ${TABLE} WHERE ${SCOPE_TESTS[scope]}) AS "${scope}"`,
  );
  const ends = ENDS_FILTERS.map(({ key, kind }) => {
    const column = kind === "period" ? `${quote(key)} COLLATE "C"` : quote(key);
    return `json_build_array(${["count", "min", "max"]
      .map((of) => `${of}(${column}) FILTER (WHERE ${counts(key)})`)
      .join(", ")}) AS "ends ${key}"`;
  });
  const readiness = [
    `count(*) FILTER (WHERE ${counts("readiness")} AND low >= ${least})::int AS certainly`,
    `count(*) FILTER (WHERE ${counts("readiness")} AND high >= ${least})::int AS possibly`,
  ];
  return {
    text: `${near} SELECT ${[...scopes, ...ends, ...readiness].join(", ")} FROM near WHERE failures <= 1`,
    values: values.all,
  };
}
