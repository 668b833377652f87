import type { ZoneRow } from "@/lib/evidence/row";
import { shortZoneName, zoneNames } from "@/lib/evidence/zone-name";
import { UNKNOWN } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { type ConditionKey, listActiveConditions } from "@/lib/query/query-edits";
import { ANNOUNCED_ON, type Scope } from "@/lib/query/scope";
import { countStandings } from "@/lib/readiness/standing";
import type { Day } from "@/lib/time/day";
import { lowerFirst } from "./first-letter";
import { describeChoice, describeCondition, filterLabel } from "./query-words";
import type { Text } from "./text";

/** What the headline is about. */
interface HeadlineFacts {
  readonly query: Query;
  /** The day looked at. */
  readonly asOf: Day;
  /** Zones of each scope. */
  readonly scopes: Readonly<Record<Scope, number>>;
  /** The zones that match. */
  readonly rows: readonly HeadlineRow[];
  /** The zones of each standing without the condition on it, where they are counted already; else they are counted from the rows. */
  readonly standings?: Readonly<Record<string, number>> | undefined;
}

type HeadlineRow = Pick<ZoneRow, "slug" | "values" | "unused" | "progress">;

/** The answer in one or two sentences: how many zones match, and in how many of them factories run, or ran when last reported. */
export function writeHeadline(text: Text, facts: HeadlineFacts): string {
  return text.sentences(listSentences(text, facts));
}

/** How many zones have come to the approval: "Legal status: 35 of 44 approved". */
export function findLegalStatus({ t, number }: Text, approved: number, zones: number): string {
  return t("explorer.funnel.legalStatus", { approved: number(approved), zones });
}

/** In how many zones factories run, or did when last reported. An absent standing has no zone. */
export function findStanding(
  { t, number }: Text,
  counts: Readonly<Record<string, number>>,
): string {
  const running = (counts.running ?? 0) + (counts["reported-running"] ?? 0);
  const zones = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return t("explorer.funnel.standing", { running: number(running), zones });
}

/** The headline for browsers and shared links, in two parts. */
interface HeadlineParts {
  /** The first sentence without its full stop. */
  readonly title: string;
  /** The other sentences; empty where there are none. */
  readonly rest: string;
}

/** The headline as a title and what follows it. */
export function splitHeadline(text: Text, facts: HeadlineFacts): HeadlineParts {
  const [first = "", ...others] = listSentences(text, facts);
  return { title: first.replace(/[.。۔]$/u, ""), rest: text.sentences(others) };
}

function listSentences(text: Text, facts: HeadlineFacts): string[] {
  const { query, scopes, rows, standings } = facts;
  if (scopes[query.scope] === 0) return [describeEmptyScope(text, query.scope, scopes)];
  const conditions = listActiveConditions(query);
  if (conditions.length === 0)
    return [describeScope(text, facts), describeProgress(text, rows, standings)];
  const found = describeFound(text, facts, conditions);
  const [only] = rows;
  if (rows.length === 1 && only) return [found, describeOnly(text, only)];
  // A filter on standing or progress says already what the second sentence would.
  if (rows.length === 0 || conditions.includes("standing") || conditions.includes("status")) {
    return [found];
  }
  return [found, describeProgress(text, rows, standings)];
}

/** On an early day the register may hold zones of which none is in the scope yet. */
function describeEmptyScope(text: Text, scope: Scope, scopes: HeadlineFacts["scopes"]): string {
  if (scopes.all === 0) return text.t("explorer.headline.none.all");
  if (scope === "cpec-nine" || scope === "priority-four") {
    return text.t(`explorer.headline.none.${scope}`);
  }
  return text.t("explorer.headline.none.approved");
}

function describeScope(text: Text, { query, asOf, scopes }: HeadlineFacts): string {
  const count = scopes[query.scope];
  const then = asOf < ANNOUNCED_ON ? "Then" : "";
  switch (query.scope) {
    case "announced":
      return text.t(`explorer.headline.announced${then}`, { count });
    case "all":
      return text.t(`explorer.headline.all${then}`, { count, announced: scopes.announced });
    default:
      return text.t(`explorer.headline.${query.scope}`, { count });
  }
}

