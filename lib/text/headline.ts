import { getStep } from "@/lib/catalogue/vocabularies";
import type { ZoneRow } from "@/lib/evidence/row";
import { getFilter, UNKNOWN } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import type { Scope } from "@/lib/query/scope";
import type { Day } from "@/lib/time/day";
import { shortZoneName } from "../evidence/short-zone-name";
import { type ConditionKey, listActiveConditions } from "../query/query-edits";
import { getRung, termLabel } from "./condition-words";
import { formatNumber, formatShare } from "./format-number";
import { asSentence, inWords, listed } from "./number-words";

/** The day on which the government spoke of 44 approved zones; before it nobody had announced them. */
export const ANNOUNCED_ON: Day = "2026-01-16";

/** What the headline speaks of. */
export interface HeadlineFacts {
  readonly query: Query;
  /** The day looked at. */
  readonly asOf: Day;
  /** Zones of each scope. */
  readonly scopes: Readonly<Record<Scope, number>>;
  /** The zones that match. */
  readonly rows: readonly Pick<ZoneRow, "slug" | "values">[];
}

/** The answer first: one to three sentences that are true of what is shown. */
export function writeHeadline({ query, asOf, scopes, rows }: HeadlineFacts): string {
  const total = scopes[query.scope];
  const conditions = listActiveConditions(query);
  if (total === 0) return `${noneYet(query.scope, scopes)} by that day.`;
  if (conditions.length === 0) {
    return sentences([wholeScope(query.scope, scopes, asOf), ...onTheGround(rows, false)]);
  }
  const whole = `the ${inScopeWords(query.scope, total)}`;
  if (rows.length === 0) return `None of ${whole} ${narrowed(query, conditions, false)}.`;
  const all = rows.length === total;
  const subject = all ? `all of ${whole}` : `${inWords(rows.length)} of ${whole}`;
  const first = `${subject} ${narrowed(query, conditions, rows.length > 1)}`;
  const [only] = rows;
  if (rows.length === 1 && only) {
    const name = shortZoneName(only.values.name ?? only.slug);
    return sentences([`${first}: ${name}`, ...ofOne(only)]);
  }
  return sentences([first, ...(saysStatus(conditions) ? [] : onTheGround(rows, true))]);
}

/** Of an early day: the register may hold zones of which none is of the scope yet. */
function noneYet(scope: Scope, scopes: Readonly<Record<Scope, number>>): string {
  if (scopes.all === 0) return "No zone was in the register";
  switch (scope) {
    case "cpec-nine":
      return "No zone was known to be agreed under CPEC";
    case "priority-four":
      return "No zone was known to be a priority under CPEC";
    default:
      return "No zone was known to be approved";
  }
}

function sentences(parts: readonly string[]): string {
  return parts.map((part) => `${asSentence(part)}.`).join(" ");
}

function wholeScope(scope: Scope, scopes: Readonly<Record<Scope, number>>, asOf: Day): string {
  const count = scopes[scope];
  const zones = `${inWords(count)} ${count === 1 ? "zone" : "zones"}`;
  switch (scope) {
    case "announced":
      return asOf < ANNOUNCED_ON ? `${zones} approved as known then` : `${zones} announced`;
    case "evidenced":
      return `${zones} ${count === 1 ? "has" : "have"} an approval that is evidenced by name`;
    case "cpec-nine":
      return `${zones} agreed under CPEC`;
    case "priority-four":
      return `${zones} to be built first under CPEC`;
    case "all": {
      const known = asOf < ANNOUNCED_ON ? "approved as known then" : "announced";
      return `${zones} in the register, ${scopes.announced} of them ${known}`;
    }
  }
}

function inScopeWords(scope: Scope, total: number): string {
  switch (scope) {
    case "announced":
      return String(total);
    case "evidenced":
      return `${total} evidenced`;
    case "cpec-nine":
      return `${total} of CPEC`;
    case "priority-four":
      return `${total} priority zones`;
    case "all":
      return `${total} in the register`;
  }
}

/** At most this many conditions are said; more would no longer be a headline. */
const MOST_SAID = 2;

/** What the matching zones do: "lie in Sindh and pass two more filters". */
function narrowed(query: Query, conditions: readonly ConditionKey[], plural: boolean): string {
  const said = conditions.flatMap((key) => specific(query, key, plural) ?? []).slice(0, MOST_SAID);
  const rest = conditions.length - said.length;
  if (rest === 0) return said.join(" and ");
  const pass = plural ? "pass" : "passes";
  if (said.length > 0) {
    return `${said.join(", ")} and ${pass} ${inWords(rest)} more ${rest === 1 ? "filter" : "filters"}`;
  }
  return rest === 1 ? `${pass} the filter` : `${pass} ${allWords(rest)} filters`;
}

