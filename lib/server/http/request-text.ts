import "server-only";
import { LANGUAGE_PARAM, parseReaderLocale } from "@/lib/text/reader-language";
import type { Text } from "@/lib/text/text";
import { textIn } from "../text/get-text";
import type { RequestContext } from "./read-route";

/**
 * The text of the language that a request names, else of the site's: for the few routes whose answers people see as they
 * are.
 */
export function requestText({ text, params }: Pick<RequestContext, "text" | "params">): Text {
  const locale = parseReaderLocale(params.choices[LANGUAGE_PARAM]?.[0]);
  return locale === null ? text : textIn(locale);
}
