import { getStep, listTerms, VOCABULARIES } from "../catalogue/vocabularies";
import { groupBy } from "../evidence/group-by";
import type { Producer } from "../evidence/progress";
import type { TenancyRecord, ZoneRecord } from "../evidence/registry";
import { shortZoneName } from "../evidence/zone-name";
import { UNKNOWN } from "../query/filters";
import { isCandidate } from "../query/scope";
import type { Day } from "../time/day";
import { type FirmFilterKey, getFirmTerms, isInvolvementKind } from "./firm-filter";
import { CHINA, isProducing, isSilent, type PlacedFirm } from "./firms";

/** One stage from memorandum to exports. */
export interface FirmStep {
  readonly value: string;
  /** Firms at this stage or beyond. */
  readonly reached: number;
  /** Firms at exactly this stage. */
  readonly here: number;
  /** Of `here`, firms without news for over two years. */
  readonly silent: number;
}

/** Firms by stage reached. A firm may have passed a stage without a source. */
export interface FirmFunnel {
  readonly total: number;
  readonly steps: readonly FirmStep[];
  /** Firms that are known to produce, those of them by a report of the last two years, and others at that stage on weak evidence. */
  readonly producing: number;
  readonly recent: number;
  readonly weak: number;
  /** Firms that produced and stopped. */
  readonly closed: number;
  /** Firms that left before they produced. */
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
      const here = firms.filter(({ record }) => record.values.tenancyStage === value);
      return {
        value,
        reached: stages.filter((stage) => (getStep("tenancyStage", stage) ?? -1) >= step).length,
        here: here.length,
        silent: here.filter((firm) => isSilent(firm, asOf)).length,
      };
    }),
    ...countProducers(firms),
    weak: firms.filter(
      (firm) => isProducing(firm.record.values.tenancyStage) && getProducer(firm) === undefined,
    ).length,
    closed: stages.filter((stage) => stage === "closed").length,
    exited: stages.filter((stage) => stage === "exited").length,
    unknown: stages.filter((stage) => stage === null).length,
  };
}

function getProducer({ zone, record }: PlacedFirm): Producer | undefined {
  return zone.producers.find(({ id }) => id === record.tenancy.id);
}

/** The firms that are known to produce, and those of them by a report of the last two years. */
function countProducers(firms: readonly PlacedFirm[]): Pick<FirmFunnel, "producing" | "recent"> {
  const producers = firms.flatMap((firm) => getProducer(firm) ?? []);
  return {
    producing: producers.length,
    recent: producers.filter(({ recent }) => recent).length,
  };
}

/** The stages from one on, as values of the stage filter. */
export function listFirmStepsFrom(value: string): readonly string[] {
  const { steps } = VOCABULARIES.tenancyStage;
  const at = steps.findIndex((step) => step.value === value);
  return at < 0 ? [value] : steps.slice(at).map((step) => step.value);
}

