import { UNKNOWN } from "../query/filters";
import { type FirmFilterKey, getFirmTerm } from "./firm-filter";
import { isProducing, type PlacedFirm } from "./firms";

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
