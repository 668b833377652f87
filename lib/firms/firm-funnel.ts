import { getStep, VOCABULARIES } from "../catalogue/vocabularies";
import type { Day } from "../time/day";
import { isSilent, type PlacedFirm } from "./firms";

/** One step of the way from a memorandum to exports. */
export interface FirmStep {
  readonly value: string;
  readonly label: string;
  /** Firms shown at this step or beyond it. */
  readonly reached: number;
  /** Firms shown at this very step. */
  readonly here: number;
  /** Of those, firms of which nothing was heard for over two years; none from `producing` on. */
  readonly silent: number;
}

/** How many of some firms came how far. Counts, not a nested chain: a step may be passed without a source. */
export interface FirmFunnel {
  readonly total: number;
  readonly steps: readonly FirmStep[];
  /** Firms that left or gave up. */
  readonly exited: number;
  /** Firms whose stage is unknown. */
  readonly unknown: number;
}

/** The funnel of some firms, each counted at the stage that shows on the day looked at. */
export function countFirmFunnel(firms: readonly PlacedFirm[], asOf: Day): FirmFunnel {
  const records = firms.map(({ record }) => record);
  const stages = records.map(({ values }) => values.tenancyStage);
  return {
    total: firms.length,
    steps: VOCABULARIES.tenancyStage.steps.map(({ value, label }, step) => {
      const here = records.filter(({ values }) => values.tenancyStage === value);
      return {
        value,
        label,
        reached: stages.filter((stage) => (getStep("tenancyStage", stage) ?? -1) >= step).length,
        here: here.length,
        silent: here.filter((record) => isSilent(record, asOf)).length,
      };
    }),
    exited: stages.filter((stage) => stage === "exited").length,
    unknown: stages.filter((stage) => stage === null).length,
  };
}

/** The steps from one on, as the filter on stages lists them. */
export function listFirmStepsFrom(value: string): readonly string[] {
  const { steps } = VOCABULARIES.tenancyStage;
  const at = steps.findIndex((step) => step.value === value);
  return at < 0 ? [value] : steps.slice(at).map((step) => step.value);
}
