import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { LOCALES } from "@/lib/text/locales";

/** Sentences in a row that are not only text, as `text.sentences` puts those that are. `null` is left out. */
export function Sentences({ of: sentences }: { of: readonly ReactNode[] }) {
  const { sentenceGap } = LOCALES[useLocale()];
  return sentences.reduce((before, next) => {
    if (before === null || next === null) return before ?? next;
    return (
      <>
        {before}
        {sentenceGap}
        {next}
      </>
    );
  }, null);
}
