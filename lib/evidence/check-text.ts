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

/** Has a text of one line only characters that can be shown? */
export function isVisibleLine(text: string): boolean {
  return !FORBIDDEN.test(text) && !MISPLACED_JOINER.test(text);
}

/** Has a text of several lines only characters that can be shown? */
export function isVisibleText(text: string): boolean {
  return isVisibleLine(text.replace(BREAKS, " "));
}
