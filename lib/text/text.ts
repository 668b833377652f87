import { createTranslator, type IntlError } from "use-intl/core";
import { type CatalogueText, type CatalogueWords, createCatalogueText } from "./catalogue-text";
import { createDateText, type DateText } from "./date-text";
import type { Messages } from "./english-messages";
import { intlFormats } from "./intl-formats";
import { LOCALES, type Locale } from "./locales";
import { createNumberText, type NumberText } from "./number-text";
import type { Translate } from "./text-base";
import { createValueText, type ValueText } from "./value-text";

/** The messages of a language, and its words for the catalogue where it is not English. */
export interface TextMessages extends Messages {
  readonly catalogue?: CatalogueWords;
}

/** Everything that is written for people, in one language. */
export interface Text extends NumberText, DateText, CatalogueText, ValueText {
  readonly locale: Locale;
  /** Direction of the writing. */
  readonly dir: "ltr" | "rtl";
  /** A message by its key: `t("explorer.title")`, `t("common.count.zones", { count: 3 })`. */
  readonly t: Translate;
  /** "Sindh, Punjab and Balochistan"; the last item follows `and` where no joint is named. */
  list(items: Iterable<string>, joint?: Joint): string;
  /** The same list in parts, for items that are not only text: each item, and what stands between. */
  listParts(items: Iterable<string>, joint?: Joint): readonly ListPart[];
}

/** What stands before the last item of a list. */
export type Joint = "and" | "or";

/** A part of a list: an item as it was given, or the literal text between two. */
export interface ListPart {
  readonly type: "element" | "literal";
  readonly value: string;
}

const made = new WeakMap<object, Text>();

/** The text of a language. The same messages give the same object, so that it can be compared. */
export function createText(locale: Locale, messages: TextMessages): Text {
  const existing = made.get(messages);
  if (existing?.locale === locale) return existing;
  const text = buildText(locale, messages);
  made.set(messages, text);
  return text;
}

function buildText(locale: Locale, messages: TextMessages): Text {
  const t: Translate = createTranslator<Messages>({
    locale,
    messages,
    timeZone: "Asia/Karachi",
    onError: reportMessageError,
  });
  const base = { t, intl: intlFormats(locale) };
  const listFormat = (joint: Joint = "and") =>
    base.intl.list(joint === "and" ? "conjunction" : "disjunction");
  const numbers = createNumberText(base);
  const dates = createDateText(base);
  const catalogue = createCatalogueText(messages.catalogue ?? {});
  return {
    locale,
    dir: LOCALES[locale].dir,
    t,
    list: (items, joint) => listFormat(joint).format(items),
    listParts: (items, joint) => listFormat(joint).formatToParts(items),
    ...numbers,
    ...dates,
    ...catalogue,
    ...createValueText({ ...base, ...numbers, ...dates, ...catalogue }),
  };
}

/** A missing message or value fails a test; a reader sees the key instead of a broken page. */
function reportMessageError(error: IntlError): void {
  if (process.env.NODE_ENV === "test") throw error;
  console.error(error);
}
