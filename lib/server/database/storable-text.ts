import "server-only";

/** Characters that the database cannot store: U+0000 and lone surrogates. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

/** Can the database store a text? */
export function isStorable(text: string): boolean {
  return text.search(UNSTORABLE) === -1;
}

/** The text with U+FFFD in place of each character that the database cannot store. */
export function replaceUnstorable(text: string): string {
  return text.replace(UNSTORABLE, "\ufffd");
}
