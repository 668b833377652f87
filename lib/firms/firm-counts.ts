import { getStep, VOCABULARIES } from "../catalogue/vocabularies";
import { UNKNOWN } from "../query/filters";
import type { Day } from "../time/day";
import { type FirmFilterKey, getFirmTerm } from "./firm-filter";
import { isProducing, isSilent, type PlacedFirm } from "./firms";

/** One stage from memorandum to exports. */
export interface FirmStep {
  readonly value: string;
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
    steps: VOCABULARIES.tenancyStage.steps.map(({ value }, step) => {
      const here = records.filter(({ values }) => values.tenancyStage === value);
      return {
        value,
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

/** A sum of the known values, with the number of known values and of all. */
export interface KnownSum {
  /** Null where no value is known. */
  readonly sum: number | null;
  readonly known: number;
  readonly all: number;
}

/** Adds the known values and counts them. */
export function sumKnown(values: readonly (number | null)[]): KnownSum {
  const known = values.filter((value) => value !== null);
  return {
    sum: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0),
    known: known.length,
    all: values.length,
  };
}

/** The firms with one term of a filter, and how many of them produce or export. */
export interface FirmShare {
  /** Null: unknown. */
  readonly value: string | null;
  readonly firms: number;
  readonly producing: number;
}

/** Counts firms by the terms of a filter, most frequent first, then by name; unknown last. */
export function countFirmShares(firms: readonly PlacedFirm[], key: FirmFilterKey): FirmShare[] {
  const groups = new Map<string, PlacedFirm[]>();
  for (const firm of firms) {
    const word = getFirmTerm(firm, key);
    groups.set(word, [...(groups.get(word) ?? []), firm]);
  }
  return [...groups]
    .map(([word, group]) => ({
      value: word === UNKNOWN ? null : word,
      firms: group.length,
      producing: group.filter(({ record }) => isProducing(record.values.tenancyStage)).length,
    }))
    .sort(
      (a, b) =>
        Number(a.value === null) - Number(b.value === null) ||
        b.firms - a.firms ||
        (a.value ?? "").localeCompare(b.value ?? "", "en"),
    );
}
