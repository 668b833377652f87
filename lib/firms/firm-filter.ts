import type { FieldKey } from "../catalogue/fields";
import { STRATEGIC_SECTORS } from "../catalogue/tenancy-fields";
import { listTerms } from "../catalogue/vocabularies";
import type { Claim, Facts } from "../evidence/ledger-records";
import { UNKNOWN } from "../query/filters";
import { notAllowed, type ParamIssue, REPEATED } from "../query/param-issues";
import { readText } from "../query/param-readers";
import type { Query } from "../query/query";
import { matchWord, placeWords, splitWords } from "../query/search";
import { toSearch } from "../query/search-string";
import { writeQuery } from "../query/write-query";
import { FIRMS_PATH } from "./firm-address";
import { CHINA, HOME, isStrategic, listInvolvement, type PlacedFirm } from "./firms";

/** The filters of firms that readers use most. */
export const MAIN_FIRM_FILTERS = ["country", "stage", "sector", "zone"] as const;
/** The other filters of firms. */
export const MORE_FIRM_FILTERS = ["strategic", "nationality", "owner", "involvement"] as const;

/** The filters of firms; each is a parameter of the address. */
export const FIRM_FILTERS = [...MAIN_FIRM_FILTERS, ...MORE_FIRM_FILTERS] as const;
export type FirmFilterKey = (typeof FIRM_FILTERS)[number];

/** The parameter that searches the names of firms. */
export const FIRM_NAME_PARAM = "name";

/** The term of `country` for firms with a tie to a country other than China and Pakistan. */
export const ANOTHER_COUNTRY = "other";

/** The parameters of the page about firms, beside the query. */
export const FIRM_PARAMS = [...FIRM_FILTERS, FIRM_NAME_PARAM];

/** The chosen terms by filter, any of which matches; an absent filter matches every firm. */
export interface FirmFilter
  extends Readonly<Partial<Record<FirmFilterKey, readonly string[] | undefined>>> {
  /** Words that the firm's name must have; misspelled and unfinished words match too. */
  readonly name?: string | undefined;
}

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
    claims
      .filter((claim) => claim.field === field)
      .flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  const anyOf = (words: readonly string[]) => [...[...new Set(words)].sort(), UNKNOWN];
  switch (key) {
    case "country":
      return anyOf([
        ANOTHER_COUNTRY,
        ...claimed("nationality"),
        ...claimed("ultimateOwnerNationality"),
        ...listInvolvementTerms(claims).filter((term) => !isInvolvementKind("involvement", term)),
      ]);
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
    case "involvement":
      return anyOf(listInvolvementTerms(claims));
    case "zone":
      return zones.map(({ slug }) => slug);
  }
}

/** Every country that was ever claimed to take part, alone and with what it gives. */
function listInvolvementTerms(claims: Facts["claims"]): string[] {
  const isPart = ({ field }: Claim) => field === "involvement" || field === "foreignEquityCountry";
  return claims.filter(isPart).flatMap(({ value }) => {
    if (Array.isArray(value)) {
      return toInvolvementTerms({ involvement: value, foreignEquityCountry: null });
    }
    return typeof value === "string"
      ? toInvolvementTerms({ involvement: null, foreignEquityCountry: value })
      : [];
  });
}

/** The terms of a firm's partners: `CN` for any part, `technology:CN` for one kind. */
function toInvolvementTerms(values: Parameters<typeof listInvolvement>[0]): string[] {
  const given = listInvolvement(values).flatMap(({ kind, country }) => [
    country,
    `${kind}:${country}`,
  ]);
  return [...new Set(given)];
}

/** Is a term one kind of involvement from a country, such as `technology:CN`, and not the country alone? */
export function isInvolvementKind(key: FirmFilterKey, term: string): boolean {
  return key === "involvement" && term.includes(":");
}

