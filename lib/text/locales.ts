/** What a language needs besides its messages. */
interface LocaleSpec {
  /** Tag for `Intl`: numbers, dates, lists and names of countries. */
  readonly intl: string;
  /**
   * Tag for short names of months. British English writes "Sept", but not in every browser, and a page
   * that the server and the browser write differently breaks; American English writes "Sep" everywhere.
   */
  readonly shortMonths: string;
  readonly dir: "ltr" | "rtl";
}

/** The languages that the site can be shown in. `en-XA` is the test language, made from English. */
export const LOCALES = {
  en: { intl: "en-GB", shortMonths: "en-US", dir: "ltr" },
  "en-XA": { intl: "en-GB", shortMonths: "en-US", dir: "rtl" },
} as const satisfies Record<string, LocaleSpec>;

/** Key of a language. */
export type Locale = keyof typeof LOCALES;

/** The languages, the default first. */
export const LOCALE_KEYS = Object.keys(LOCALES) as readonly Locale[];

/** The language where none is set. */
export const DEFAULT_LOCALE: Locale = "en";
