import "server-only";
import { DEFAULT_LOCALE, type Locale } from "@/lib/text/locales";
import { messagesFor } from "@/lib/text/messages";
import { createText, type Text } from "@/lib/text/text";

/** The English text: for the API, files, feeds, embeds and the desk. Pages take `getPageText`. */
export async function getText(): Promise<Text> {
  return textIn(DEFAULT_LOCALE);
}

/** The text of a language that a request names; English where it names none. */
export function textIn(locale: Locale | null): Text {
  const known = locale ?? DEFAULT_LOCALE;
  return createText(known, messagesFor(known));
}
