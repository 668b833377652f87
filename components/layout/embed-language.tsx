"use client";

import { createContext, type ReactNode, use } from "react";
import { type ReaderLocale, withLanguage } from "@/lib/text/reader-language";

/** The language that addresses of embeds name; null: they are in the site's, as the page is. */
const Language = createContext<ReaderLocale | null>(null);

/** Embeds that the pages below offer are in the language of these pages. */
export function EmbedLanguage({
  locale,
  children,
}: {
  /** null: the site's, which an address need not name. */
  locale: ReaderLocale | null;
  children: ReactNode;
}) {
  return <Language value={locale}>{children}</Language>;
}

/** Gives the address of an embed in the language of the page. */
export function useEmbedAddress(): (path: string) => string {
  const locale = use(Language);
  return (path) => withLanguage(path, locale);
}
