import { FILTERS } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { SCOPES } from "@/lib/query/scope";
import { COUNTED_COLUMNS, quote, TABLE } from "./columns";
import {
  isList,
  listTests,
  listWordsSql,
  type Moment,
  SCOPE_TESTS,
  type Statement,
  Values,
  wordSql,
} from "./compile";

/** Filters with one word for each zone. */
export const WORD_FILTERS = FILTERS.filter((filter) => !isList(filter));
/** Filters with several words for a zone. */
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
