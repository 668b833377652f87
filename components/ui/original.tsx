import { useLocale } from "next-intl";
import type { ReactNode } from "react";

/** Languages that are written from right to left, by the first part of their tag. */
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ps", "sd", "ug", "ur"]);

/** The language of words by their script, as far as the tracker has sources in it. */
export function guessLanguage(words: string): string {
  if (/\p{Script=Han}/u.test(words)) return "zh";
  return /\p{Script=Arabic}/u.test(words) ? "ur" : "en";
}

interface OriginalProps {
  /** Language of the words (BCP 47); absent: by their script. */
  lang?: string;
  children: ReactNode;
}

/**
 * Words of the record, which stay in the language in which they were written: titles of sources, events, notes,
 * statements, names. In another language they are marked, so that screen readers pronounce them and each keeps its direction.
 */
export function Original({ lang, children }: OriginalProps) {
  const guessed = typeof children === "string" ? guessLanguage(children) : "en";
  const attributes = getLanguage(lang ?? guessed, useLocale());
  if (attributes === null) return children;
  return (
    <bdi lang={attributes.lang} dir={attributes.dir === "rtl" ? "rtl" : undefined}>
      {children}
    </bdi>
  );
}

/** The attributes of words in a language on a page in another one; null: the page is in that language. */
export function getLanguage(
  lang: string,
  locale: string,
): { lang: string; dir: "ltr" | "rtl" } | null {
  const [language = lang] = lang.split("-");
  if (locale.split("-")[0] === language) return null;
  return { lang, dir: RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr" };
}
