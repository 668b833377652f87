import type { FieldKey } from "@/lib/catalogue/fields";
import { readDateText, readTypedDate } from "@/lib/entry/read-value";
import { isUnderstood, type Reading, type Refusal } from "@/lib/entry/reading";
import { MAX_ITEM_LENGTH, MAX_ITEMS, MAX_VALUE_LENGTH } from "@/lib/evidence/check-text";
import type { ValueRule } from "@/lib/evidence/check-value";
import { escapePattern } from "@/lib/query/escape-pattern";
import { type Day, firstDay, isPartialDate } from "@/lib/time/day";
import { describeTerritory } from "./territory-words";
import type { Text } from "./text";

/**
 * Says how a typed value was understood.
 * @returns null where it was read as it is, or refused
 */
export function describeReading(text: Text, field: FieldKey, reading: Reading): string | null {
  if (!("value" in reading) || reading.shownBack === null) return null;
  const { t, number } = text;
  const { shownBack } = reading;
  const value = text.value(field, reading.value);
  switch (shownBack.code) {
    case "read":
    case "repaired":
      return t("record.entry.read", { value });
    case "converted":
      return t("record.entry.converted", {
        value,
        amount: number(shownBack.amount),
        unit: shownBack.unit,
      });
    case "exchanged": {
      const { money, perUsd } = shownBack;
      return t("record.entry.exchanged", {
        value,
        amount: number(money.amount),
        rate: number(perUsd),
        currency: money.currency,
      });
    }
  }
}

/** Where a rate and a currency are in the sentence on them. */
const BLANK = "\u0000";

/**
 * A note with the rate at which the sum of a value became dollars, in place of the rate of an earlier value.
 * @param reading of the value; null: unknown
 * @returns empty: there is nothing to note
 */
export function withRate({ t, number }: Text, note: string, reading: Reading | null): string {
  const [start = "", ...rest] = t("record.entry.rate", { rate: BLANK, currency: BLANK }).split(
    BLANK,
  );
  const earlier = new RegExp(`\\s*${[start, ...rest].map(escapePattern).join("\\S+")}`, "gu");
  const others = note.replace(earlier, "").trim();
  const shownBack = reading && isUnderstood(reading) ? reading.shownBack : null;
  if (shownBack?.code !== "exchanged") return others;
  const { money, perUsd } = shownBack;
  const rate = t("record.entry.rate", { rate: number(perUsd), currency: money.currency });
  return others === "" ? rate : `${others} ${rate}`;
}

/** Says why a typed value was refused and what to type. */
export function describeRefusal(text: Text, { issue }: Refusal): string {
  const { t, list } = text;
  switch (issue.code) {
    case "rule":
      return describeRule(text, issue.rule);
    case "unit":
      return t("record.entry.issue.unit", { unit: issue.unit });
    case "rate":
      return t("record.entry.issue.rate", { currency: issue.currency });
    case "ambiguous":
    case "word":
      return t(`record.entry.issue.${issue.code}`, { allowed: list(issue.allowed, "or") });
    default:
      return t(`record.entry.issue.${issue.code}`);
  }
}

/** What the value of the field has to be. */
function describeRule({ t, number }: Text, rule: ValueRule): string {
  switch (rule.code) {
    case "number":
      return t("record.entry.rule.number", {
        whole: rule.integer ? "yes" : "no",
        min: number(rule.min),
        max: number(rule.max),
        unit: rule.unit,
      });
    case "place":
      return t("record.entry.rule.place", describeTerritory(number));
    case "date-range":
    case "list":
    case "text":
      return t(`record.entry.rule.${rule.code}`, {
        items: number(MAX_ITEMS),
        item: number(MAX_ITEM_LENGTH),
        max: number(MAX_VALUE_LENGTH),
      });
    default:
      return t("record.entry.rule.other");
  }
}

/** What a refused text could be, as an offer to use it; null: nothing is near. */
export function describeSuggestion({ t }: Text, { suggestion }: Refusal): string | null {
  return suggestion === null ? null : t("record.entry.use", { suggestion });
}

/**
 * Says what is wrong with a typed date, which may be empty.
 * @param today the day in Pakistan; absent: future dates pass
 * @returns null: nothing
 */
export function describeDateFault({ t, day }: Text, typed: string, today?: Day): string | null {
  const date = readDateText(typed);
  if (date === "") return null;
  if (!isPartialDate(date)) {
    const reading = readTypedDate(typed);
    const isTwo = !isUnderstood(reading) && reading.issue.code === "day-or-month";
    return t(isTwo ? "record.entry.issue.day-or-month" : "record.issue.date");
  }
  return today !== undefined && firstDay(date) > today
    ? t("record.issue.futureDate", { today: day(today) })
    : null;
}
