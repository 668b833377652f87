import type { PlainText } from "./plain-text";

/** A label inside a phrase: "Notified" as "notified"; "CPEC nine" and "SEZ" stay. */
export function lowerFirst({ locale }: PlainText, label: string): string {
  const [first = "", second = ""] = label;
  const isAcronym = second !== second.toLocaleLowerCase(locale);
  return isAcronym ? label : first.toLocaleLowerCase(locale) + label.slice(first.length);
}

/** A word at the beginning of a line: "policy" as "Policy". */
export function upperFirst({ locale }: Pick<PlainText, "locale">, words: string): string {
  const [first = ""] = words;
  return first.toLocaleUpperCase(locale) + words.slice(first.length);
}
