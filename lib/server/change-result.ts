import type { Issue } from "@/lib/evidence/issue";

/** A value of a successful change, or its issues: fields of the form, or `person` for the whole. */
export type ChangeResult<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The part of an issue that is about the whole form. */
export const WHOLE_FORM: Issue["param"] = "person";
