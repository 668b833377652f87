import { LOCALES, type Locale } from "./locales";

/** The formatters of `Intl` for one language, each made once. */
export interface IntlFormats {
  number(options: Intl.NumberFormatOptions): Intl.NumberFormat;
  date(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat;
  /** For short names of months alone. */
  shortMonth(): Intl.DateTimeFormat;
  list(type: Intl.ListFormatType): Intl.ListFormat;
  regions(): Intl.DisplayNames;
}

/** The formatters of a language. */
export const intlFormats = keep(createFormats);

function createFormats(locale: Locale): IntlFormats {
  const { intl, shortMonths } = LOCALES[locale];
  const numbers = keep((key: string) => new Intl.NumberFormat(intl, JSON.parse(key)));
  const dates = keep((key: string) => new Intl.DateTimeFormat(intl, JSON.parse(key)));
  const months = keep(
    (month: "short") => new Intl.DateTimeFormat(shortMonths, { month, timeZone: "UTC" }),
  );
  const regions = keep((type: "region") => new Intl.DisplayNames(intl, { type, fallback: "code" }));
  return {
    number: (options) => numbers(JSON.stringify(options)),
    date: (options) => dates(JSON.stringify(options)),
    shortMonth: () => months("short"),
    list: keep((type: Intl.ListFormatType) => new Intl.ListFormat(intl, { type })),
    regions: () => regions("region"),
  };
}

/** Makes a thing for each key once. */
function keep<K, T>(make: (key: K) => T): (key: K) => T {
  const kept = new Map<K, T>();
  return (key) => {
    const existing = kept.get(key);
    if (existing !== undefined) return existing;
    const fresh = make(key);
    kept.set(key, fresh);
    return fresh;
  };
}
