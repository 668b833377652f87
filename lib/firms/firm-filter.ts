import type { FieldKey } from "../catalogue/fields";
import { STRATEGIC_SECTORS } from "../catalogue/tenancy-fields";
import { listTerms } from "../catalogue/vocabularies";
import type { Facts } from "../evidence/ledger-records";
import { UNKNOWN } from "../query/filters";
import { notAllowed, type ParamIssue, REPEATED } from "../query/param-issues";
import type { Query } from "../query/query";
import { toSearch } from "../query/search-string";
import { writeQuery } from "../query/write-query";
import { INVESTORS_PATH } from "./firm-address";
import { isStrategic, type PlacedFirm } from "./firms";

/** The filters of firms; each is a parameter of the address. */
export const FIRM_FILTERS = [
  "stage",
  "sector",
  "strategic",
  "nationality",
  "owner",
  "zone",
] as const;
export type FirmFilterKey = (typeof FIRM_FILTERS)[number];

/** The chosen terms by filter, any of which matches; an absent filter matches every firm. */
export type FirmFilter = Readonly<Partial<Record<FirmFilterKey, readonly string[]>>>;

/**
 * The allowed terms of a filter: the vocabulary, every sector and country ever claimed (so that an
 * address stays valid on days when no firm has it), the strategic sectors of the issue brief, every
 * zone on record, and `unknown` where it can occur.
 */
export function listFirmTerms(
  { claims, zones }: Pick<Facts, "claims" | "zones">,
  key: FirmFilterKey,
): readonly string[] {
  const claimed = (field: FieldKey) =>
    claims.flatMap((claim) =>
      claim.field === field && typeof claim.value === "string" ? [claim.value] : [],
    );
  const anyOf = (words: readonly string[]) => [...[...new Set(words)].sort(), UNKNOWN];
  switch (key) {
    case "stage":
      return [...listTerms("tenancyStage").map(({ value }) => value), UNKNOWN];
    case "sector":
      return anyOf([...claimed("tenancySector"), ...STRATEGIC_SECTORS]);
    case "strategic":
      return ["yes", "no", UNKNOWN];
    case "nationality":
      return anyOf(claimed("nationality"));
    case "owner":
      return anyOf(claimed("ultimateOwnerNationality"));
    case "zone":
      return zones.map(({ slug }) => slug);
  }
}

/** A firm's term for a filter, or `unknown`. */
export function getFirmTerm({ zone, record }: PlacedFirm, key: FirmFilterKey): string {
  const { values } = record;
  switch (key) {
    case "stage":
      return values.tenancyStage ?? UNKNOWN;
    case "sector":
      return values.tenancySector ?? UNKNOWN;
    case "strategic":
      if (values.tenancySector === null) return UNKNOWN;
      return isStrategic(values.tenancySector) ? "yes" : "no";
    case "nationality":
      return values.nationality ?? UNKNOWN;
    case "owner":
      return values.ultimateOwnerNationality ?? UNKNOWN;
    case "zone":
      return zone.slug;
  }
}

/** The firms that match every given filter. */
export function filterFirms(firms: readonly PlacedFirm[], filter: FirmFilter): PlacedFirm[] {
  return firms.filter((firm) =>
    FIRM_FILTERS.every((key) => filter[key]?.includes(getFirmTerm(firm, key)) ?? true),
  );
}

/** A term of a filter, and the number of firms that have it under the other filters. */
export interface FirmOption {
  readonly value: string;
  readonly count: number;
}

/**
 * The terms of a filter that occur among some firms, counted under the other filters. Stages are in
 * their order, other terms by their count over all firms, then by name; unknown last.
 */
export function listFirmOptions(
  firms: readonly PlacedFirm[],
  key: FirmFilterKey,
  filter: FirmFilter,
): FirmOption[] {
  const others = countBy(filterFirms(firms, { ...filter, [key]: undefined }), key);
  const all = countBy(firms, key);
  const stages = listTerms("tenancyStage").map(({ value }) => value);
  const place = (word: string) =>
    word === UNKNOWN
      ? Number.POSITIVE_INFINITY
      : key === "stage"
        ? stages.indexOf(word)
        : -(all.get(word) ?? 0);
  return [...all.keys()]
    .sort((a, b) => place(a) - place(b) || a.localeCompare(b, "en"))
    .map((value) => ({ value, count: others.get(value) ?? 0 }));
}

function countBy(firms: readonly PlacedFirm[], key: FirmFilterKey): Map<string, number> {
  const counts = new Map<string, number>();
  for (const firm of firms) {
    const word = getFirmTerm(firm, key);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/**
 * Reads the filters from the parameters of an address, several terms separated by commas. Empty
 * parameters, which forms send, are ignored. Never throws: returns an issue for what cannot be read.
 */
export function readFirmFilter(
  pairs: Iterable<readonly [string, string]>,
  facts: Pick<Facts, "claims" | "zones">,
): { readonly filter: FirmFilter; readonly problems: readonly ParamIssue[] } {
  const filter: Partial<Record<FirmFilterKey, readonly string[]>> = {};
  const problems: ParamIssue[] = [];
  for (const [param, got] of pairs) {
    const key = FIRM_FILTERS.find((name) => name === param);
    if (key === undefined || got === "") continue;
    const allowed = listFirmTerms(facts, key);
    const words = [...new Set(got.split(",").map((word) => word.trim()))];
    const wrong = words.find((word) => !allowed.includes(word));
    if (wrong !== undefined) problems.push({ param, got, ...notAllowed(wrong, allowed).issue });
    else if (filter[key] !== undefined) problems.push({ param, got, ...REPEATED });
    else filter[key] = words;
  }
  return { filter, problems };
}

/** The parameters of the filters, in a fixed order. `readFirmFilter` reads them back. */
export function writeFirmFilter(filter: FirmFilter): [string, string][] {
  return FIRM_FILTERS.flatMap((key): [string, string][] => {
    const words = filter[key];
    return words === undefined ? [] : [[key, words.join(",")]];
  });
}

/** The address of the page about all investors, with a query and filters. */
export function investorsPath(query: Query, filter: FirmFilter): string {
  return INVESTORS_PATH + toSearch([...writeQuery(query), ...writeFirmFilter(filter)]);
}
