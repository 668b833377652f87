/** Words that stay on one line, such as a date. */
export function keepTogether(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}
