import { type FieldSpec, type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import { getValueIssue, isFieldValue } from "./check-value";

/** The value of a text, or a sentence that says what is allowed. */
type ReadValue = { readonly value: FieldValue } | { readonly message: string };

/**
 * Reads a typed or pasted value: list items separated by commas or lines, a place as latitude and
 * longitude, numbers with or without thousands separators.
 */
export function readValue(spec: FieldSpec, text: string): ReadValue {
  const typed = text.trim();
  const value = parse(spec, typed);
  return isFieldValue(spec, value) && value !== null
    ? { value }
    : { message: `The value ${getValueIssue(spec, value) ?? "must not be empty"}.` };
}

function parse(spec: FieldSpec, typed: string): unknown {
  if (typed === "") return "";
  switch (spec.kind) {
    case "number":
      if (spec.notApplicable && typed === NOT_APPLICABLE) return NOT_APPLICABLE;
      return Number(typed.replace(/(?<=\d)[,\s](?=\d{3}\b)/g, ""));
    case "level":
      return Number(typed);
    case "flag":
      return typed === "true" ? true : typed === "false" ? false : typed;
    case "list":
      return typed
        .split(/[,\n]/)
        .map((word) => word.trim())
        .filter((word) => word !== "");
    case "place": {
      const [lat, lon, ...more] = typed.split(/[,\s]+/).map(Number);
      return more.length === 0 ? { lon, lat } : typed;
    }
    case "country":
      return typed.toUpperCase();
    default:
      return typed;
  }
}
