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
  if (input === "date" && !isPartialDate(typed)) return "date";
  if (input === "day" && !isDay(typed)) return "date";
  if (input === "url" && findAddressFault(typed) === "url") return "url";
  if (past && typed > today) return "future";
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
