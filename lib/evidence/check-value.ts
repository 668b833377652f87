import { type FieldSpec, type FieldValue, NOT_APPLICABLE, type Place } from "../catalogue/kinds";
import { listTerms } from "../catalogue/vocabularies";
import { isPartialDate } from "../time/day";

const COUNTRY = /^[A-Z]{2}$/;

/**
 * Checks a value against its field. Null (the source says "not known") is always allowed.
 * @returns null where the value is allowed; else what is allowed, as the end of a sentence
 */
export function getValueIssue(spec: FieldSpec, value: unknown): string | null {
  if (value === null) return null;
  switch (spec.kind) {
    case "text":
      return isText(value) ? null : "must be text, not empty";
    case "list":
      return Array.isArray(value) && value.length > 0 && value.every(isListItem)
        ? null
        : "must be a list of at least one text, none with a comma or semicolon in it";
    case "choice": {
      const allowed = listTerms(spec.vocabulary).map((term) => term.value);
      return typeof value === "string" && allowed.includes(value)
        ? null
        : `must be one of ${allowed.join(", ")}`;
    }
    case "flag":
      return typeof value === "boolean" ? null : "must be true or false";
    case "level":
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) < spec.levels.length
        ? null
        : "must be a level from 0 to 4";
    case "country":
      return typeof value === "string" && COUNTRY.test(value)
        ? null
        : "must be a country's code of two capitals (ISO 3166 alpha-2)";
    case "date":
      return typeof value === "string" && isPartialDate(value)
        ? null
        : "must be a year, a month or a day that exists, as 2020, 2020-10 or 2020-10-07";
    case "place":
      return isValidPlace(value)
        ? null
        : "must be a longitude (-180 to 180) and a latitude (-90 to 90)";
    case "number": {
      if (spec.notApplicable && value === NOT_APPLICABLE) return null;
      const { min, max, integer, unit } = spec;
      const fits =
        typeof value === "number" &&
        Number.isFinite(value) &&
        value >= min &&
        (max === null || value <= max) &&
        (!integer || Number.isInteger(value));
      if (fits) return null;
      const what = integer ? "a whole number" : "a number";
      const range = max === null ? `of at least ${min}` : `from ${min} to ${max}`;
      return `must be ${what} ${range} (${unit})${spec.notApplicable ? `, or ${NOT_APPLICABLE}` : ""}`;
    }
  }
}

/** Narrows an allowed value to its type. */
export function isFieldValue(spec: FieldSpec, value: unknown): value is FieldValue {
  return getValueIssue(spec, value) === null;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** Addresses separate the items of a list by commas, files by semicolons. */
function isListItem(value: unknown): value is string {
  return isText(value) && !/[,;]/.test(value);
}

function isValidPlace(value: unknown): value is Place {
  if (typeof value !== "object" || value === null) return false;
  const { lon, lat, ...rest } = value as Record<string, unknown>;
  return (
    typeof lon === "number" &&
    typeof lat === "number" &&
    Math.abs(lon) <= 180 &&
    Math.abs(lat) <= 90 &&
    Object.keys(rest).length === 0
  );
}
