import {
  type CatalogueText,
  type CatalogueWords,
  createCatalogueText,
  createValueText,
  type ValueText,
} from "./catalogue-text";
import type { Messages } from "./english-messages";
import { intlFormats, type Locale } from "./locales";
import { createPlainText, type PlainText } from "./plain-text";

/** The messages of a language, and its words for the catalogue where it is not English. */
export interface TextMessages extends Messages {
  readonly catalogue?: CatalogueWords;
}

/** Everything that is written for people, in one language: plain text, and fields, terms and values. */
export interface Text extends PlainText, CatalogueText, ValueText {}

const made = new WeakMap<object, Text>();

/** The text of a language. The same messages give the same object, so that it can be compared. */
export function createText(locale: Locale, messages: TextMessages): Text {
  const existing = made.get(messages);
  if (existing?.locale === locale) return existing;
  const plain = createPlainText(locale, messages);
  const words = { ...plain, ...createCatalogueText(messages.catalogue ?? {}) };
  const text = { ...words, ...createValueText({ ...words, intl: intlFormats(locale) }) };
  made.set(messages, text);
  return text;
}
