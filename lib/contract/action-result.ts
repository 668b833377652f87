import type { Issue } from "../evidence/issue";

/** The result of a server action that a form calls. */
export type ActionResult<T = null> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** Issues with single fields of the form. */
      readonly issues: readonly Issue[];
      /** What is wrong with the whole form and what to do; null where only fields have issues. */
      readonly message: string | null;
      /** Must the user sign in first? */
      readonly signedOut: boolean;
    };

/** What is wrong with a field of the form; null where nothing is. */
export function getFieldMessage(
  result: ActionResult<unknown> | null,
  field: string,
): string | null {
  if (!result || result.ok) return null;
  return result.issues.find(({ param }) => param === field)?.message ?? null;
}
