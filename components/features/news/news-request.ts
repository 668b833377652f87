import { NEWS_KINDS, type NewsKind } from "@/lib/changes/event-timeline";
import { LEARNED } from "@/lib/changes/news-address";
import type { SpanRequest } from "@/lib/changes/span";
import { CHANGE_CHOICES, type ChangeFilter, getChangeFilter } from "@/lib/contract/changes-answer";
import { type AcceptedParams, NO_PARAMS, parseRequest } from "@/lib/contract/parse-request";
import type { ApiIssue } from "@/lib/contract/problems";
import type { Facts } from "@/lib/evidence/ledger-records";
import { MOMENT_PARAMS } from "@/lib/query/moment-params";
import { notAllowed, type ParamIssue } from "@/lib/query/param-issues";
import { readWholeNumber } from "@/lib/query/param-readers";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";

type Pairs = readonly (readonly [string, string])[];

/** No year of four digits is earlier. */
const FIRST_YEAR = 1000;

/** What of everything that happened is asked for. */
export interface NewsRequest {
  /** In the order of display; none: all. */
  readonly kinds: readonly NewsKind[];
  /** Null: every year. */
  readonly year: number | null;
}

/**
 * Reads kinds such as `kind=policy,progress` and a year; an issue for each word that is none of them.
 * @param own the page's own parameters
 * @param asOf the day shown, whose year is the last
 */
export function readNewsRequest(
  own: Pairs,
  asOf: Day,
): NewsRequest | { readonly problems: readonly ParamIssue[] } {
  const listWords = (param: string) => {
    const words = own.flatMap(([name, value]) => (name === param ? value.split(",") : []));
    return new Set(words.map((word) => word.trim()).filter((word) => word !== ""));
  };
  const [kinds, years] = [listWords("kind"), listWords("year")];
  const readYear = (got: string) => readWholeNumber(got, FIRST_YEAR, Number(asOf.slice(0, 4)));
  const problems: ParamIssue[] = [
    ...[...listWords(LEARNED[0])].flatMap((got) => listIssues(LEARNED[0], got, [LEARNED[1]])),
    ...[...kinds].flatMap((got) => listIssues("kind", got, NEWS_KINDS)),
    ...[...years].flatMap((got) => {
      const read = readYear(got);
      return "issue" in read ? [{ param: "year", got, ...read.issue }] : [];
    }),
  ];
  if (problems.length > 0) return { problems };
  const [year] = years;
  return {
    kinds: NEWS_KINDS.filter((kind) => kinds.has(kind)),
    year: year === undefined ? null : Number(year),
  };
}

function listIssues(param: string, got: string, allowed: readonly string[]): ParamIssue[] {
  return allowed.includes(got) ? [] : [{ param, got, ...notAllowed(got, allowed).issue }];
}

/** What we learned, as the address asks for it: with the names of the API but for the zones. */
interface LearnedRequest {
  readonly span: SpanRequest;
  readonly filter: ChangeFilter;
  readonly asOf: string | null;
  readonly knownOn: string | null;
  readonly issues: readonly ApiIssue[];
  /** The conditions with the names of the API, without the two moments. */
  readonly conditions: Pairs;
}

const ACCEPTED: AcceptedParams = {
  ...NO_PARAMS,
  query: MOMENT_PARAMS,
  choices: CHANGE_CHOICES,
  span: true,
};

/**
 * Reads the parameters of the second tab, or those of the API. Empty fields of a form are ignored.
 * @param given without the language
 */
export function readLearnedRequest(text: Text, given: Pairs, facts?: Facts): LearnedRequest {
  const pairs = given
    .filter(([name, value]) => value !== "" && name !== LEARNED[0])
    .map(([name, value]): readonly [string, string] => [name === "zones" ? "zone" : name, value]);
  const isOfPage = given.some(([name]) => name === "zones");
  const context = facts && { facts, openTerms: {} };
  const { request, issues } = parseRequest(text, pairs, ACCEPTED, context);
  return {
    span: request.span,
    filter: getChangeFilter(request),
    asOf: request.query.asOf,
    knownOn: request.query.knownOn,
    issues: issues.map((issue) =>
      isOfPage && issue.param === "zone" ? { ...issue, param: "zones" } : issue,
    ),
    conditions: pairs.filter(([name]) => Object.hasOwn(CHANGE_CHOICES, name)),
  };
}
