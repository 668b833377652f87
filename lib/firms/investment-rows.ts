import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { isCandidate } from "@/lib/query/scope";
import { type KnownSum, sumKnown } from "./firm-shares";
import type { PlacedFirm } from "./firms";

/** The three kinds of investment, which are never added together. */
export const INVESTMENT_KINDS = ["committed", "realised", "stated"] as const;
export type InvestmentKind = (typeof INVESTMENT_KINDS)[number];

/** The name of each kind, and what it is. */
export const INVESTMENT_WORDS: Readonly<Record<InvestmentKind, { label: string; what: string }>> = {
  committed: {
    label: "Committed in the zone",
    what: "what the zone's firms promised together, as one source counts it",
  },
  realised: {
    label: "Realised in the zone",
    what: "what was in fact invested there, as one source counts it",
  },
  stated: {
    label: "Stated for its firms",
    what: "the figures told for the firms listed here, mostly plans, added up over those that have one",
  },
};

/** What is told of the investment in a zone, in millions of US dollars; null is unknown. */
export interface InvestmentRow {
  readonly zone: ZoneRecord;
  readonly name: string;
  readonly candidate: boolean;
  readonly committed: number | null;
  readonly realised: number | null;
  /** Over the zone's firms that are shown. */
  readonly stated: KnownSum;
}

/** Of some zones and firms: the greatest sums first, zones of which nothing is told last. */
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

/** A row's amount of one kind; null is unknown. */
export function getAmount(row: InvestmentRow, kind: InvestmentKind): number | null {
  return kind === "stated" ? row.stated.sum : row[kind];
}

/** One kind over all rows: of zones for what is told of a zone, of firms for what is told of firms. */
export function computeTotal(rows: readonly InvestmentRow[], kind: InvestmentKind): KnownSum {
  if (kind !== "stated") return sumKnown(rows.map((row) => row[kind]));
  const sums = rows.map(({ stated }) => stated);
  return {
    sum: sumKnown(sums.map(({ sum }) => sum)).sum,
    known: sums.reduce((count, { known }) => count + known, 0),
    all: sums.reduce((count, { all }) => count + all, 0),
  };
}
