import { useLocale, useMessages } from "next-intl";
import { createPlainText, type PlainText } from "./plain-text";

/** The plain text of the page's language: `useText` without the catalogue, which a browser then need not load. */
export function usePlainText(): PlainText {
  return createPlainText(useLocale(), useMessages());
}
