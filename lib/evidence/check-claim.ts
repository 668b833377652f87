import { type FieldKey, fieldSpec, isTenancyField, isZoneField } from "../catalogue/fields";
import { type Day, firstDay, isPartialDate } from "../time/day";
import { CURRENCY, MAX_AMOUNT } from "./check-number";
import {
  hasWords,
  isLanguage,
  isShortQuotation,
  isVisibleLine,
  isVisibleText,
  MAX_QUOTATION_LENGTH,
} from "./check-text";
import { getValueIssue, type ValueRule } from "./check-value";
import { type Claim, CONFIDENCES, ORIGINS } from "./ledger-records";

/** Why one part of a claim cannot be used: a code, and what its message names. */
export type ClaimReason =
  | {
      readonly code:
        | "id"
        | "date-format"
        | "early-date"
        | "quotation"
        | "language"
        | "currency"
        | "amount";
    }
  | { readonly code: "money-field"; readonly field: string }
  | { readonly code: "field"; readonly field: string; readonly subject: "zone" | "firm" }
  | { readonly code: "value"; readonly field: FieldKey; readonly rule: ValueRule }
  | { readonly code: "future-date" | "future-value" | "future-seen"; readonly today: Day }
  | { readonly code: "one-of"; readonly allowed: readonly string[] }
  | { readonly code: "text-length"; readonly part: string; readonly max: number }
  | { readonly code: "characters" | "signs"; readonly part: string };

/** An issue with one part of a claim; `describeClaimReason` of lib/text says its reason. */
interface ClaimIssue {
  readonly param: keyof Claim;
  readonly reason: ClaimReason;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Can a claim have an id? */
export function isClaimId(id: string): boolean {
  return UUID.test(id);
}
/** Most characters of a note or a locator. */
export const MAX_NOTE_LENGTH = 4000;
/** Pakistan exists since then, so no claim is on an earlier day. */
export const EARLIEST_YEAR = "1947";

/** Is a field an amount of US dollars, so that its claims can keep money as the source has it? */
export function isMoneyField(field: FieldKey): boolean {
  const spec = fieldSpec(field);
  return spec.kind === "number" && spec.unit === "USD m";
}

/** Is the value of a claim a future day, although the field is about what has happened? Only targets are in the future. */
export function isFutureEvent(
  { field, value }: Pick<Claim, "field" | "value">,
  today: Day,
): boolean {
  const spec = fieldSpec(field);
  if (spec.kind !== "date" || spec.about === "promise" || typeof value !== "string") return false;
  return isPartialDate(value) && firstDay(value) > today;
}

/**
 * Checks a claim by itself: its id, field, value, day, origin, confidence, texts, quotation and money.
 * The ledger checks that its zone, firm and source exist.
 * @param today the day in Pakistan; a claim cannot be about a later day
 */
export function listClaimIssues(claim: Omit<Claim, "revision">, today: Day): ClaimIssue[] {
  const issues: ClaimIssue[] = [];
  const add = (param: keyof Claim, reason: ClaimReason) => issues.push({ param, reason });
  if (!isClaimId(claim.id)) add("id", { code: "id" });
  if (claim.tenancy === null ? !isZoneField(claim.field) : !isTenancyField(claim.field)) {
    const subject = claim.tenancy === null ? "zone" : "firm";
    add("field", { code: "field", field: claim.field, subject });
  } else {
    const rule = getValueIssue(fieldSpec(claim.field), claim.value);
    if (rule) add("value", { code: "value", field: claim.field, rule });
    else if (isFutureEvent(claim, today)) add("value", { code: "future-value", today });
    if (claim.money !== null && !isMoneyField(claim.field)) {
      add("money", { code: "money-field", field: claim.field });
    }
  }
  if (claim.asOf !== null) {
    if (!isPartialDate(claim.asOf)) {
      add("asOf", { code: "date-format" });
    } else if (claim.asOf < EARLIEST_YEAR) {
      add("asOf", { code: "early-date" });
    } else if (firstDay(claim.asOf) > today) {
      add("asOf", { code: "future-date", today });
    }
  }
  if (!ORIGINS.includes(claim.origin)) add("origin", { code: "one-of", allowed: ORIGINS });
  if (!CONFIDENCES.includes(claim.confidence)) {
    add("confidence", { code: "one-of", allowed: CONFIDENCES });
  }
  for (const param of ["locator", "note"] as const) {
    const text = claim[param];
    if (text === null) continue;
    if (text.trim() === "" || text.length > MAX_NOTE_LENGTH) {
      add(param, { code: "text-length", part: param, max: MAX_NOTE_LENGTH });
    } else if (!isVisibleText(text)) {
      add(param, { code: "characters", part: param });
    } else if (!hasWords(text)) {
      add(param, { code: "signs", part: param });
    }
  }
  const { quotation, money, lastSeenOn } = claim;
  if (lastSeenOn !== null && lastSeenOn > today) add("lastSeenOn", { code: "future-seen", today });
  if (quotation !== null) {
    const { text, lang } = quotation;
    if (text.length > MAX_QUOTATION_LENGTH) {
      add("quotation", { code: "text-length", part: "quotation", max: MAX_QUOTATION_LENGTH });
    } else if (!isShortQuotation(text)) add("quotation", { code: "quotation" });
    else if (!isVisibleLine(text)) add("quotation", { code: "characters", part: "quotation" });
    else if (!hasWords(text)) add("quotation", { code: "signs", part: "quotation" });
    if (!isLanguage(lang)) add("quotation", { code: "language" });
  }
  if (money !== null) {
    if (!(money.amount >= 0 && money.amount <= MAX_AMOUNT)) add("money", { code: "amount" });
    if (!CURRENCY.test(money.currency)) add("money", { code: "currency" });
  }
  return issues;
}
