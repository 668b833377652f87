import { CONSTRAINTS, type Constraint } from "../catalogue/constraints";
import { FIELD_KEYS, type FieldKey, fieldSpec } from "../catalogue/fields";
import { GROUPS } from "../catalogue/groups";
import { IMPLIED_BOUNDS } from "../catalogue/implied-bounds";
import { GLOSSARY, GLOSSARY_KEYS } from "../catalogue/terms";
import { listTerms, VOCABULARIES, type VocabularyKey } from "../catalogue/vocabularies";
import type { CatalogueWords, ConstraintWords, FieldWords, TermWords } from "./catalogue-text";
import { CHINESE } from "./chinese-messages";
import { ENGLISH_MESSAGES } from "./english-messages";
import { LOCALES, type Locale } from "./locales";
import { forRightToLeft } from "./map-messages";
import { pickMessages, SHARED_NAMESPACES } from "./namespaces";
import { pseudoMessages, pseudoTexts } from "./pseudo-locale";
import type { TextMessages } from "./text";
import { isChecked, type Translation } from "./translation";
import { URDU } from "./urdu-messages";

/** The languages that people translated. */
export const TRANSLATIONS = { ur: URDU, zh: CHINESE } as const satisfies {
  readonly [K in Locale]?: Translation;
};

const made = new Map<Locale, TextMessages>();

/** Every message of a language. Not for the browser, which gets the namespaces that a page needs. */
export function messagesFor(locale: Locale): TextMessages {
  const existing = made.get(locale);
  if (existing) return existing;
  const messages = makeMessages(locale);
  made.set(locale, messages);
  return messages;
}

/** The messages of `SHARED_NAMESPACES`, with the words of the catalogue in a language of its own. */
export function sharedMessages(locale: Locale): Partial<TextMessages> {
  const { catalogue, ...messages } = messagesFor(locale);
  return { ...pickMessages(messages, SHARED_NAMESPACES), ...(catalogue && { catalogue }) };
}

/** Did people translate this language? */
export function isTranslated(locale: Locale): locale is keyof typeof TRANSLATIONS {
  return locale in TRANSLATIONS;
}

/** Is it a translation of which no native reader has checked every part? */
export function isUnchecked(locale: Locale): boolean {
  return isTranslated(locale) && !isChecked(TRANSLATIONS[locale]);
}

function makeMessages(locale: Locale): TextMessages {
  if (isTranslated(locale)) {
    const { catalogue, ...messages } = TRANSLATIONS[locale].messages;
    const translated = LOCALES[locale].dir === "rtl" ? forRightToLeft(messages) : messages;
    const all = { ...ENGLISH_MESSAGES, ...translated };
    return catalogue === undefined ? all : { ...all, catalogue };
  }
  return locale === "en"
    ? ENGLISH_MESSAGES
    : { ...pseudoMessages(ENGLISH_MESSAGES), catalogue: pseudoTexts(catalogueEnglish()) };
}

/** The English words of the catalogue, in the shape that another language gives its own. */
function catalogueEnglish(): CatalogueWords {
  const vocabularies = Object.keys(VOCABULARIES) as VocabularyKey[];
  return {
    fields: fromKeys(FIELD_KEYS, fieldWords),
    groups: GROUPS,
    terms: fromKeys(vocabularies, termWords),
    glossary: fromKeys(GLOSSARY_KEYS, (key) => ({
      label: GLOSSARY[key].label,
      definition: GLOSSARY[key].definition,
    })),
    implied: IMPLIED_BOUNDS,
    constraints: Object.fromEntries(
      Object.entries(CONSTRAINTS).map(([key, constraint]) => [key, constraintWords(constraint)]),
    ),
  };
}

function fieldWords(key: FieldKey): FieldWords {
  const spec = fieldSpec(key);
  const { label, short, definition } = spec;
  return {
    label,
    definition,
    ...(short === undefined ? {} : { short }),
    ...(spec.kind === "level" ? { levels: spec.levels } : {}),
    ...(spec.kind === "choice" && spec.labels ? { values: spec.labels } : {}),
  };
}

function termWords(vocabulary: VocabularyKey): Record<string, TermWords> {
  return Object.fromEntries(
    listTerms(vocabulary).map(({ value, label, definition }) => [value, { label, definition }]),
  );
}

function constraintWords({ label, question, bearsOn, compared }: Constraint): ConstraintWords {
  return {
    label,
    question,
    bearsOn: Object.fromEntries(bearsOn.map(({ field, why }) => [field, why])),
    ...(compared && { compared: { note: compared.note } }),
  };
}

function fromKeys<K extends string, V>(keys: readonly K[], make: (key: K) => V): { [P in K]?: V } {
  const all: { [P in K]?: V } = {};
  for (const key of keys) all[key] = make(key);
  return all;
}