const SCOPE_CHOICES = {
  announced: "announced",
  evidenced: "confirmed",
  "cpec-nine": "cpec",
  "priority-four": "priority",
  all: "all",
} as const satisfies Record<Scope, string>;

/** "3 of 44 zones: Sindh, electricity partial or available." */
function describeFound(
  text: Text,
  { query, asOf, scopes, rows }: HeadlineFacts,
  conditions: readonly ConditionKey[],
): string {
  const isEarly = query.scope === "announced" && asOf < ANNOUNCED_ON;
  return text.t("explorer.headline.found", {
    found: text.number(rows.length),
    total: scopes[query.scope],
    scope: isEarly ? "approved" : SCOPE_CHOICES[query.scope],
    conditions: describeConditions(text, query, conditions, rows),
  });
}

/** At most two conditions are named, so that it stays a headline; the others are counted. Empty without conditions. */
export function describeConditions(
  text: Text,
  query: Query,
  conditions: readonly ConditionKey[],
  rows: readonly Pick<HeadlineRow, "slug" | "values">[],
): string {
  const [one, two] = conditions;
  const names = conditions.includes("zones") ? zoneNames(rows) : new Map<string, string>();
  const write = (key: ConditionKey | undefined) =>
    key === undefined ? "" : writeCondition(text, query, key, names);
  const [first, second] = [write(one), write(two)];
  switch (conditions.length) {
    case 0:
    case 1:
      return first;
    case 2:
      return text.t("explorer.headline.twoConditions", { first, second });
    default:
      return text.t("explorer.headline.moreConditions", {
        first,
        second,
        count: conditions.length - 2,
      });
  }
}

/** A condition inside the headline: "Sindh", "electricity partial or available", "readiness certainly at least 50". */
function writeCondition(
  text: Text,
  query: Query,
  key: ConditionKey,
  names: ReadonlyMap<string, string>,
): string {
  switch (key) {
    case "q":
      return describeCondition(text, query, key, names);
    case "zones":
    case "readiness":
    case "coverageMin":
      return lowerFirst(text, describeCondition(text, query, key, names));
    default: {
      const values = query.filters[key]?.values ?? [];
      // The name of a province needs no label.
      if (key === "province" && !values.includes(UNKNOWN)) return describeChoice(text, query, key);
      return text.t("explorer.headline.condition", {
        filter: lowerFirst(text, filterLabel(text, key)),
        choice: describeChoice(text, query, key),
      });
    }
  }
}

/** "Factories are running in 7 and were in 6 more when last reported; progress is unknown in 19." */
function describeProgress(
  text: Text,
  rows: readonly HeadlineRow[],
  counts: Readonly<Record<string, number>> = countStandings(rows),
): string {
  const { t } = text;
  const running = counts.running ?? 0;
  const unknown = counts.unknown ?? 0;
  if (unknown === rows.length) return t("explorer.headline.allUnknown");
  if (running === rows.length) return t("explorer.headline.allRunning");
  const factories = t("common.factories", { running, reported: counts["reported-running"] ?? 0 });
  return unknown > 0
    ? t("explorer.headline.partlyKnown", { factories, unknown })
    : t("explorer.headline.known", { factories });
}

function describeOnly(text: Text, row: HeadlineRow): string {
  const name = shortZoneName(row);
  switch (row.progress.standing) {
    case "running":
      return text.t("explorer.headline.only.running", { name });
    case "reported-running":
      return text.t("explorer.headline.only.reported", { name });
    case "unknown": {
      const silence = row.unused.includes("status") ? "unused" : "silent";
      return text.t(`explorer.headline.only.${silence}`, { name });
    }
    default:
      return text.t("explorer.headline.only.idle", { name });
  }
}
