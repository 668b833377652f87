import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import {
  type FieldSpec,
  type FieldValue,
  NOT_APPLICABLE,
  type NumberField,
  type Place,
} from "@/lib/catalogue/kinds";
import { isPlace } from "@/lib/evidence/value-equality";
import { formatNumber } from "./format-number";
import { formatValue } from "./format-value";

const COUNTRIES = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** A value as people read it: the label of its term, its unit, its date. Null reads "unknown". */
export function valueWords(field: FieldKey, value: FieldValue): string {
  if (value === null) return "unknown";
  return wordsOf(fieldSpec(field), value);
}

function wordsOf(spec: FieldSpec, value: NonNullable<FieldValue>): string {
  if (value === NOT_APPLICABLE) return "Not applicable";
  switch (spec.kind) {
    case "number":
      return typeof value === "number" ? quantityWords(spec, value) : String(value);
    case "level":
      return `Level ${value} of 4`;
    case "country":
      return countryName(String(value));
    case "place":
      return isPlace(value) ? placeWords(value) : String(value);
    default:
      return formatValue(spec, value);
  }
}

/** What more there is to say of a value: what its level or its word means; null where nothing is. */
export function valueMeaning(field: FieldKey, value: FieldValue): string | null {
  const spec = fieldSpec(field);
  if (spec.kind !== "level" || typeof value !== "number") return null;
  return spec.levels[value] ?? null;
}

function quantityWords({ unit }: NumberField, value: number): string {
  const number = formatNumber(value);
  if (unit === "%") return `${number}%`;
  if (unit === "USD m") return `USD ${number} million`;
  if (value === 1 && unit.endsWith("s")) return `${number} ${unit.slice(0, -1)}`;
  return `${number} ${unit}`;
}

/** The English name of a country by its ISO 3166 alpha-2 code; an unlisted code as it is. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : code;
}

function placeWords({ lon, lat }: Place): string {
  const degrees = (value: number) => `${Math.abs(value).toFixed(2)}°`;
  return `${degrees(lat)} ${lat < 0 ? "S" : "N"}, ${degrees(lon)} ${lon < 0 ? "W" : "E"}`;
}
