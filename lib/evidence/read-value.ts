import { type FieldSpec, type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import { isFieldValue } from "./check-value";

/**
 * Reads a typed or pasted value: list items separated by commas or lines, a place as latitude and
 * longitude, numbers with or without thousands separators.
 * @returns undefined where the field does not allow it
 */
export function readValue(spec: FieldSpec, text: string): NonNullable<FieldValue> | undefined {
  const value = parse(spec, text.trim());
  return isFieldValue(spec, value) && value !== null ? value : undefined;
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
