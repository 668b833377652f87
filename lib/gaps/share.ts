import { type Day, daysBetween } from "../time/day";

/** Figures further apart than this are not divided or added up. */
const MAX_DAYS_APART = 730;

/** A figure with its day, and what it is of, such as the first phase; null: its source does not say. */
export interface DatedFigure {
  readonly value: number;
  readonly effectiveOn: Day;
  readonly basis: string | null;
}

/**
 * The share of one figure in another, 0 and up; null where they are more than 730 days apart or of different bases, or where
 * the whole is 0 or less. Nothing else divides two figures.
 */
export function computeShare(part: DatedFigure, whole: DatedFigure): number | null {
  const isOneBasis = part.basis === null || whole.basis === null || part.basis === whole.basis;
  if (!isOneBasis || !areClose([part.effectiveOn, whole.effectiveOn])) return null;
  return whole.value <= 0 ? null : part.value / whole.value;
}

/** Are all of these days within two years of each other? */
export function areClose(days: readonly Day[]): boolean {
  const [first = "", ...rest] = [...days].sort();
  return daysBetween(first, rest.at(-1) ?? first) <= MAX_DAYS_APART;
}
