import "server-only";
import type { Locale } from "@/lib/text/locales";
import { messagesFor } from "@/lib/text/messages";
import { createText, type Text } from "@/lib/text/text";
import { textLocale } from "../env";

/** The text of the site's language: for the API, files, feeds, embeds and the desk. Pages take `getPageText`. */
export async function getText(): Promise<Text> {
  return textIn(textLocale());
}

/** The text of a language that a request names; of the site's where it names none. */
export function textIn(locale: Locale | null): Text {
  const known = locale ?? textLocale();
  return createText(known, messagesFor(known));
}
