import type { Issue } from "../evidence/issue";
import { findNearest } from "./edit-distance";
import { shorten } from "./param-limits";

/** Why a parameter cannot be used: a code, and what its message names. */
export type ParamReason =
  | { readonly code: "not-allowed"; readonly value: string }
  | { readonly code: "number"; readonly min: number; readonly max: number }
  | { readonly code: "whole-number"; readonly min: number; readonly max: number | null }
  | {
      readonly code: "search-length" | "too-many-params" | "name-length" | "value-length";
      readonly max: number;
    }
  | { readonly code: "weight-repeated"; readonly block: string }
  | {
      readonly code: "weight-range";
      readonly block: string;
      readonly max: number;
      readonly example: string;
    }
  | { readonly code: "sort-repeated"; readonly key: string }
  | { readonly code: "range-format"; readonly form: string; readonly words: readonly string[] }
  | { readonly code: "range-order"; readonly from: string; readonly to: string }
  | { readonly code: "map-format" | "box-format"; readonly example: string }
  /** `last`: the last day, revision or quarter that is allowed. */
  | {
      readonly code:
        | "no-revision"
        | "future-day"
        | "after-shown"
        | "quarter-not-begun"
        | "end-order";
      readonly last: string;
    }
  | {
      readonly code:
        | "unknown-param"
        | "repeated"
        | "zones-format"
        | "day-format"
        | "interval-format"
        | "revision-format"
        | "revision-replaced"
        | "weights-zero"
        | "value-missing"
        | "end-format"
        | "quarter-format"
        | "quarter-and-ends"
        | "mixed-ends";
    };

/** An issue with one parameter of an address; `describeParamIssue` of lib/text says it. */
export interface ParamIssue extends Required<Omit<Issue, "index" | "message">> {
  readonly reason: ParamReason;
  /** Do the allowed values come from the data? Such a list grows, so the API suggests only some of them. */
  readonly fromData?: true;
}

/** Why a text cannot be read, before it is known which parameter holds it. */
export type ValueIssue = Omit<ParamIssue, "param" | "got">;

/** The value of a text, or why it cannot be read. */
export type ReadResult<T> = { readonly value: T } | { readonly issue: ValueIssue };

/** The failed reading of a text. */
export function invalid(
  reason: ParamReason,
  allowed: readonly string[] = [],
  nearest: string | null = null,
): { readonly issue: ValueIssue } {
  return { issue: { reason, allowed, nearest } };
}

/** The failed reading of a text that is not in a list; suggests the closest allowed value. */
export function notAllowed(
  value: string,
  allowed: readonly string[],
): { readonly issue: ValueIssue } {
  const reason = { code: "not-allowed", value: shorten(value) } as const;
  return invalid(reason, allowed, findNearest(value, allowed));
}

/** The failed reading of a text that is not in a list of the data; suggests the closest value. */
export function notInData(
  value: string,
  allowed: readonly string[],
): { readonly issue: ValueIssue } {
  return { issue: { ...notAllowed(value, allowed).issue, fromData: true } };
}

/** The issue with a parameter that is given more than once. */
export const REPEATED: ValueIssue = { reason: { code: "repeated" }, allowed: [], nearest: null };
