import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { isCandidate } from "@/lib/query/scope";
import { type KnownSum, sumKnown } from "./firm-counts";
import type { PlacedFirm } from "./firms";

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
}

/** A row for each zone, largest amount first, zones without any last. */
export function buildInvestmentRows(
  zones: readonly ZoneRecord[],
  firms: readonly PlacedFirm[],
): InvestmentRow[] {
  return zones
    .map((zone) => ({
      zone,
      name: shortZoneName(zone.values.name ?? zone.slug),
      candidate: isCandidate(zone.values),
      committed: zone.values.investmentCommittedUsdM,
      realised: zone.values.investmentRealisedUsdM,
      stated: sumKnown(
        firms
          .filter((firm) => firm.zone.slug === zone.slug)
          .map(({ record }) => record.values.investmentUsdM),
      ),
    }))
    .sort((a, b) => getLargestAmount(b) - getLargestAmount(a) || a.zone.order - b.zone.order);
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
