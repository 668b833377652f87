import { countryName } from "./value-words";

/** Countries whose names take an article in a sentence. */
const WITH_ARTICLE: ReadonlySet<string> = new Set([
  ..."AE BS CD CF CZ DO FK GB GM KM KY MH MV NL PH SB SC US VA VG VI".split(" "),
]);

/** A country as a sentence names it: "China", "the United Arab Emirates". */
export function countryInSentence(code: string): string {
  return `${WITH_ARTICLE.has(code) ? "the " : ""}${countryName(code)}`;
}
