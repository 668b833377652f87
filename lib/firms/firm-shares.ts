import { UNKNOWN } from "../query/filters";
import { type FirmFilterKey, getFirmTerm } from "./firm-filter";
import { isProducing, type PlacedFirm } from "./firms";

/** A sum over what is known, with how many of all are known. */
export interface KnownSum {
  /** Null where nothing is known: an unknown sum is not 0. */
  readonly sum: number | null;
  readonly known: number;
  readonly all: number;
}

/** Adds up what is known of some numbers of one kind. */
export function sumKnown(values: readonly (number | null)[]): KnownSum {
  const known = values.filter((value) => value !== null);
  return {
    sum: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0),
    known: known.length,
    all: values.length,
  };
}

/** How many firms share one word of a part, and how many of those produce or export. */
export interface FirmShare {
  /** Null: unknown. */
  readonly value: string | null;
  readonly firms: number;
  readonly producing: number;
}

/** Firms by one part, the most frequent word first, then by the word; unknown last. */
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
