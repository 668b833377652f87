import { addDays, daysBetween, pakistanDay, startOfDay } from "./day";

/** How often a digest can come. */
export const FREQUENCIES = ["daily", "weekly"] as const;
/** How often a digest comes at most. */
export type Frequency = (typeof FREQUENCIES)[number];

/** The hour in Pakistan at which digests are due; weekly ones on Mondays. */
const DUE_HOUR = 7;
const HOUR_MS = 60 * 60 * 1000;
const A_MONDAY = "2024-01-01";

/** When the next digest is due: the next 7:00 in Pakistan, of a Monday for a weekly one. */
export function nextDigestTime(now: Date, frequency: Frequency): Date {
  const dueOn = (day: string) => new Date(startOfDay(day).getTime() + DUE_HOUR * HOUR_MS);
  const today = pakistanDay(now);
  const first = dueOn(today) > now ? today : addDays(today, 1);
  const afterMonday = ((daysBetween(A_MONDAY, first) % 7) + 7) % 7;
  const wait = frequency === "daily" || afterMonday === 0 ? 0 : 7 - afterMonday;
  return dueOn(addDays(first, wait));
}
