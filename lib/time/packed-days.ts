import { addDays, type Day, daysBetween } from "./day";

/** Days in their order: the first one, and how many days each of the others is after the one before it. */
export interface PackedDays {
  /** null: there is none. */
  readonly first: Day | null;
  /** Numbers to the base 36, with a space between two. */
  readonly steps: string;
}

const BASE = 36;

/** Days, earliest first, in few characters. */
export function packDays(days: readonly Day[]): PackedDays {
  const [first = null, ...others] = days;
  const steps = others.map((day, i) => daysBetween(days[i] ?? day, day).toString(BASE));
  return { first, steps: steps.join(" ") };
}

/** The days that were packed. */
export function unpackDays({ first, steps }: PackedDays): Day[] {
  if (first === null) return [];
  const days = [first];
  let last = first;
  for (const [step] of steps.matchAll(/\S+/g)) {
    last = addDays(last, Number.parseInt(step, BASE));
    days.push(last);
  }
  return days;
}
