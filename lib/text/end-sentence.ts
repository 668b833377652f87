/** Marks behind the end of a sentence: brackets and quotation marks that close. */
const CLOSING = /[\p{Pe}\p{Quotation_Mark}]+$/u;

/** What a person typed as a sentence: with a full stop where it has no mark at its end. */
export function endSentence(words: string): string {
  const text = words.trim();
  return /[\p{Sentence_Terminal}…]$/u.test(text.replace(CLOSING, "")) ? text : `${text}.`;
}
