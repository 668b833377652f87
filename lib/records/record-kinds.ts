import { CONSTRAINTS } from "../catalogue/constraints";
import { MAX_QUOTATION_LENGTH } from "../evidence/check-text";
import { EVENT_KINDS, SOURCE_KINDS } from "../evidence/ledger-records";

/** The kinds of record that the desk lists. Firms in zones are with their firm. */
export const RECORD_KINDS = ["zone", "firm", "event", "figure", "source"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Is a word in an address a kind of record? */
export function isRecordKind(word: string): word is RecordKind {
  return RECORD_KINDS.some((kind) => kind === word);
}

/**
 * How a part is typed: on one line, as a text, as a number, a date of any precision, a day, a choice, yes or no, a web
 * address, one item a line, zones, or a source.
 */
type PartInput =
  | "line"
  | "text"
  | "number"
  | "date"
  | "day"
  | "choice"
  | "flag"
  | "url"
  | "lines"
  | "zones"
  | "source";

/** The parts that records have. */
export type PartKey =
  | (
      | "accessed"
      | "archivedUrl"
      | "asOf"
      | "body"
      | "cohort"
      | "constraint"
      | "date"
      | "kind"
      | "label"
      | "name"
      | "note"
    )
  | (
      | "otherNames"
      | "period"
      | "publishedOn"
      | "publishedOnEstimated"
      | "publisher"
      | "slug"
      | "sourceId"
      | "sourceNote"
    )
  | ("quotation" | "quotationLang" | "statement" | "title" | "unit" | "url" | "value" | "zones");

/** A part of a record in its form. */
export interface RecordPart {
  readonly key: PartKey;
  readonly input: PartInput;
  /** May not be empty. */
  readonly required?: boolean;
  /** The longest text. */
  readonly max?: number;
  /** The values of a choice. */
  readonly choices?: readonly string[];
  /** It cannot be in the future. */
  readonly past?: boolean;
  /** It is typed only once the record is there. */
  readonly later?: boolean;
}

const SOURCE: RecordPart = { key: "sourceId", input: "source", required: true };

/** Languages of quotations, BCP 47: the most frequent first. */
export const QUOTED_LANGUAGES = [
  ...["en", "ur", "zh", "sd", "ps", "pa", "bal", "ar", "ja", "ko", "ru"],
];

/** The words of the source with their language. */
const QUOTATION: readonly RecordPart[] = [
  { key: "quotation", input: "text", max: MAX_QUOTATION_LENGTH },
  { key: "quotationLang", input: "choice", choices: QUOTED_LANGUAGES },
];

/** The parts of each kind in the order of its form. A zone has only what admits it; its other facts are claims. */
export const RECORD_PARTS: Readonly<Record<RecordKind, readonly RecordPart[]>> = {
  zone: [
    { key: "name", input: "line", required: true, max: 200 },
    { key: "slug", input: "line", required: true, max: 60 },
    {
      key: "cohort",
      input: "choice",
      required: true,
      choices: ["unconfirmed", "added-37", "original-7"],
    },
    SOURCE,
    { key: "asOf", input: "date" },
    { key: "note", input: "text", max: 4000 },
  ],
  firm: [
    { key: "name", input: "line", required: true, max: 200 },
    { key: "otherNames", input: "lines", max: 2000 },
  ],
  event: [
    { key: "date", input: "date", required: true },
    { key: "kind", input: "choice", required: true, choices: EVENT_KINDS },
    { key: "title", input: "line", required: true, max: 300 },
    { key: "body", input: "text", max: 4000 },
    { key: "zones", input: "zones" },
    SOURCE,
    ...QUOTATION,
  ],
  figure: [
    { key: "constraint", input: "choice", required: true, choices: Object.keys(CONSTRAINTS) },
    { key: "label", input: "line", required: true, max: 300 },
    { key: "value", input: "number" },
    { key: "unit", input: "line", max: 60 },
    { key: "statement", input: "text", max: 4000 },
    { key: "period", input: "line", required: true, max: 120 },
    SOURCE,
    ...QUOTATION,
    { key: "sourceNote", input: "text", max: 4000 },
  ],
  source: [
    { key: "title", input: "line", required: true, max: 300 },
    { key: "publisher", input: "line", required: true, max: 200 },
    { key: "url", input: "url", max: 2000 },
    { key: "accessed", input: "day", past: true, later: true },
    { key: "archivedUrl", input: "url", max: 2000, later: true },
    { key: "publishedOn", input: "date", past: true },
    { key: "publishedOnEstimated", input: "flag", later: true },
    { key: "kind", input: "choice", required: true, choices: SOURCE_KINDS },
  ],
};