function allWords(count: number): string {
  return count === 2 ? "both" : `all ${inWords(count)}`;
}

/** One condition as something that zones do; null where there are no words of its own. */
function specific(query: Query, key: ConditionKey, plural: boolean): string | null {
  switch (key) {
    case "q":
      return `${plural ? "match" : "matches"} “${query.q.trim()}”`;
    case "zones":
      return `${plural ? "are" : "is"} picked`;
    case "readiness": {
      const reach = query.readinessMode === "possibly" ? "may reach" : plural ? "reach" : "reaches";
      return `${reach} a readiness of ${formatNumber(query.readinessMin ?? 0)}`;
    }
    case "coverageMin":
      return `${plural ? "have" : "has"} at least ${formatShare(query.coverageMin ?? 0)} of ${plural ? "their" : "its"} readiness known`;
    case "province":
      return provinceWords(query, plural);
    case "status":
    case "legalStatus":
      return ladderWords(query, key, plural);
    default:
      return null;
  }
}

function provinceWords(query: Query, plural: boolean): string | null {
  const values = query.filters.province?.values ?? [];
  const filter = getFilter("province");
  if (!filter || values.includes(UNKNOWN)) return null;
  return `${plural ? "lie" : "lies"} in ${listed(
    values.map((value) => termLabel(filter, value)),
    plural ? "and" : "or",
  )}`;
}

const RUNG_WORDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  "under-development": ["has works under way or is further", "have works under way or are further"],
  serviced: ["is serviced or further", "are serviced or further"],
  "partially-operational": [
    "is reported to hold a firm that produces",
    "are reported to hold a firm that produces",
  ],
  operational: ["is reported to be operational", "are reported to be operational"],
};

function ladderWords(
  query: Query,
  ladder: "status" | "legalStatus",
  plural: boolean,
): string | null {
  const rung = getRung(query, ladder);
  const known = rung === null ? undefined : RUNG_WORDS[rung];
  if (known) return known[plural ? 1 : 0];
  const where = ladder === "status" ? "on the ground" : "on paper";
  const filter = getFilter(ladder);
  if (!filter) return null;
  const is = plural ? "are" : "is";
  if (rung !== null) {
    const label = termLabel(filter, rung).toLowerCase();
    const beyond = query.filters[ladder]?.values.length === 1 ? "" : " or further";
    return `${is} ${label}${beyond} ${where}`;
  }
  const labels = (query.filters[ladder]?.values ?? []).map((value) =>
    termLabel(filter, value).toLowerCase(),
  );
  return `${is} ${listed(labels, "or")} ${where}`;
}

/** A sentence on production would only repeat a condition on the status. */
function saysStatus(conditions: readonly ConditionKey[]): boolean {
  return conditions.includes("status");
}

function onTheGround(rows: HeadlineFacts["rows"], narrowedScope: boolean): string[] {
  const { producing, unknown } = countGround(rows);
  if (unknown === rows.length) return ["of none is anything known on the ground"];
  const produces = narrowedScope
    ? producing === 0
      ? "in none of them is a firm known to produce"
      : `in ${producing === rows.length ? allWords(producing) : `${inWords(producing)} of them`} a firm is reported to produce`
    : producing === 0
      ? "in none is a firm known to produce"
      : `a firm produces in ${inWords(producing)}`;
  return unknown === 0
    ? [produces]
    : [produces, `of ${inWords(unknown)}, nothing is known on the ground`];
}

function ofOne(row: HeadlineFacts["rows"][number]): string[] {
  const { producing, unknown } = countGround([row]);
  if (unknown > 0) return ["nothing is known of it on the ground"];
  return [
    producing > 0 ? "a firm is reported to produce there" : "no firm is known to produce there",
  ];
}

function countGround(rows: HeadlineFacts["rows"]): { producing: number; unknown: number } {
  const producingStep = getStep("status", "partially-operational") ?? 0;
  return {
    producing: rows.filter(
      ({ values }) => (getStep("status", values.status) ?? -1) >= producingStep,
    ).length,
    unknown: rows.filter(({ values }) => values.status === null).length,
  };
}
