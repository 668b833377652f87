/**
 * Characters that no text holds: control characters, noncharacters and lone surrogates; those that
 * change the direction of what follows; and invisible ones. Joiners have a rule of their own.
 */
const FORBIDDEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uFFF9-\uFFFC]|(?!\p{Join_Control}|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u;

/** A zero-width joiner or non-joiner that is not inside a word. Urdu and other names need it between letters. */
const MISPLACED_JOINER = /(?<![\p{L}\p{M}])\p{Join_Control}|\p{Join_Control}(?![\p{L}\p{M}])/u;

/** Tab and line breaks. */
const BREAKS = /[\t\n\r]/g;

/** Most characters of the text of a value. */
export const MAX_VALUE_LENGTH = 1_000;
/** Most characters of an item of a list. */
export const MAX_ITEM_LENGTH = 200;
/** Most items of a list. */
export const MAX_ITEMS = 50;
/** Most characters of a quotation. */
export const MAX_QUOTATION_LENGTH = 600;
/** A language as a code of BCP 47, such as `en` or `ur`; the database has the same rule. */
export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]+)*$/;
/** Most characters of such a code. */
export const MAX_LANGUAGE_LENGTH = 20;

/** Most words of a quotation. */
export const MAX_QUOTED_WORDS = 40;

/** Has a text of one line only characters that can be shown? */
export function isVisibleLine(text: string): boolean {
  return !FORBIDDEN.test(text) && !MISPLACED_JOINER.test(text);
}

/** Has a text of several lines only characters that can be shown? */
export function isVisibleText(text: string): boolean {
  return isVisibleLine(text.replace(BREAKS, " "));
}

/** Has a text a letter or a figure, and not signs alone, such as "---" or "?"? */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Is a text short enough to be quoted: at least 1 and at most 40 words? The database has the same rule. */
export function isShortQuotation(text: string): boolean {
  const words = countWords(text);
  return words > 0 && words <= MAX_QUOTED_WORDS;
}

/** The number of words of a text, as the limit of quotations counts them: parted by spaces. */
export function countWords(text: string): number {
  const words = text.trim();
  return words === "" ? 0 : words.split(/\s+/).length;
}

/** Is a text a code of a language? */
export function isLanguage(code: string): boolean {
  return code.length <= MAX_LANGUAGE_LENGTH && LANGUAGE.test(code);
}
