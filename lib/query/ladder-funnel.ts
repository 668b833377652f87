import { VOCABULARIES, type Vocabulary } from "../catalogue/vocabularies";
import type { ZoneRow } from "../evidence/row";
import { UNKNOWN } from "./filters";

/** The two ladders: legal status and progress on site. */
export const LADDERS = ["legalStatus", "status"] as const;
export type Ladder = (typeof LADDERS)[number];

/** The number of zones at or beyond a step. A zone may have skipped earlier steps. */
interface Rung {
  readonly value: string;
  readonly reached: number;
}

/** The counts of one ladder over some zones. */
export interface Funnel {
  readonly ladder: Ladder;
  readonly total: number;
  readonly rungs: readonly Rung[];
  /** Zones in each state beside the steps (stalled, suspended, …). */
  readonly asides: readonly Rung[];
  readonly unknown: number;
}

/** Counts zones by step of a ladder. */
export function countFunnel(rows: readonly Pick<ZoneRow, "values">[], ladder: Ladder): Funnel {
  const counts: Record<string, number> = {};
  for (const { values } of rows) {
    const value = values[ladder] ?? UNKNOWN;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return buildFunnel(ladder, counts);
}

/**
 * The counts of one ladder from the number of zones with each value, as its filter counts them.
 * @param counts by value; `unknown` for the zones without one
 */
export function buildFunnel(ladder: Ladder, counts: Readonly<Record<string, number>>): Funnel {
  const { steps, asides }: Vocabulary = VOCABULARIES[ladder];
  const countAt = (value: string) => counts[value] ?? 0;
  const sum = (values: readonly string[]) =>
    values.reduce((total, value) => total + countAt(value), 0);
  return {
    ladder,
    total: sum(Object.keys(counts)),
    rungs: steps.map(({ value }) => ({ value, reached: sum(listStepsFrom(ladder, value)) })),
    asides: asides.map(({ value }) => ({ value, reached: countAt(value) })),
    unknown: countAt(UNKNOWN),
  };
}

/** The filter values for "at or beyond this step". */
export function listStepsFrom(ladder: Ladder, rung: string): string[] {
  const { steps }: Vocabulary = VOCABULARIES[ladder];
  const step = steps.findIndex(({ value }) => value === rung);
  return step < 0 ? [rung] : steps.slice(step).map((s) => s.value);
}
