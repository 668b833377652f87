import type { ClaimReason } from "@/lib/evidence/check-claim";
import { MAX_ITEM_LENGTH, MAX_ITEMS, MAX_VALUE_LENGTH } from "@/lib/evidence/check-text";
import type { ValueRule } from "@/lib/evidence/check-value";
import type { PlainText } from "./plain-text";
import { describeTerritory } from "./territory-words";

/**
 * Says what the value of a field has to be.
 * @param field the name of the field: its label for readers, its key in the API
 */
export function describeValueRule(
  { t, list, number }: PlainText,
  field: string,
  rule: ValueRule,
): string {
  switch (rule.code) {
    case "text":
      return t("api.value.text", { field, max: number(MAX_VALUE_LENGTH) });
    case "list":
      return t("api.value.list", {
        field,
        max: number(MAX_ITEMS),
        length: number(MAX_ITEM_LENGTH),
      });
    case "choice":
    case "involvement":
      return t(`api.value.${rule.code}`, { field, allowed: list(rule.allowed, "or") });
    case "level":
      return t("api.value.level", { field, max: String(rule.max) });
    case "number":
      return t("api.value.number", {
        field,
        whole: rule.integer ? "yes" : "no",
        min: number(rule.min),
        max: number(rule.max),
        unit: rule.unit,
        notApplicable: rule.notApplicable ? "yes" : "no",
      });
    case "place":
      return t("api.value.place", { field, ...describeTerritory(number) });
    default:
      return t(`api.value.${rule.code}`, { field });
  }
}

/** Says what is wrong with one part of a claim, with names as in the API. */
export function describeClaimReason(text: PlainText, reason: ClaimReason): string {
  const { t, list } = text;
  switch (reason.code) {
    case "field":
      return t("api.claim.field", { field: reason.field, subject: reason.subject });
    case "value":
      return describeValueRule(text, reason.field, reason.rule);
    case "future-date":
    case "future-value":
    case "future-seen":
      return t(`api.claim.${reason.code}`, { today: reason.today });
    case "one-of":
      return t("api.claim.one-of", { allowed: list(reason.allowed, "or") });
    case "characters":
    case "signs":
      return t(`api.claim.${reason.code}`, { part: reason.part });
    case "text-length":
      return t("api.claim.text-length", { part: reason.part, max: text.number(reason.max) });
    case "money-field":
      return t("api.claim.money-field", { field: reason.field });
    case "quotation":
    case "language":
    case "currency":
      return t(`api.schema.${reason.code}`);
    default:
      return t(`api.claim.${reason.code}`);
  }
}
