import { getStep, VOCABULARIES, type Vocabulary } from "../catalogue/vocabularies";
import type { ZoneRow } from "../evidence/row";

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
  const { steps, asides }: Vocabulary = VOCABULARIES[ladder];
  const at = rows.map(({ values }) => values[ladder]);
  return {
    ladder,
    total: rows.length,
    rungs: steps.map(({ value }, step) => ({
      value,
      reached: at.filter((v) => (getStep(ladder, v) ?? -1) >= step).length,
    })),
    asides: asides.map(({ value }) => ({
      value,
      reached: at.filter((v) => v === value).length,
    })),
    unknown: at.filter((v) => v === null).length,
  };
}

/** The filter values for "at or beyond this step". */
export function listStepsFrom(ladder: Ladder, rung: string): string[] {
  const { steps }: Vocabulary = VOCABULARIES[ladder];
  const step = steps.findIndex(({ value }) => value === rung);
  return step < 0 ? [rung] : steps.slice(step).map((s) => s.value);
}
