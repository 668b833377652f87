import { type Day, isPartialDate, type PartialDate } from "@/lib/time/day";

/** One end of a range as typed: what it says (null: no limit), or what to type instead. */
export type TypedEnd = { readonly end: string | null } | { readonly fault: string };

/** Reads a number as people type it, with or without commas between thousands. */
export function readNumberEnd(typed: string): TypedEnd {
  const text = typed.replaceAll(/[\s,]/g, "");
  if (text === "") return { end: null };
  return /^-?\d+(\.\d+)?$/.test(text)
    ? { end: String(Number(text)) }
    : { fault: "Type a number, such as 500." };
}

/** Reads a year, a month or a day as people type it: 2020, 2020-10, 2020-10-07. */
export function readPeriodEnd(typed: string): TypedEnd {
  const text: PartialDate | Day = typed.trim().replaceAll("/", "-");
  if (text === "") return { end: null };
  return isPartialDate(text)
    ? { end: text }
    : { fault: "Type a year, a month or a day: 2020, 2020-10 or 2020-10-07." };
}

/** What is wrong with two ends together; null where nothing is. */
export function rangeFault(
  from: string | null,
  to: string | null,
  kind: "range" | "period",
): string | null {
  if (from === null || to === null) return null;
  // A period may end in the year or month in which it starts: 2020-10 to 2020.
  const backwards = kind === "range" ? Number(from) > Number(to) : from > `${to}~`;
  return backwards ? "The first must not be above the second." : null;
}
