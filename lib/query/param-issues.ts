import type { Issue } from "../evidence/issue";
import { findNearest } from "./edit-distance";

/** An issue with one parameter of an address. */
export type ParamIssue = Required<Omit<Issue, "index">>;

/** Why a text cannot be read, before it is known which parameter holds it. */
export type ValueIssue = Omit<ParamIssue, "param" | "got">;

/** The value of a text, or why it cannot be read. */
export type ReadResult<T> = { readonly value: T } | { readonly issue: ValueIssue };

/** The failed reading of a text. */
export function invalid(
  message: string,
  allowed: readonly string[] = [],
  near: string | null = null,
): { readonly issue: ValueIssue } {
  return { issue: { message, allowed, nearest: near } };
}

/** The failed reading of a text that is not in a list; suggests the closest allowed value. */
export function notAllowed(
  got: string,
  allowed: readonly string[],
): { readonly issue: ValueIssue } {
  const near = findNearest(got, allowed);
  const hint = near ? `Did you mean “${near}”?` : "See the list of allowed values.";
  return invalid(`“${got}” is not a value here. ${hint}`, allowed, near);
}

/** The issue with a parameter that is given more than once. */
export function repeated(param: string): ValueIssue {
  const message = `Give “${param}” once; several values go in one, separated by commas.`;
  return { message, allowed: [], nearest: null };
}
