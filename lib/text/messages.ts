import { catalogueEnglish } from "./catalogue-english";
import { ENGLISH_MESSAGES } from "./english-messages";
import type { Locale } from "./locales";
import { pickMessages } from "./pick-messages";
import { pseudoMessages, pseudoTexts } from "./pseudo-locale";
import { SHARED_NAMESPACES } from "./shared-namespaces";
import type { TextMessages } from "./text";

const made = new Map<Locale, TextMessages>();

/** Every message of a language. Not for the browser, which gets the namespaces that a page needs. */
export function messagesFor(locale: Locale): TextMessages {
  const existing = made.get(locale);
  if (existing) return existing;
  const messages = makeMessages(locale);
  made.set(locale, messages);
  return messages;
}

/** The messages that every page gives to the browser, with the words of the catalogue in a language of its own. */
export function sharedMessages(locale: Locale): Partial<TextMessages> {
  const { catalogue, ...messages } = messagesFor(locale);
  const shared = pickMessages(messages, SHARED_NAMESPACES);
  return catalogue ? { ...shared, catalogue } : shared;
}

function makeMessages(locale: Locale): TextMessages {
  switch (locale) {
    case "en":
      return ENGLISH_MESSAGES;
    case "en-XA":
      return { ...pseudoMessages(ENGLISH_MESSAGES), catalogue: pseudoTexts(catalogueEnglish()) };
  }
}