/** A firm's terms for a filter, or `unknown`; more than one only for countries and what partners abroad give. */
export function getFirmTerms({ zone, record }: PlacedFirm, key: FirmFilterKey): readonly string[] {
  const { values } = record;
  switch (key) {
    case "country": {
      const { nationality, ultimateOwnerNationality: owner } = values;
      const countries = [nationality ?? [], owner ?? []].flat();
      const partners = listInvolvement(values).map(({ country }) => country);
      const all = [...new Set([...countries, ...partners])];
      if (all.length === 0) return [UNKNOWN];
      const isElsewhere = all.some((country) => country !== CHINA && country !== HOME);
      return isElsewhere ? [...all, ANOTHER_COUNTRY] : all;
    }
    case "stage":
      return [values.tenancyStage ?? UNKNOWN];
    case "sector":
      return [values.tenancySector ?? UNKNOWN];
    case "strategic":
      if (values.tenancySector === null) return [UNKNOWN];
      return [isStrategic(values.tenancySector) ? "yes" : "no"];
    case "nationality":
      return [values.nationality ?? UNKNOWN];
    case "owner":
      return [values.ultimateOwnerNationality ?? UNKNOWN];
    case "involvement": {
      const terms = toInvolvementTerms(values);
      return terms.length === 0 ? [UNKNOWN] : terms;
    }
    case "zone":
      return [zone.slug];
  }
}

/** The firms that match every given filter. */
export function filterFirms(firms: readonly PlacedFirm[], filter: FirmFilter): PlacedFirm[] {
  const typed = splitWords(filter.name ?? "");
  return firms.filter(
    (firm) =>
      (typed.length === 0 || hasWords(firm.record.tenancy.firm, typed)) &&
      FIRM_FILTERS.every((key) => {
        const chosen = filter[key];
        return (
          chosen === undefined || getFirmTerms(firm, key).some((term) => chosen.includes(term))
        );
      }),
  );
}

function hasWords(name: string, typed: readonly string[]): boolean {
  const words = placeWords(name).map(({ word }) => word);
  return typed.every((one) => words.some((word) => matchWord(one, word) !== null));
}

/** The country that the answer of the page is about: the one chosen, China where none, several or an unknown one is. */
export function getTieCountry({ country = [] }: FirmFilter): string {
  const [first, ...others] = country;
  const isOne = others.length === 0 && first !== UNKNOWN && first !== ANOTHER_COUNTRY;
  return isOne && first !== undefined ? first : CHINA;
}

/** A term of a filter, and the number of firms that have it under the other filters. */
export interface FirmOption {
  readonly value: string;
  readonly count: number;
}

/**
 * The terms of a filter that occur among some firms, counted under the other filters. Stages are in
 * their order, other terms by their count over all firms, then by name; unknown last. Countries that take part come before
 * what each of them gives.
 */
export function listFirmOptions(
  firms: readonly PlacedFirm[],
  key: FirmFilterKey,
  filter: FirmFilter,
): FirmOption[] {
  const others = countBy(filterFirms(firms, { ...filter, [key]: undefined }), key);
  const all = countBy(firms, key);
  const stages = listTerms("tenancyStage").map(({ value }) => value);
  const group = (word: string) => {
    if (word === UNKNOWN) return 2;
    return Number(word === ANOTHER_COUNTRY || isInvolvementKind(key, word));
  };
  const place = (word: string) => (key === "stage" ? stages.indexOf(word) : -(all.get(word) ?? 0));
  return [...all.keys()]
    .sort((a, b) => group(a) - group(b) || place(a) - place(b) || collator.compare(a, b))
    .map((value) => ({ value, count: others.get(value) ?? 0 }));
}

const collator = new Intl.Collator("en");

function countBy(firms: readonly PlacedFirm[], key: FirmFilterKey): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of firms.flatMap((firm) => getFirmTerms(firm, key))) {
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
  const filter: { -readonly [K in keyof FirmFilter]: FirmFilter[K] } = {};
  const problems: ParamIssue[] = [];
  for (const [param, got] of pairs) {
    if (param === FIRM_NAME_PARAM) {
      const read = readText(got);
      if ("issue" in read) problems.push({ param, got, ...read.issue });
      else if (filter.name !== undefined) problems.push({ param, got, ...REPEATED });
      else if (read.value !== "") filter.name = read.value;
    }
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
  const { name } = filter;
  return [
    ...(name === undefined ? [] : [[FIRM_NAME_PARAM, name] as [string, string]]),
    ...FIRM_FILTERS.flatMap((key): [string, string][] => {
      const words = filter[key];
      return words === undefined ? [] : [[key, words.join(",")]];
    }),
  ];
}

/** The address of the page about firms, with a query and filters. */
export function firmsPath(query: Query, filter: FirmFilter): string {
  return FIRMS_PATH + toSearch([...writeQuery(query), ...writeFirmFilter(filter)]);
}
