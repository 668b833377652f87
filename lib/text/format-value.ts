import { type FieldSpec, type FieldValue, NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { getLabel } from "@/lib/catalogue/vocabularies";
import { formatPartialDate } from "./format-date";
import { formatNumber } from "./format-number";

/**
 * A known value in words, by its field's kind, without its unit: "Notified", "2,800", "Oct 2020",
 * "Yes". Null is for the caller to show as unknown.
 */
export function formatValue(spec: FieldSpec, value: Exclude<FieldValue, null>): string {
  if (value === NOT_APPLICABLE) {
    return "not applicable";
  }
  switch (spec.kind) {
    case "choice":
      return spec.labels?.[String(value)] ?? getLabel(spec.vocabulary, String(value));
    case "flag":
      return value === true ? "Yes" : "No";
    case "number":
      return typeof value === "number" ? formatNumber(value) : String(value);
    case "level":
      return typeof value === "number"
        ? `${value}: ${spec.levels[value] ?? "no such level"}`
        : String(value);
    case "date":
      return formatPartialDate(String(value));
    case "list":
      return Array.isArray(value) ? value.join(", ") : String(value);
    case "place":
      return typeof value === "object" && "lat" in value
        ? `${value.lat.toFixed(3)}, ${value.lon.toFixed(3)}`
        : String(value);
    case "text":
    case "country":
      return String(value);
  }
}
