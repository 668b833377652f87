import "server-only";
import { messagesFor } from "@/lib/text/messages";
import { createText, type Text } from "@/lib/text/text";
import { textLocale } from "./env";

/** The text of the site's language: for the API, files, feeds, embeds and the desk. Pages take `getPageText`. */
export async function getText(): Promise<Text> {
  const locale = textLocale();
  return createText(locale, messagesFor(locale));
}
