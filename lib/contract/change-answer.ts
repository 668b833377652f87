/** What is wrong with one field of a form, and what to do. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** What became of a change that a form asked for. */
export type ChangeAnswer<T = null> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly faults: readonly FieldFault[];
      /** What is wrong with the whole, and what to do; null where only fields are. */
      readonly message: string | null;
      /** Must somebody sign in first? */
      readonly signedOut: boolean;
    };

/** What is wrong with a field; null where nothing is. */
export function faultOf(answer: ChangeAnswer<unknown> | null, field: string): string | null {
  if (!answer || answer.ok) return null;
  return answer.faults.find((fault) => fault.field === field)?.message ?? null;
}
