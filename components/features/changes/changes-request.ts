import type { SpanRequest } from "@/lib/changes/span";
import { CHANGE_CHOICES, type ChangeFilter, getChangeFilter } from "@/lib/contract/changes-answer";
import { type AcceptedParams, NO_PARAMS, parseRequest } from "@/lib/contract/parse-request";
import type { ApiIssue } from "@/lib/contract/problems";
import type { Facts } from "@/lib/evidence/ledger-records";
import { MOMENT_PARAMS } from "@/lib/query/moment-params";
import type { Text } from "@/lib/text/text";

/** The parameters of the page's address, with the same names as in the API. */
interface ChangesRequest {
  readonly span: SpanRequest;
  readonly filter: ChangeFilter;
  readonly asOf: string | null;
  readonly knownOn: string | null;
  readonly issues: readonly ApiIssue[];
  /** The conditions as pairs, without the two moments. */
  readonly conditions: readonly (readonly [string, string])[];
}

const ACCEPTED: AcceptedParams = {
  ...NO_PARAMS,
  query: MOMENT_PARAMS,
  choices: CHANGE_CHOICES,
  span: true,
};

/**
 * Reads the parameters of the page's address. Empty fields of a form are ignored.
 * @param given without the language
 */
export function readChangesRequest(
  text: Text,
  given: readonly (readonly [string, string])[],
  facts?: Facts,
): ChangesRequest {
  const pairs = given.filter(([, value]) => value !== "");
  const context = facts && { facts, openTerms: {} };
  const { request, issues } = parseRequest(text, pairs, ACCEPTED, context);
  return {
    span: request.span,
    filter: getChangeFilter(request),
    asOf: request.query.asOf,
    knownOn: request.query.knownOn,
    issues,
    conditions: pairs.filter(([name]) => Object.hasOwn(CHANGE_CHOICES, name)),
  };
}

/** An address with parameters; without the question mark if there are none. */
export function buildAddress(path: string, pairs: readonly (readonly [string, string])[]): string {
  const params = new URLSearchParams(pairs.map(([name, value]) => [name, value]));
  return params.size > 0 ? `${path}?${params}` : path;
}
