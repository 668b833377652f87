import { createTranslator, type IntlError } from "use-intl/core";
import type { Messages } from "./english-messages";
import type { Locale } from "./locales";
import type { Translate } from "./text-base";

const made = new WeakMap<object, { readonly locale: Locale; readonly t: Translate }>();

/** The messages of a language by their keys. The same messages give the same function. */
export function createTranslate(locale: Locale, messages: Messages): Translate {
  const existing = made.get(messages);
  if (existing?.locale === locale) return existing.t;
  const t: Translate = createTranslator<Messages>({
    locale,
    messages,
    timeZone: "Asia/Karachi",
    onError: reportMessageError,
  });
  made.set(messages, { locale, t });
  return t;
}

/** A missing message or value fails a test; a reader sees the key instead of a broken page. */
function reportMessageError(error: IntlError): void {
  if (process.env.NODE_ENV === "test") throw error;
  console.error(error);
}
