import { type Day, isPartialDate, type PartialDate, pakistanDay } from "@/lib/time/day";
import type { TextBase } from "./text-base";

/** Short: "7 Oct 2020". Long, for sentences: "7 October 2020". */
type DateStyle = "short" | "long";

/** Days, instants and ages for people. Days are days in Pakistan. */
export interface DateText {
  /** A day: "24 Nov 2026", or long "24 November 2026". The day of a longer ISO text counts. */
  day(day: Day, style?: DateStyle): string;
  /**
   * A year, month or day, no more precise than it is: "2020", "Oct 2020", "7 Oct 2020". A text that is
   * no date comes back as it is.
   */
  partialDate(date: PartialDate, style?: DateStyle): string;
  /** "on 7 October 2020", "in October 2020", "in 2020". */
  onDate(date: PartialDate): string;
  /** An instant (ISO 8601) on the clock of Pakistan, UTC+5: "24 Nov 2026, 14:05". */
  instant(at: string | Date): string;
  /** An age in whole days, months or years: "today", "12 days", "10 months", "5 years". */
  age(days: number): string;
}

const MONTH_DAYS = 30.4375;
const YEAR_DAYS = 365.25;

/** The dates of a language. */
export function createDateText({ t, intl }: TextBase): DateText {
  const partialDate = (date: PartialDate, style: DateStyle = "short"): string => {
    if (!isPartialDate(date)) return date;
    const instant = Date.parse(date);
    const format = intl.date({
      year: "numeric",
      month: date.length > 4 ? style : undefined,
      day: date.length > 7 ? "numeric" : undefined,
      timeZone: "UTC",
    });
    if (style === "long" || date.length === 4) return format.format(instant);
    return format
      .formatToParts(instant)
      .map(({ type, value }) => (type === "month" ? intl.shortMonth().format(instant) : value))
      .join("");
  };
  const unit = (count: number, name: "day" | "month" | "year") =>
    intl.number({ style: "unit", unit: name, unitDisplay: "long" }).format(count);
  const day: DateText["day"] = (date, style) => partialDate(date.slice(0, 10), style);
  return {
    day,
    partialDate,
    onDate: (date) =>
      t(date.length === 10 ? "common.onDay" : "common.inPeriod", {
        date: partialDate(date, "long"),
      }),
    instant(at) {
      const instant = new Date(at);
      const time = intl
        .date({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Karachi" })
        .format(instant);
      return t("common.instant", { day: day(pakistanDay(instant)), time });
    },
    age(days) {
      const years = Math.floor((days + 1) / YEAR_DAYS);
      if (years >= 1) return unit(years, "year");
      const months = Math.floor(days / MONTH_DAYS);
      if (months >= 1) return unit(months, "month");
      return days < 1 ? t("common.today") : unit(Math.floor(days), "day");
    },
  };
}
