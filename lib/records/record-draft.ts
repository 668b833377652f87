import { readDateText } from "../entry/read-value";
import { findAddressFault } from "../entry/source-address";
import { isShortQuotation } from "../evidence/check-text";
import type { Quotation } from "../evidence/ledger-records";
import { type Day, isDay, isPartialDate } from "../time/day";
import { RECORD_PARTS, type RecordKind, type RecordPart } from "./record-kinds";

/** What is typed in the form of a record, by part; zones as slugs, one a line; `true` where a flag is set. */
export type RecordDraft = Readonly<Record<string, string>>;

/** What is wrong with a part. */
export type PartFault = "required" | "number" | "date" | "future" | "long" | "quotation" | "url";

/** The content of a record as its form shows it. */
export function toDraft(kind: RecordKind, content: Readonly<Record<string, unknown>>): RecordDraft {
  const quotation = content.quotation as Quotation | null | undefined;
  const parts = { ...content, quotation: quotation?.text, quotationLang: quotation?.lang ?? "en" };
  return Object.fromEntries(
    RECORD_PARTS[kind].map(({ key }) => {
      const value = (parts as Readonly<Record<string, unknown>>)[key];
      if (Array.isArray(value)) return [key, value.join("\n")];
      return [key, value === null || value === undefined || value === false ? "" : String(value)];
    }),
  );
}

/** A form without anything typed, with the first of each choice. */
export function emptyDraft(kind: RecordKind): RecordDraft {
  return Object.fromEntries(
    RECORD_PARTS[kind].map(({ key, input, choices }) => [
      key,
      input === "choice" ? (choices?.[0] ?? "") : "",
    ]),
  );
}

/** What is wrong with what is typed, by part. @param today the day in Pakistan */
export function listDraftFaults(
  kind: RecordKind,
  draft: RecordDraft,
  today: Day,
): Readonly<Record<string, PartFault>> {
  const faults = RECORD_PARTS[kind].flatMap((part) => {
    const fault = getFault(part, (draft[part.key] ?? "").trim(), today);
    return fault ? [[part.key, fault] as const] : [];
  });
  return Object.fromEntries(faults);
}

function getFault(part: RecordPart, typed: string, today: Day): PartFault | null {
  const { key, input, required = false, max, past = false } = part;
  if (typed === "") return required ? "required" : null;
  if (key === "quotation" && !isShortQuotation(typed)) return "quotation";
  if (max !== undefined && typed.length > max) return "long";
  if (input === "number" && !/^-?\d+(\.\d+)?$/.test(typed)) return "number";
  const date = readDateText(typed);
  if (input === "date" && !isPartialDate(date)) return "date";
  if (input === "day" && !isDay(date)) return "date";
  if (input === "url" && findAddressFault(typed) === "url") return "url";
  if (past && date > today) return "future";
  return null;
}

/** The content that is typed, as a request has it: null for an empty part, lists for lines and zones. */
export function readDraft(kind: RecordKind, draft: RecordDraft): Record<string, unknown> {
  return Object.fromEntries(
    RECORD_PARTS[kind]
      .filter(({ key }) => key !== "quotationLang")
      .map(({ key, input, required }) => {
        const typed = (draft[key] ?? "").trim();
        if (input === "lines" || input === "zones") return [key, splitLines(typed)];
        if (key === "quotation") return [key, readQuotation(typed, draft.quotationLang)];
        // A date that is not known is not estimated.
        if (input === "flag")
          return [key, typed === "true" && (draft.publishedOn ?? "").trim() !== ""];
        if (typed === "") return [key, required || key === "body" ? "" : null];
        if (input === "date" || input === "day") return [key, readDateText(typed)];
        return [key, input === "number" ? Number(typed) : typed];
      }),
  );
}

/** The words of a source on one line; null where there are none. */
function readQuotation(typed: string, lang = "en"): Quotation | null {
  return typed === "" ? null : { text: typed.replace(/\s+/g, " "), lang };
}

/** The lines of a text without empty ones and without repetition. */
export function splitLines(typed: string): string[] {
  const lines = typed.split("\n").map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

/** What is typed in the form of a record, and the version that it was begun from. */
export interface BasedDraft {
  readonly draft: RecordDraft;
  readonly reason: string;
  /** The form as the version showed it, before anything was typed. */
  readonly before: RecordDraft;
  /** The revision of that version; 0 for a new record. */
  readonly basedOn: number;
  /** Did someone record another version while this was typed? */
  readonly overtaken: boolean;
}

/** A form in which nothing is typed yet. */
export function createBasedDraft(before: RecordDraft, basedOn: number): BasedDraft {
  return { draft: before, reason: "", before, basedOn, overtaken: false };
}

/** The draft that a value from the browser's storage is; null: it is none. */
export function readBasedDraft(value: unknown): BasedDraft | null {
  return isBasedDraft(value) ? value : null;
}

function isBasedDraft(value: unknown): value is BasedDraft {
  if (typeof value !== "object" || value === null) return false;
  const isPart = (key: string) => {
    const part: unknown = Reflect.get(value, key);
    return typeof part === "object" && part !== null;
  };
  return (
    isPart("draft") &&
    isPart("before") &&
    typeof Reflect.get(value, "reason") === "string" &&
    typeof Reflect.get(value, "basedOn") === "number"
  );
}

/** The parts that are typed otherwise than the version has them. */
export function listTyped({ draft, before }: Pick<BasedDraft, "draft" | "before">): string[] {
  return Object.keys(draft).filter((key) => draft[key] !== before[key]);
}

/**
 * The draft as one of the present version: what is typed stays, and the other parts are those of the present version.
 * @param present the form of the present version
 */
export function moveToPresent(begun: BasedDraft, present: BasedDraft): BasedDraft {
  if (present.basedOn <= begun.basedOn) return begun;
  const typed = listTyped(begun).map((key) => [key, begun.draft[key] ?? ""] as const);
  const draft = { ...present.draft, ...Object.fromEntries(typed) };
  const { before, basedOn } = present;
  return {
    ...{ draft, before, basedOn, reason: begun.reason },
    overtaken: begun.overtaken || listTyped({ draft, before }).length > 0,
  };
}
