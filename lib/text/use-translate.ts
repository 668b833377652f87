import { useLocale, useMessages } from "next-intl";
import type { Translate } from "./text-base";
import { createTranslate } from "./translate";

/**
 * The messages of the page's language: `usePlainText` without numbers, dates and lists, which a browser
 * then need not load. For client components that are on every page.
 */
export function useTranslate(): Translate {
  return createTranslate(useLocale(), useMessages());
}
