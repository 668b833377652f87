import { LOCALES, type Locale } from "./locales";

/** Marks behind the end of a sentence: brackets and quotation marks that close. */
const CLOSING = /[\p{Pe}\p{Quotation_Mark}]+$/u;

/** Words as a sentence of a language, of English where none is given: with a full stop where they have no mark at their end. */
export function endSentence(words: string, locale: Locale = "en"): string {
  const text = words.trim();
  return /[\p{Sentence_Terminal}…]$/u.test(text.replace(CLOSING, ""))
    ? text
    : text + LOCALES[locale].fullStop;
}
