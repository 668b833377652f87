import "server-only";
import { messagesFor } from "@/lib/text/messages";
import { LANGUAGE_PARAM, parseReaderLocale } from "@/lib/text/reader-language";
import { createText, type Text } from "@/lib/text/text";
import type { RequestContext } from "./read-route";

/**
 * The text of the language that a request names, else of the site's: for the few routes whose answers people see as they
 * are.
 */
export function textAsked({ text, params }: Pick<RequestContext, "text" | "params">): Text {
  const locale = parseReaderLocale(params.choices[LANGUAGE_PARAM]?.[0]);
  return locale === null ? text : createText(locale, messagesFor(locale));
}
