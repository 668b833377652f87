import { type FieldKey, fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { GROUPS, type GroupKey } from "@/lib/catalogue/groups";
import { IMPLIED_BOUNDS, type ImpliedBound } from "@/lib/catalogue/implied-bounds";
import { parseInvolvement } from "@/lib/catalogue/involvement";
import { type FieldValue, NOT_APPLICABLE, type Place } from "@/lib/catalogue/kinds";
import type { GlossaryKey } from "@/lib/catalogue/terms";
import { listTerms, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import { isPlace } from "@/lib/evidence/value-equality";
import type { PlainText } from "./plain-text";
import type { TextBase } from "./text-base";

/** The words of a field in another language; each one missing falls back to the catalogue's English. */
export interface FieldWords {
  readonly label?: string;
  readonly short?: string;
  readonly definition?: string;
  /** What the levels 0 to 4 mean. */
  readonly levels?: readonly string[];
  /** Labels of values for this field alone. */
  readonly values?: Readonly<Record<string, string>>;
}

/** The words of a term in another language. */
export interface TermWords {
  readonly label?: string;
  readonly definition?: string;
}

/** The words of a national constraint in another language. */
export interface ConstraintWords {
  readonly label?: string;
  readonly question?: string;
  /** Why it affects a field. */
  readonly bearsOn?: { readonly [K in ZoneFieldKey]?: string };
  readonly compared?: { readonly note?: string };
}

/** A unit of numbers in another language. */
export interface UnitWords {
  /** The unit itself, as in the head of a column: "million US dollars". */
  readonly name: string;
  /**
   * How amounts are written where the language counts otherwise: how many of the unit the words stand for, such as
   * `0.01` for ten thousand dollars of a unit of a million. The largest that an amount reaches is used. Absent: the name.
   */
  readonly scales?: Readonly<Record<string, string>>;
}

/**
 * The words of the catalogue in another language, `catalogues/<locale>.json`. Plain text, no
 * ICU. English has no such file: the catalogue itself holds its words.
 */
export interface CatalogueWords {
  readonly fields?: { readonly [K in FieldKey]?: FieldWords };
  readonly groups?: { readonly [K in GroupKey]?: string };
  readonly terms?: { readonly [K in VocabularyKey]?: Readonly<Record<string, TermWords>> };
  readonly glossary?: { readonly [K in GlossaryKey]?: TermWords };
  /** Why other evidence bounds the score of an indicator. */
  readonly implied?: { readonly [K in ImpliedBound]?: string };
  /** By key of the constraint. */
  readonly constraints?: Readonly<Record<string, ConstraintWords>>;
  /** By the unit of a field or of a national figure, which the catalogue and the record write in English. */
  readonly units?: Readonly<Record<string, UnitWords>>;
  /** By the name of a sector, which the record writes in English. */
  readonly sectors?: Readonly<Record<string, string>>;
  /** By the label or the period of a national figure, which the record writes in English. */
  readonly figures?: Readonly<Record<string, string>>;
}

/** The words of the catalogue: fields, groups of fields and terms. */
export interface CatalogueText {
  fieldLabel(key: FieldKey): string;
  /** The name for the head of a column; the label where the field has no shorter one. */
  fieldShort(key: FieldKey): string;
  fieldDefinition(key: FieldKey): string;
  groupLabel(key: GroupKey): string;
  /** The label of a value of a field with a vocabulary; an unlisted value comes back as it is. */
  choiceLabel(key: FieldKey, value: string): string;
  /** The label of a value of a vocabulary; an unlisted value comes back as it is. */
  termLabel(vocabulary: VocabularyKey, value: string): string;
  /** What a value of a vocabulary means; null for an unlisted value. */
  termDefinition(vocabulary: VocabularyKey, value: string): string | null;
  /** What a level means; null for a field without levels and for a value that is no level. */
  levelMeaning(key: FieldKey, level: unknown): string | null;
  /** Why other evidence bounds the score of an indicator, in a sentence. */
  impliedReason(key: ImpliedBound): string;
  /** What another language says in place of a term of the glossary; empty in English. */
  translatedTerm(key: GlossaryKey): TermWords;
  /** What another language says in place of a constraint; empty in English. */
  translatedConstraint(key: string): ConstraintWords;
  /** The words of a unit; one without words in this language has its English name. */
  unitWords(unit: string): UnitWords;
  /** What another language says in place of a label or period of a national figure; undefined in English. */
  translatedFigure(words: string): string | undefined;
  /** The name of a sector; one without words in this language comes back as it is recorded. */
  sector(name: string): string;
}

/**
 * The words of the catalogue in a language.
 * @param words what that language says in place of English; empty for English
 */
export function createCatalogueText(words: CatalogueWords): CatalogueText {
  const termOf = (vocabulary: VocabularyKey, value: string) =>
    listTerms(vocabulary).find((term) => term.value === value);
  const fieldLabel = (key: FieldKey) => words.fields?.[key]?.label ?? fieldSpec(key).label;
  const termLabel = (vocabulary: VocabularyKey, value: string) =>
    words.terms?.[vocabulary]?.[value]?.label ?? termOf(vocabulary, value)?.label ?? value;
  return {
    fieldLabel,
    fieldShort: (key) =>
      words.fields?.[key]?.short ??
      words.fields?.[key]?.label ??
      fieldSpec(key).short ??
      fieldSpec(key).label,
    fieldDefinition: (key) => words.fields?.[key]?.definition ?? fieldSpec(key).definition,
    groupLabel: (key) => words.groups?.[key] ?? GROUPS[key],
    termLabel,
    choiceLabel(key, value) {
      const spec = fieldSpec(key);
      if (spec.kind !== "choice") return value;
      const own = words.fields?.[key]?.values?.[value] ?? spec.labels?.[value];
      return own ?? termLabel(spec.vocabulary, value);
    },
    termDefinition: (vocabulary, value) =>
      words.terms?.[vocabulary]?.[value]?.definition ??
      termOf(vocabulary, value)?.definition ??
      null,
    levelMeaning(key, level) {
      const spec = fieldSpec(key);
      if (spec.kind !== "level" || typeof level !== "number") return null;
      return words.fields?.[key]?.levels?.[level] ?? spec.levels[level] ?? null;
    },
    impliedReason: (key) => words.implied?.[key] ?? IMPLIED_BOUNDS[key],
    translatedTerm: (key) => words.glossary?.[key] ?? {},
    translatedConstraint: (key) => words.constraints?.[key] ?? {},
    unitWords: (unit) => words.units?.[unit] ?? { name: unit },
    translatedFigure: (recorded) => words.figures?.[recorded],
    sector: (name) => words.sectors?.[name] ?? name,
  };
}

/** Values of fields for people. */
export interface ValueText {
  /** A value with its unit: "Notified", "2,800 acres", "Level 2 of 4", "Oct 2020". Null is "unknown". */
  value(field: FieldKey, value: FieldValue): string;
  /**
   * A value under a head that names its unit: "2,800", "2: some", "not applicable"; a country by its
   * code. Null is "unknown".
   */
  bareValue(field: FieldKey, value: FieldValue): string;
  /**
   * An amount with its unit: "2,800 acres", "USD 75 million". Chinese and Urdu write large sums in units of their own.
   * @param digits most decimals in the unit itself; 2 where absent
   */
  amount(amount: number, unit: string, digits?: number): string;
  /** The name of a country by its ISO 3166 alpha-2 code; another text comes back as it is. */
  country(code: string): string;
  /** The name of a language by its code of BCP 47. */
  language(code: string): string;
  /** A country within a sentence: "China", "the United Arab Emirates". */
  countryInSentence(code: string): string;
  /** What a partner abroad gives, such as `technology:CN`: "technology from China"; another text comes back as it is. */
  involvement(item: string): string;
}

type Parts = TextBase & PlainText & CatalogueText;

const UNIT_MESSAGES: Readonly<Record<string, keyof Units>> = {
  acres: "acres",
  firms: "firms",
  jobs: "jobs",
  MW: "MW",
  MMCFD: "MMCFD",
  "%": "percent",
};
type Units = typeof import("./messages/en/common.json")["unit"];

/** A unit that begins with a currency, which stands before the amount: "USD", "PKR billion". */
const CURRENCY = /^(?:USD|PKR|CNY|EUR|GBP|JPY|SAR|AED|KRW)\b/;

/** The values of fields in a language. */
export function createValueText(parts: Parts): ValueText {
  const { t, intl, list, number, partialDate, choiceLabel, levelMeaning, sector, unitWords } =
    parts;

  const country = (code: string) => (/^[A-Z]{2}$/.test(code) ? (intl.region(code) ?? code) : code);

  const language = (code: string) => intl.languages().of(code) ?? code;

  const countryInSentence = (code: string) =>
    t("common.countryInSentence", { code, name: country(code) });

  const involvement = (item: string) => {
    const given = parseInvolvement(item);
    return given === null
      ? item
      : t(`common.involvement.${given.kind}`, { country: countryInSentence(given.country) });
  };

  const amount: ValueText["amount"] = (count, unit, digits = 2) => {
    const { name, scales } = unitWords(unit);
    if (scales) return scaled(scales, count, digits);
    const written = { amount: number(count, { digits }), count };
    const message = UNIT_MESSAGES[unit];
    if (message) return t(`common.unit.${message}`, written);
    const sum = unit === "USD m" ? "USD million" : unit;
    const [first, second] =
      name === unit && CURRENCY.test(sum)
        ? [sum.slice(0, 3), written.amount + sum.slice(3)]
        : [written.amount, name];
    return t("common.unit.other", { first, second });
  };

  const scaled = (scales: Readonly<Record<string, string>>, count: number, digits: number) => {
    const sizes = Object.keys(scales)
      .map(Number)
      .sort((a, b) => a - b);
    const size = sizes.findLast((one) => one <= Math.abs(count)) ?? sizes[0] ?? 1;
    return t("common.unit.other", {
      first: number(count / size, { digits: Math.max(0, digits + Math.round(Math.log10(size))) }),
      second: scales[size] ?? "",
    });
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
        return list(
          (isList(value) ? value : [String(value)]).map(field === "sectors" ? sector : String),
          "none",
        );
      case "place":
        return isPlace(value) ? `${value.lat.toFixed(3)}, ${value.lon.toFixed(3)}` : String(value);
      case "text":
        return field === "tenancySector" ? sector(String(value)) : String(value);
      case "country":
        return String(value);
    }
  };

  const value = (field: FieldKey, known: FieldValue): string => {
    if (known === NOT_APPLICABLE) return t("common.notApplicable");
    const spec = fieldSpec(field);
    if (spec.kind === "number" && typeof known === "number") return amount(known, spec.unit);
    if (spec.kind === "level" && known !== null) return t("common.level", { level: String(known) });
    if (spec.kind === "country" && known !== null) return country(String(known));
    if (spec.kind === "place" && isPlace(known)) return place(known);
    if (spec.kind === "list" && spec.items && isList(known)) return list(known.map(involvement));
    return bareValue(field, known);
  };

  return { value, bareValue, amount, country, language, countryInSentence, involvement };
}

function isList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}
