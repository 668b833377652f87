import { isCountry } from "../catalogue/countries";
import { INVOLVEMENT_KINDS, parseInvolvement } from "../catalogue/involvement";
import {
  type FieldSpec,
  type FieldValue,
  NOT_APPLICABLE,
  type NumberField,
  type Place,
} from "../catalogue/kinds";
import { isInside, TERRITORY } from "../catalogue/territory";
import { listTerms } from "../catalogue/vocabularies";
import { isPartialDate, lastDay, RECORD_BEGINS } from "../time/day";
import {
  hasWords,
  isVisibleLine,
  MAX_ITEM_LENGTH,
  MAX_ITEMS,
  MAX_VALUE_LENGTH,
} from "./check-text";

/** No date that a claim gives is so late. */
const END_OF_DATES = "2100";

/** What the value of a field has to be; `describeValueRule` of lib/text says it. */
export type ValueRule =
  | {
      readonly code:
        | "text"
        | "signs"
        | "list"
        | "flag"
        | "country"
        | "date"
        | "date-range"
        | "place";
    }
  | { readonly code: "choice" | "involvement"; readonly allowed: readonly string[] }
  | { readonly code: "level"; readonly max: number }
  | ({ readonly code: "number"; readonly max: number } & Pick<
      NumberField,
      "min" | "integer" | "unit" | "notApplicable"
    >);

/**
 * Checks a value against its field. Null (the source says "not known") is always allowed.
 * @returns null where the value is allowed; else the rule that it does not meet
 */
export function getValueIssue(spec: FieldSpec, value: unknown): ValueRule | null {
  if (value === null) return null;
  switch (spec.kind) {
    case "text":
      if (!isText(value, MAX_VALUE_LENGTH)) return { code: "text" };
      return hasWords(value) ? null : { code: "signs" };
    case "list":
      if (
        !Array.isArray(value) ||
        value.length === 0 ||
        value.length > MAX_ITEMS ||
        !value.every(isListItem)
      ) {
        return { code: "list" };
      }
      if (!value.every(hasWords)) return { code: "signs" };
      return spec.items === undefined || value.every((item) => parseInvolvement(item) !== null)
        ? null
        : { code: "involvement", allowed: INVOLVEMENT_KINDS };
    case "choice": {
      const allowed = listTerms(spec.vocabulary).map((term) => term.value);
      return typeof value === "string" && allowed.includes(value)
        ? null
        : { code: "choice", allowed };
    }
    case "flag":
      return typeof value === "boolean" ? null : { code: "flag" };
    case "level":
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) < spec.levels.length
        ? null
        : { code: "level", max: spec.levels.length - 1 };
    case "country":
      return typeof value === "string" && isCountry(value) ? null : { code: "country" };
    case "date":
      if (typeof value !== "string" || !isPartialDate(value)) return { code: "date" };
      return lastDay(value) >= RECORD_BEGINS && value < END_OF_DATES
        ? null
        : { code: "date-range" };
    case "place":
      return isValidPlace(value) ? null : { code: "place" };
    case "number": {
      if (spec.notApplicable && value === NOT_APPLICABLE) return null;
      const { min, integer, unit, notApplicable } = spec;
      const max = spec.limit;
      const fits =
        typeof value === "number" &&
        value >= min &&
        value <= max &&
        (!integer || Number.isInteger(value));
      return fits ? null : { code: "number", min, max, integer, unit, notApplicable };
    }
  }
}

/** Narrows an allowed value to its type. */
export function isFieldValue(spec: FieldSpec, value: unknown): value is FieldValue {
  return getValueIssue(spec, value) === null;
}

function isText(value: unknown, maxLength: number): value is string {
  return (
    typeof value === "string" &&
    value.trim() !== "" &&
    value.length <= maxLength &&
    isVisibleLine(value)
  );
}

/** Addresses separate the items of a list by commas, files by semicolons. */
function isListItem(value: unknown): value is string {
  return isText(value, MAX_ITEM_LENGTH) && !/[,;]/.test(value);
}

function isValidPlace(value: unknown): value is Place {
  if (typeof value !== "object" || value === null) return false;
  const { lon, lat, ...rest } = value as Record<string, unknown>;
  return (
    typeof lon === "number" &&
    typeof lat === "number" &&
    isInside(TERRITORY, { lon, lat }) &&
    Object.keys(rest).length === 0
  );
}
