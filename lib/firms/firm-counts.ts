import { getStep, listTerms, VOCABULARIES } from "../catalogue/vocabularies";
import { groupBy } from "../evidence/group-by";
import type { Producer } from "../evidence/progress";
import type { TenancyRecord, ZoneRecord } from "../evidence/registry";
import { shortZoneName } from "../evidence/zone-name";
import { isCandidate } from "../query/scope";
import { isProducing, type PlacedFirm } from "./firms";

/** Firms by stage reached. A firm may have passed a stage without a source. */
export interface FirmFunnel {
  readonly total: number;
  /** Each stage from memorandum to exports, with the firms at this stage or beyond. */
  readonly steps: readonly { readonly value: string; readonly reached: number }[];
  /** Firms that are known to produce, those of them by a report of the last two years, and others at that stage on weak evidence. */
  readonly producing: number;
  readonly recent: number;
  readonly weak: number;
  /** Firms with an unknown stage. */
  readonly unknown: number;
}

/** Counts firms by displayed stage. */
export function countFirmFunnel(firms: readonly PlacedFirm[]): FirmFunnel {
  const stages = firms.map(({ record }) => record.values.tenancyStage);
  const producers = firms.flatMap((firm) => getProducer(firm) ?? []);
  return {
    total: firms.length,
    steps: VOCABULARIES.tenancyStage.steps.map(({ value }, step) => ({
      value,
      reached: stages.filter((stage) => (getStep("tenancyStage", stage) ?? -1) >= step).length,
    })),
    producing: producers.length,
    recent: producers.filter(({ recent }) => recent).length,
    weak: firms.filter(
      (firm) => isProducing(firm.record.values.tenancyStage) && getProducer(firm) === undefined,
    ).length,
    unknown: stages.filter((stage) => stage === null).length,
  };
}

/** A firm as a producer of its zone; undefined: it is not known to produce, or by weak evidence alone. */
export function getProducer({ zone, record }: PlacedFirm): Producer | undefined {
  return zone.producers.find(({ id }) => id === record.tenancy.id);
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
