import "server-only";
import { messagesFor } from "@/lib/text/messages";
import { createText, type Text } from "@/lib/text/text";
import { textLocale } from "./env";

/** The text of the site's language, for async server components, routes and metadata. */
export async function getText(): Promise<Text> {
  const locale = textLocale();
  return createText(locale, messagesFor(locale));
}