/** A sum of the known values, with the number of known values and of all. */
interface KnownSum {
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

/** The firms with one term of a filter, and how many of them are known to produce. */
export interface FirmShare {
  /** Null: unknown. */
  readonly value: string | null;
  readonly firms: number;
  readonly producing: number;
  /** Of `producing`: by a report of the last two years. */
  readonly recent: number;
}

/**
 * Counts firms by the terms of a filter, most frequent first, then by name; unknown last. Involvement
 * is counted by country: a firm with partners from two countries counts once for each.
 */
export function countFirmShares(firms: readonly PlacedFirm[], key: FirmFilterKey): FirmShare[] {
  const groups = new Map<string, PlacedFirm[]>();
  for (const firm of firms) {
    for (const word of getFirmTerms(firm, key)) {
      if (isInvolvementKind(key, word)) continue;
      const group = groups.get(word) ?? [];
      groups.set(word, group);
      group.push(firm);
    }
  }
  return [...groups]
    .map(([word, group]) => ({
      value: word === UNKNOWN ? null : word,
      firms: group.length,
      ...countProducers(group),
    }))
    .sort(
      (a, b) =>
        Number(a.value === null) - Number(b.value === null) ||
        b.firms - a.firms ||
        (a.value ?? "").localeCompare(b.value ?? "", "en"),
    );
}

/** The firms tied to one country, in each way; a firm can be tied in several ways and to several countries. */
export interface CountryCount {
  /** Null: how many firms have nothing known of each. */
  readonly country: string | null;
  readonly registered: number;
  readonly owned: number;
  readonly partners: number;
  /** In any of these ways; for the unknown: in none. */
  readonly firms: number;
  /** Of these, how many are known to produce, and by a report of the last two years. */
  readonly producing: number;
  readonly recent: number;
}

/** Counts firms by the country of registration, owner and partners: China first, then by number and name; unknown last. */
export function countCountries(firms: readonly PlacedFirm[]): CountryCount[] {
  const [any, registered, owned, partners] = (
    ["country", "nationality", "owner", "involvement"] as const
  ).map((key) => new Map(countFirmShares(firms, key).map((share) => [share.value, share])));
  const countries = [...(any?.keys() ?? [])].filter((country) => country !== null);
  const first = countries.filter((country) => country === CHINA);
  return [...new Set([...first, ...countries, null])].map((country) => ({
    country,
    registered: registered?.get(country)?.firms ?? 0,
    owned: owned?.get(country)?.firms ?? 0,
    partners: partners?.get(country)?.firms ?? 0,
    firms: any?.get(country)?.firms ?? 0,
    producing: any?.get(country)?.producing ?? 0,
    recent: any?.get(country)?.recent ?? 0,
  }));
}

/** Kinds of investment. They overlap, so they are never added together. */
export const INVESTMENT_KINDS = ["committed", "realised", "stated"] as const;
export type InvestmentKind = (typeof INVESTMENT_KINDS)[number];

/** Reported investment in a zone, in millions of US dollars; null: unknown. */
export interface InvestmentRow {
  readonly zone: ZoneRecord;
  readonly name: string;
  readonly candidate: boolean;
  readonly committed: number | null;
  readonly realised: number | null;
  /** Over the zone's listed firms. */
  readonly stated: KnownSum;
  /** The first and the last year of the amounts in `stated`; null: there is none. */
  readonly statedYears: readonly [first: number, last: number] | null;
}

/** A row for each zone, largest amount first, zones without any last. */
export function buildInvestmentRows(
  zones: readonly ZoneRecord[],
  firms: readonly PlacedFirm[],
): InvestmentRow[] {
  const byZone = groupBy(firms, ({ zone }) => zone.slug);
  return zones
    .map((zone) => ({
      zone,
      name: shortZoneName(zone),
      candidate: isCandidate(zone.values),
      committed: zone.values.investmentCommittedUsdM,
      realised: zone.values.investmentRealisedUsdM,
      stated: sumKnown(
        (byZone.get(zone.slug) ?? []).map(({ record }) => record.values.investmentUsdM),
      ),
      statedYears: getYears(byZone.get(zone.slug) ?? []),
    }))
    .sort((a, b) => getLargestAmount(b) - getLargestAmount(a) || a.zone.order - b.zone.order);
}

/** The first and the last year of the amounts of some firms; null where none has one. */
function getYears(firms: readonly PlacedFirm[]): InvestmentRow["statedYears"] {
  const years = firms.flatMap(({ record: { fields, values } }) => {
    const { evidence } = fields.investmentUsdM;
    return values.investmentUsdM === null || evidence === null
      ? []
      : [Number(evidence.date.slice(0, 4))];
  });
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
}

function getLargestAmount(row: InvestmentRow): number {
  return Math.max(...INVESTMENT_KINDS.map((kind) => getAmount(row, kind) ?? -1));
}

/** The amount of one kind; null: unknown. */
export function getAmount(row: InvestmentRow, kind: InvestmentKind): number | null {
  return kind === "stated" ? row.stated.sum : row[kind];
}

/** The total of one kind. `known` and `all` count zones, or firms for `stated`. */
export function computeTotal(rows: readonly InvestmentRow[], kind: InvestmentKind): KnownSum {
  if (kind !== "stated") return sumKnown(rows.map((row) => row[kind]));
  const sums = rows.map(({ stated }) => stated);
  return {
    sum: sumKnown(sums.map(({ sum }) => sum)).sum,
    known: sums.reduce((count, { known }) => count + known, 0),
    all: sums.reduce((count, { all }) => count + all, 0),
  };
}

/** The number of a zone's named firms at one stage; `value` null: unknown. */
interface StageCount {
  readonly value: string | null;
  readonly count: number;
}

/**
 * Counts named firms by displayed stage: every stage in order, counts of 0 included, then other states
 * and unknown where there are any.
 */
export function countStages(tenancies: readonly TenancyRecord[]): readonly StageCount[] {
  const at = (stage: string | null) =>
    tenancies.filter(({ values }) => values.tenancyStage === stage).length;
  const steps = listTerms("tenancyStage").filter(
    ({ value }) => getStep("tenancyStage", value) !== null || at(value) > 0,
  );
  const unknown = at(null);
  return [
    ...steps.map(({ value }) => ({ value, count: at(value) })),
    ...(unknown > 0 ? [{ value: null, count: unknown }] : []),
  ];
}

/** Sorts firms by stage, furthest first, unknown last, then in the register's order. */
export function byStage(tenancies: readonly TenancyRecord[]): readonly TenancyRecord[] {
  const rank = ({ values }: TenancyRecord) => getStep("tenancyStage", values.tenancyStage) ?? -1;
  return [...tenancies].sort((a, b) => rank(b) - rank(a) || a.tenancy.order - b.tenancy.order);
}

/** How many firms were counted but not named; 0 where the count is unknown or not higher. */
export function countUnnamed(named: number, admitted: number | string | null): number {
  return typeof admitted === "number" ? Math.max(0, admitted - named) : 0;
}
