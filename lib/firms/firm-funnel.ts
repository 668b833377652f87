import { getStep, VOCABULARIES } from "../catalogue/vocabularies";
import type { Day } from "../time/day";
import { isSilent, type PlacedFirm } from "./firms";

/** One stage from memorandum to exports. */
export interface FirmStep {
  readonly value: string;
  readonly label: string;
  /** Firms at this stage or beyond. */
  readonly reached: number;
  /** Firms at exactly this stage. */
  readonly here: number;
  /** Of `here`, firms without news for over two years; always 0 from `producing` on. */
  readonly silent: number;
}

/** Firms by stage reached. A firm may have passed a stage without a source. */
export interface FirmFunnel {
  readonly total: number;
  readonly steps: readonly FirmStep[];
  /** Firms that left or cancelled. */
  readonly exited: number;
  /** Firms with an unknown stage. */
  readonly unknown: number;
}

/** Counts firms by displayed stage. */
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

/** The stages from one on, as values of the stage filter. */
export function listFirmStepsFrom(value: string): readonly string[] {
  const { steps } = VOCABULARIES.tenancyStage;
  const at = steps.findIndex((step) => step.value === value);
  return at < 0 ? [value] : steps.slice(at).map((step) => step.value);
}
