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
import type { Scope } from "@/lib/query/scope";
import { matchWord, splitWords } from "@/lib/query/search";
import { type Day, firstDay, lastDay } from "@/lib/time/day";
import { BLOCK_SUMS, blockColumn, quote, TABLE } from "./columns";

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
export class Values {
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

/** Whether a zone belongs to a scope, in SQL. */
export const SCOPE_TESTS: Readonly<Record<Scope, string>> = {
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
export function wordSql(filter: FilterSpec, values: Values): string {
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

/** Does a zone have several words in a filter? */
export function isList({ key }: FilterSpec): boolean {
  return (
    key !== "standing" &&
    key !== "statusAge" &&
    key !== "support" &&
    key !== "contested" &&
    fieldSpec(key).kind === "list"
  );
}

/** The words of a zone in a filter with several, in SQL. */
export const listWordsSql = (filter: FilterSpec) =>
  `coalesce(nullif(${quote(filter.key)}, '{}'), '{${UNKNOWN}}')`;

function endsTest(filter: EndsFilter, choice: FilterChoice, values: Values): string {
  const column = quote(filter.key);
  const tests: string[] = [];
  const aside = filter.kind === "range" ? quote(`${filter.key} n/a`) : "false";
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

/** The conditions of a query except its scope. */
export function listTests(values: Values): Test[] {
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

const listSql = (words: readonly string[]) =>
  `ARRAY[${words.map((word) => `'${word}'`).join(", ")}]::text[]`;

/** The order by standing in SQL, most important first; more comes first where it descends. */
const STANDING_ORDER = [
  `-array_position(${listSql(["running", "reported-running", "being-built", "stopped", "not-started"])}, standing)`,
  'CASE WHEN "status weak" THEN 0 ELSE 1 END',
  `coalesce(array_position(${listSql(VOCABULARIES.status.steps.map(({ value }) => value))}, status), 0)`,
  '"recentProducers"',
  'greatest(producers, CASE WHEN NOT "enterprisesProducing weak" THEN "enterprisesProducing" END)',
  "building",
  `coalesce("last reported", '0001-01-01')`,
];

/** The terms of a sort in SQL: values, then asides, then unknown, in either direction. */
function sortTerms({ key, descending }: SortTerm, values: Values): string[] {
  const way = descending ? "DESC" : "ASC";
  const byScores = (...parts: (keyof ReadinessSql)[]) =>
    parts.map((part) => `${values.readiness[part]} ${way} NULLS LAST`);
  if (key === "standing") return STANDING_ORDER.map((sql) => `${sql} ${way} NULLS LAST`);
  if (key === "readiness") return byScores("low", "high", "coverage");
  if (key === "readinessHigh") return byScores("high");
  if (key === "coverage") return byScores("coverage");
  const column = quote(key);
  const spec: FieldSpec = fieldSpec(key);
  switch (spec.kind) {
    case "choice": {
      const { steps, asides }: Vocabulary = VOCABULARIES[spec.vocabulary];
      const list = (terms: Vocabulary["steps"]) => listSql(terms.map(({ value }) => value));
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
