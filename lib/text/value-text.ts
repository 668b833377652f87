import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import {
  type FieldValue,
  NOT_APPLICABLE,
  type NumberField,
  type Place,
} from "@/lib/catalogue/kinds";
import { isPlace } from "@/lib/evidence/value-equality";
import type { CatalogueText } from "./catalogue-text";
import type { DateText } from "./date-text";
import type { NumberText } from "./number-text";
import type { TextBase } from "./text-base";

/** Values of fields for people. */
export interface ValueText {
  /** A value with its unit: "Notified", "2,800 acres", "Level 2 of 4", "Oct 2020". Null is "unknown". */
  value(field: FieldKey, value: FieldValue): string;
  /**
   * A value under a head that names its unit: "2,800", "2: some", "not applicable"; a country by its
   * code. Null is "unknown".
   */
  bareValue(field: FieldKey, value: FieldValue): string;
  /** The name of a country by its ISO 3166 alpha-2 code; another text comes back as it is. */
  country(code: string): string;
}

type Parts = TextBase & NumberText & DateText & CatalogueText;

const UNIT_MESSAGES: Readonly<Record<string, keyof Units>> = {
  acres: "acres",
  firms: "firms",
  jobs: "jobs",
  MW: "MW",
  MMCFD: "MMCFD",
  "%": "percent",
  "USD m": "millionUsd",
};
type Units = typeof import("./messages/en/common.json")["unit"];

/** The values of fields in a language. */
export function createValueText(parts: Parts): ValueText {
  const { t, intl, number, partialDate, choiceLabel, levelMeaning } = parts;

  const country = (code: string) =>
    /^[A-Z]{2}$/.test(code) ? (intl.regions().of(code) ?? code) : code;

  const quantity = ({ unit }: NumberField, count: number) => {
    const amount = number(count);
    const message = UNIT_MESSAGES[unit];
    return message ? t(`common.unit.${message}`, { amount, count }) : `${amount} ${unit}`;
  };

  const place = ({ lat, lon }: Place) => {
    const degrees = (value: number) => number(Math.abs(value), { digits: 2, fixed: true });
    return t("common.place", {
      lat: degrees(lat),
      north: lat < 0 ? "no" : "yes",
      lon: degrees(lon),
      east: lon < 0 ? "no" : "yes",
    });
  };

  const bareValue = (field: FieldKey, value: FieldValue): string => {
    if (value === null) return t("common.unknown");
    if (value === NOT_APPLICABLE) return t("common.notApplicableBare");
    const spec = fieldSpec(field);
    switch (spec.kind) {
      case "choice":
        return choiceLabel(field, String(value));
      case "flag":
        return value === true ? t("common.yes") : t("common.no");
      case "number":
        return typeof value === "number" ? number(value) : String(value);
      case "level":
        return typeof value === "number"
          ? t("common.levelBare", {
              level: value,
              meaning: levelMeaning(field, value) ?? t("common.noSuchLevel"),
            })
          : String(value);
      case "date":
        return partialDate(String(value));
      case "list":
        return Array.isArray(value) ? value.join(", ") : String(value);
      case "place":
        return isPlace(value) ? `${value.lat.toFixed(3)}, ${value.lon.toFixed(3)}` : String(value);
      case "text":
      case "country":
        return String(value);
    }
  };

  const value = (field: FieldKey, known: FieldValue): string => {
    if (known === NOT_APPLICABLE) return t("common.notApplicable");
    const spec = fieldSpec(field);
    if (spec.kind === "number" && typeof known === "number") return quantity(spec, known);
    if (spec.kind === "level" && known !== null) return t("common.level", { level: String(known) });
    if (spec.kind === "country" && known !== null) return country(String(known));
    if (spec.kind === "place" && isPlace(known)) return place(known);
    return bareValue(field, known);
  };

  return { value, bareValue, country };
}
