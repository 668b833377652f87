import type { FieldValue } from "../catalogue/kinds";
import type { ValueRule } from "../evidence/check-value";
import type { Money } from "../evidence/ledger-records";

/** How a text became its value, where it is more than the value as the tracker writes it. */
export type ShownBack =
  /** Other digits, words, order or spelling: the value says all. */
  | { readonly code: "read" }
  /** A misspelled letter of a word is read as another one. */
  | { readonly code: "repaired" }
  /** From another unit; `amount` of `unit` as typed. */
  | { readonly code: "converted"; readonly amount: number; readonly unit: string }
  /** From another currency, at a rate in its units per US dollar. */
  | { readonly code: "exchanged"; readonly money: Money; readonly perUsd: number };

/** A text that was understood. */
export interface Understood<V = NonNullable<FieldValue>> {
  readonly value: V;
  /** Null: the text is the value as it is, so that there is nothing to show back. */
  readonly shownBack: ShownBack | null;
  /** The sum in the source's currency, where it is not US dollars. */
  readonly money: Money | null;
}

/** Why a text is not read, where its sentence needs no values. */
type SimpleIssue =
  | "empty"
  | "no-value"
  | "approximate"
  | "range"
  | "separator"
  | "number"
  | "digits"
  | "scale"
  | "currency"
  | "date"
  | "short-year"
  | "day-or-month"
  | "quarter"
  | "part-of-year"
  | "fiscal-year"
  | "serial-date"
  | "country"
  | "swapped-place"
  | "place";

/** Why a text is not read; `describeRefusal` of lib/text says it. */
export type ReadingIssue =
  | { readonly code: SimpleIssue }
  | { readonly code: "unit"; readonly unit: string }
  | { readonly code: "rate"; readonly currency: string }
  | { readonly code: "ambiguous" | "word"; readonly allowed: readonly string[] }
  /** It can be read, but the field does not allow it. */
  | { readonly code: "rule"; readonly rule: ValueRule };

/** A text that is not read. Nothing is guessed. */
export interface Refusal {
  readonly issue: ReadingIssue;
  /** What could be typed instead, which is understood; null: there is no near text. */
  readonly suggestion: string | null;
}

/** What became of a typed text. */
export type Reading<V = NonNullable<FieldValue>> = Understood<V> | Refusal;

/** Was a text understood? */
export function isUnderstood<V>(reading: Reading<V>): reading is Understood<V> {
  return "value" in reading;
}

/** A value that the text says as the tracker writes it, or in another form that is shown back. */
export function understood<V>(value: V, otherForm: boolean): Understood<V> {
  return { value, shownBack: otherForm ? { code: "read" } : null, money: null };
}

/** A value of words of which one has a misspelled letter. */
export function repaired<V>(value: V): Understood<V> {
  return { value, shownBack: { code: "repaired" }, money: null };
}

/** Was a misspelled letter read as another one? */
export function isRepaired<V>(reading: Reading<V>): boolean {
  return isUnderstood(reading) && reading.shownBack?.code === "repaired";
}

/** A refusal with what could be typed instead. */
export function refuse(
  issue: ReadingIssue | SimpleIssue,
  suggestion: string | null = null,
): Refusal {
  return { issue: typeof issue === "string" ? { code: issue } : issue, suggestion };
}
