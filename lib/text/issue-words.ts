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
  { t, list, number }: PlainText,
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
    case "too-many-params":
    case "name-length":
    case "value-length":
      return t(`issues.param.${reason.code}`, { max: number(reason.max) });
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
    case "box-format":
      return t(`issues.param.${reason.code}`, { example: reason.example });
    case "no-revision":
    case "future-day":
    case "after-shown":
    case "end-order":
      return t(`issues.param.${reason.code}`, { last: reason.last });
    default:
      return t(`issues.param.${reason.code}`);
  }
}
