import { COUNTRY_CODES } from "../catalogue/countries";
import { INVOLVEMENT_KINDS } from "../catalogue/involvement";
import type { ChoiceField, LevelField } from "../catalogue/kinds";
import { COUNTRY_NICKNAMES, FLAG_WORDS, TERM_SYNONYMS } from "../catalogue/typed-words";
import { listFieldTerms, listFormerWords, listTerms } from "../catalogue/vocabularies";
import { editDistance, findNearest } from "../query/edit-distance";
import { isRepaired, isUnderstood, type Reading, refuse, repaired, understood } from "./reading";
import { foldWords, isNoValue, type PlainTyped } from "./typed-text";

/** A word that can be chosen, and its names. */
interface Choice<V> {
  readonly value: V;
  /** How the tracker writes it first; any of them is understood. */
  readonly names: readonly string[];
}

const FEWEST_LETTERS = 2;
const FEWEST_MISSPELLED = 4;
const MOST_ALLOWED = 30;

/**
 * Finds the one choice that a text names: whole, by its initials, as the beginning of one choice alone, or with one
 * misspelled letter. Where two fit, it is asked.
 */
function findChoice<V>(typed: string, choices: readonly Choice<V>[]): Reading<V> {
  const wanted = foldWords(typed);
  const folded = choices.map((choice) => ({ choice, names: choice.names.map(foldWords) }));
  const find = (fits: (name: string) => boolean) =>
    folded.filter(({ names }) => names.some(fits)).map(({ choice }) => choice);
  const tries = [
    () => find((name) => name === wanted),
    () => (wanted.length < FEWEST_LETTERS ? [] : find((name) => initials(name) === wanted)),
    () => (wanted.length < FEWEST_LETTERS ? [] : find((name) => name.startsWith(wanted))),
  ];
  const repair = () =>
    wanted.length < FEWEST_MISSPELLED ? [] : find((name) => editDistance(wanted, name, 1) <= 1);
  for (const attempt of wanted === "" ? [] : [...tries, repair]) {
    const found = attempt();
    const [only, ...others] = found;
    if (only && others.length === 0) {
      if (attempt === repair) return repaired(only.value);
      return understood(only.value, !only.names.includes(typed));
    }
    if (only) {
      return refuse(
        { code: "ambiguous", allowed: found.map(({ names }) => names[0] ?? "") },
        only.names[0] ?? null,
      );
    }
  }
  const shown = choices.map(({ names }) => names[0] ?? "");
  const near = findNearest(
    typed,
    choices.flatMap(({ names }) => names),
  );
  return refuse({ code: "word", allowed: shown.slice(0, MOST_ALLOWED) }, near);
}

/** "kp" of Khyber Pakhtunkhwa, without "and". One word has none. */
function initials(name: string): string | null {
  const words = name.split(" ").filter((word) => word !== "and");
  return words.length < 2 ? null : words.map((word) => word[0]).join("");
}

/** Reads a value of a vocabulary by its label or key. */
export function readChoice(spec: ChoiceField, { text }: PlainTyped): Reading<string> {
  const own = listFieldTerms(spec);
  const usual = new Map(listTerms(spec.vocabulary).map(({ value, label }) => [value, label]));
  return findChoice(
    text,
    own.map(({ value, label }) => ({
      value,
      names: [
        ...[label, value, usual.get(value) ?? label],
        ...listFormerWords(spec.vocabulary, value),
        ...(TERM_SYNONYMS[spec.vocabulary]?.[value] ?? []),
      ],
    })),
  );
}

/** Reads yes or no. */
export function readFlag({ text }: PlainTyped): Reading<boolean> {
  const word = text.toLowerCase();
  if (!Object.hasOwn(FLAG_WORDS, word)) {
    const allowed = ["yes", "no"];
    return refuse({ code: "word", allowed }, findNearest(word, allowed));
  }
  return understood(FLAG_WORDS[word] === true, !["yes", "no", "true", "false"].includes(word));
}

/** Reads a level by its number or its definition. */
export function readLevel(
  { levels }: LevelField,
  { text, translated }: PlainTyped,
): Reading<number> {
  const number = /^(?:level\s*)?(\d)(?:\s*(?:\/|of)\s*4)?$/i.exec(text)?.[1];
  if (number !== undefined && Number(number) < levels.length) {
    return understood(Number(number), translated || text !== number);
  }
  return findChoice(
    text,
    levels.map((label, level) => ({ value: level, names: [String(level), label] })),
  );
}

let countries: readonly Choice<string>[] | null = null;

/** Every country with its code and its English names. Made when first needed. */
function listCountries(): readonly Choice<string>[] {
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  countries ??= COUNTRY_CODES.map((code) => ({
    value: code,
    names: [
      code,
      names.of(code) ?? code,
      ...Object.keys(COUNTRY_NICKNAMES).filter((name) => COUNTRY_NICKNAMES[name] === code),
    ],
  }));
  return countries;
}

/** Fewest letters of a name that may have one wrong letter, and two. */
const ONE_WRONG = 4;
const TWO_WRONG = 6;

/** Is a text the code of a country in capital letters, as files have it? */
export function isCountryCode(text: string): boolean {
  return COUNTRY_CODES.some((code) => code === text);
}

/**
 * Reads a country by its code or its English name. Two letters are a code. Only names are suggested, and only near
 * ones: a wrong country is worse than none.
 */
export function readCountry({ text }: PlainTyped): Reading<string> {
  const all = listCountries();
  const code = text.toUpperCase();
  const byCode = code.length === 2 ? all.find(({ value }) => value === code) : undefined;
  // "NA" is Namibia, and elsewhere no value: it is shown back.
  if (byCode) return understood(byCode.value, isNoValue(text));
  const found = findChoice(
    text,
    all.map(({ value, names }) => ({ value, names: names.slice(1) })),
  );
  if (isUnderstood(found) || found.issue.code !== "word") return found;
  const wanted = foldWords(text);
  const limit = wanted.length < ONE_WRONG ? 0 : wanted.length < TWO_WRONG ? 1 : 2;
  const near = all
    .flatMap(({ names }) => names.slice(1))
    .map((name) => ({ name, edits: editDistance(wanted, foldWords(name), limit) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits);
  return refuse("country", near[0]?.name ?? null);
}

/** Reads an item such as `technology:CN`, also as "technology from China" or "technology: China". */
export function readInvolvement(typed: PlainTyped): Reading<string> {
  const [, kind = "", country = ""] =
    /^([\p{L} -]+?)(?:\s*:\s*|\s+from\s+|\s+\()([^()]+)\)?$/iu.exec(typed.text) ?? [];
  const kinds = INVOLVEMENT_KINDS.map((value) => ({ value, names: [value] }));
  const readKind = findChoice(kind || typed.text, kinds);
  if (!isUnderstood(readKind)) return readKind;
  const from = readCountry({ text: country.trim(), translated: false });
  if (!isUnderstood(from)) {
    const suggestion = from.suggestion === null ? null : `${readKind.value}: ${from.suggestion}`;
    return { ...from, suggestion };
  }
  const value = `${readKind.value}:${from.value}`;
  if (isRepaired(readKind) || isRepaired(from)) return repaired(value);
  return understood(value, value !== typed.text);
}
