import type { SpanRequest } from "@/lib/changes/span";
import {
  CHANGE_CHOICES,
  type ChangeFilter,
  parseChangeFilter,
} from "@/lib/contract/changes-answer";
import type { Fault } from "@/lib/contract/problems";
import { type Accepts, readParams } from "@/lib/contract/read-params";
import type { Facts } from "@/lib/evidence/ledger-records";

/** What the page's address asks for, in the same words as the API's. */
export interface ChangesRequest {
  readonly span: SpanRequest;
  readonly filter: ChangeFilter;
  readonly asOf: string | null;
  readonly knownOn: string | null;
  readonly faults: readonly Fault[];
  /** The conditions as pairs, without the two moments. */
  readonly conditions: readonly (readonly [string, string])[];
}

const ACCEPTS: Accepts = {
  query: ["asOf", "knownOn"],
  paging: false,
  fields: false,
  choices: CHANGE_CHOICES,
  span: true,
};

/** Reads the page's address. What a form leaves empty asks for nothing. */
export function readChangesRequest(
  params: Readonly<Record<string, string | string[] | undefined>>,
  facts?: Facts,
): ChangesRequest {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((text): [string, string][] => (text === "" ? [] : [[name, text]])),
  );
  const context = facts && { facts, openTerms: {} };
  const { asked, faults } = readParams(pairs, ACCEPTS, context);
  return {
    span: asked.span,
    filter: parseChangeFilter(asked),
    asOf: asked.query.asOf,
    knownOn: asked.query.knownOn,
    faults,
    conditions: pairs.filter(([name]) => Object.hasOwn(CHANGE_CHOICES, name)),
  };
}

/** An address with parameters, without the question mark where there are none. */
export function addressOf(path: string, pairs: readonly (readonly [string, string])[]): string {
  const params = new URLSearchParams(pairs.map(([name, value]) => [name, value]));
  return params.size > 0 ? `${path}?${params}` : path;
}
