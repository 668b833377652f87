import { createTranslator, type IntlError } from "use-intl/core";
import { createDateText, type DateText } from "./date-text";
import type { Messages } from "./english-messages";
import { intlFormats } from "./intl-formats";
import { LOCALES, type Locale } from "./locales";
import { createNumberText, type NumberText } from "./number-text";
import type { Translate } from "./text-base";

/** Messages, numbers, dates and lists in one language: the text of components that show no field or term. */
export interface PlainText extends NumberText, DateText {
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

const made = new WeakMap<object, PlainText>();

/** The plain text of a language. The same messages give the same object, so that it can be compared. */
export function createPlainText(locale: Locale, messages: Messages): PlainText {
  const existing = made.get(messages);
  if (existing?.locale === locale) return existing;
  const text = buildPlainText(locale, messages);
  made.set(messages, text);
  return text;
}

function buildPlainText(locale: Locale, messages: Messages): PlainText {
  const t: Translate = createTranslator<Messages>({
    locale,
    messages,
    timeZone: "Asia/Karachi",
    onError: reportMessageError,
  });
  const base = { t, intl: intlFormats(locale) };
  const listFormat = (joint: Joint = "and") =>
    base.intl.list(joint === "and" ? "conjunction" : "disjunction");
  return {
    locale,
    dir: LOCALES[locale].dir,
    t,
    list: (items, joint) => listFormat(joint).format(items),
    listParts: (items, joint) => listFormat(joint).formatToParts(items),
    ...createNumberText(base),
    ...createDateText(base),
  };
}

/** A missing message or value fails a test; a reader sees the key instead of a broken page. */
function reportMessageError(error: IntlError): void {
  if (process.env.NODE_ENV === "test") throw error;
  console.error(error);
}
