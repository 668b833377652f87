/** Words that stay on one line, such as a date. */
export function noBreak(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}
