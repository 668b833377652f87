import { useTranslate } from "@/lib/text/use-translate";
import { LanguageLink } from "./language-links";

/** On every page of a translation that no native reader has checked as a whole. */
export function TranslationNotice() {
  const t = useTranslate();
  return (
    <aside className="translation-notice flex min-h-(--notice) flex-none flex-wrap items-center gap-x-2 bg-amber-wash px-4 py-1 text-12 text-amber-ink sm:px-5">
      {t.rich("languages.unchecked", {
        english: (words) => (
          <LanguageLink key="english" locale="en" inOwnLanguage={false} className="link">
            {words}
          </LanguageLink>
        ),
      })}
    </aside>
  );
}
