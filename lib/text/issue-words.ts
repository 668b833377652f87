import type { ClaimReason } from "@/lib/evidence/check-claim";
import type { ValueRule } from "@/lib/evidence/check-value";
import type { Issue } from "@/lib/evidence/issue";
import type { ParamIssue, ParamReason } from "@/lib/query/param-issues";
import type { PlainText } from "./plain-text";

/** An issue with a parameter in words: what is wrong, and what is allowed. */
export type DescribedParamIssue = Required<Omit<Issue, "index">>;

/** Puts an issue with a parameter into words. */
export function describeParamIssue(text: PlainText, issue: ParamIssue): DescribedParamIssue {
  const { param, got, reason, allowed, nearest } = issue;
  return {
    param,
    got,
    message: describeReason(text, param, reason, nearest),
    allowed:
      "last" in reason && allowed.length === 0
        ? [text.t("issues.upTo", { last: reason.last })]
        : allowed,
    nearest,
  };
}

function describeReason(
  { t, list }: PlainText,
  param: string,
  reason: ParamReason,
  nearest: string | null,
): string {
  const near = nearest ?? "none";
  switch (reason.code) {
    case "not-allowed":
      return t("issues.param.not-allowed", { value: reason.value, near });
    case "unknown-param":
      return t("issues.param.unknown-param", { param, near });
    case "repeated":
      return t("issues.param.repeated", { param });
    case "number":
      return t("issues.param.number", { min: String(reason.min), max: String(reason.max) });
    case "whole-number":
      return reason.max === null
        ? t("issues.param.whole-number", { min: String(reason.min) })
        : t("issues.param.whole-number-range", {
            min: String(reason.min),
            max: String(reason.max),
          });
    case "search-length":
      return t("issues.param.search-length", { max: String(reason.max) });
    case "weight-repeated":
      return t("issues.param.weight-repeated", { block: reason.block });
    case "weight-range":
      return t("issues.param.weight-range", { ...reason, max: String(reason.max) });
    case "sort-repeated":
      return t("issues.param.sort-repeated", { key: reason.key });
    case "range-format":
      return t("issues.param.range-format", {
        form: reason.form,
        words: list(reason.words, "or"),
      });
    case "range-order":
      return t("issues.param.range-order", { from: reason.from, to: reason.to });
    case "map-format":
      return t("issues.param.map-format", { example: reason.example });
    case "no-revision":
    case "future-day":
    case "after-shown":
    case "end-order":
      return t(`issues.param.${reason.code}`, { last: reason.last });
    default:
      return t(`issues.param.${reason.code}`);
  }
}

/**
 * Says what the value of a field has to be.
 * @param field the name of the field: its label for readers, its key in the API
 */
export function describeValueRule({ t, list }: PlainText, field: string, rule: ValueRule): string {
  switch (rule.code) {
    case "choice":
      return t("issues.value.choice", { field, allowed: list(rule.allowed, "or") });
    case "level":
      return t("issues.value.level", { field, max: String(rule.max) });
    case "number":
      return t("issues.value.number", {
        field,
        whole: rule.integer ? "yes" : "no",
        limited: rule.max === null ? "no" : "yes",
        min: String(rule.min),
        max: String(rule.max ?? ""),
        unit: rule.unit,
        notApplicable: rule.notApplicable ? "yes" : "no",
      });
    default:
      return t(`issues.value.${rule.code}`, { field });
  }
}

/** Says what is wrong with one part of a claim, with names as in the API. */
export function describeClaimReason(text: PlainText, reason: ClaimReason): string {
  const { t, list } = text;
  switch (reason.code) {
    case "field":
      return t("issues.claim.field", { field: reason.field, subject: reason.subject });
    case "value":
      return describeValueRule(text, reason.field, reason.rule);
    case "future-date":
      return t("issues.claim.future-date", { today: reason.today });
    case "one-of":
      return t("issues.claim.one-of", { allowed: list(reason.allowed, "or") });
    case "text-length":
      return t("issues.claim.text-length", { part: reason.part, max: String(reason.max) });
    default:
      return t(`issues.claim.${reason.code}`);
  }
}
