"use client";

import { useSearchParams } from "next/navigation";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { usePath } from "@/lib/client/use-path";
import { toSearch } from "@/lib/query/search-string";
import { LOCALES } from "@/lib/text/locales";
import { addressIn, READER_LOCALES, type ReaderLocale } from "@/lib/text/reader-language";

interface LanguageLinksProps {
  /** What the links are for, for screen readers. */
  label: string;
  className: string;
  linkClass: string;
}

/** The page in each other language, named in that language. */
export function LanguageLinks({ label, className, linkClass }: LanguageLinksProps) {
  const shown = useLocale();
  return (
    <ul aria-label={label} className={className}>
      {READER_LOCALES.filter((locale) => locale !== shown).map((locale) => (
        <li key={locale} className="flex flex-none">
          <LanguageLink locale={locale} className={linkClass}>
            {LOCALES[locale].name}
          </LanguageLink>
        </li>
      ))}
    </ul>
  );
}

interface LanguageLinkProps {
  locale: ReaderLocale;
  className: string;
  /** Words in that language, unless `inOwnLanguage` is false. */
  children: ReactNode;
  inOwnLanguage?: boolean;
}

/** The page at the same address in another language: the whole document is asked for again. */
export function LanguageLink({
  locale,
  className,
  children,
  inOwnLanguage = true,
}: LanguageLinkProps) {
  const path = usePath();
  const search = useSearchParams();
  const { tag } = LOCALES[locale];
  return (
    <a
      href={addressIn(locale, path + toSearch([...search]))}
      hrefLang={tag}
      lang={inOwnLanguage ? tag : undefined}
      dir={inOwnLanguage ? LOCALES[locale].dir : undefined}
      className={className}
      // The hash is known to the browser alone.
      onClick={({ currentTarget }) => {
        const { pathname, search: now, hash } = window.location;
        currentTarget.href = addressIn(locale, pathname + now + hash);
      }}
    >
      {children}
    </a>
  );
}
