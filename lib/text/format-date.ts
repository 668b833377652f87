const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * A partial date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) as people write it, no more precise than it is:
 * "2020", "Oct 2020", "7 Oct 2020". Anything else comes back as it is, so that nothing is hidden.
 */
export function formatPartialDate(date: string): string {
  const [, year, month, day] = PARTIAL.exec(date) ?? [];
  const monthName = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (year === undefined || (month !== undefined && monthName === undefined)) {
    return date;
  }
  return [day === undefined ? undefined : String(Number(day)), monthName, year]
    .filter(Boolean)
    .join(" ");
}

/** A day, `YYYY-MM-DD`, as "24 Nov 2026". */
export function formatDay(day: string): string {
  return formatPartialDate(day.slice(0, 10));
}

const MONTH_DAYS = 30.4375;
const YEAR_DAYS = 365.25;

/** An age in days as whole days, months or years passed: "12 days", "10 months", "5 years". */
export function formatAge(days: number): string {
  const years = Math.floor((days + 1) / YEAR_DAYS);
  if (years >= 1) {
    return plural(years, "year");
  }
  const months = Math.floor(days / MONTH_DAYS);
  if (months >= 1) {
    return plural(months, "month");
  }
  return days < 1 ? "today" : plural(Math.floor(days), "day");
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
