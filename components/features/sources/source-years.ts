import { SOURCE_KINDS, type SourceKind } from "@/lib/evidence/ledger-records";
import { getYear, type SourceRow } from "@/lib/evidence/source-rows";
import { UNKNOWN } from "@/lib/query/filters";

/** What is counted in each year: the sources published in it, or the claims that rest on them. */
export const SOURCE_MEASURES = ["sources", "claims"] as const;
export type SourceMeasure = (typeof SOURCE_MEASURES)[number];

/** One year, or those without a date, by the kinds of their sources. */
export interface SourceYear {
  /** As `2024`, or `unknown`. */
  readonly year: string;
  readonly counts: Readonly<Record<SourceKind, number>>;
  readonly total: number;
}

/**
 * Sources by the year of their publication and their kind, every year from the first to the last,
 * those without a date apart at the end.
 */
export function sourceYears(rows: readonly SourceRow[], measure: SourceMeasure): SourceYear[] {
  const dated = rows.map(({ source }) => getYear(source)).filter((year) => year !== UNKNOWN);
  const [first, last] = [dated.reduce(lesser, "9999"), dated.reduce(greater, "0000")];
  const length = dated.length === 0 ? 0 : Number(last) - Number(first) + 1;
  const years = Array.from({ length }, (_, i) => String(Number(first) + i));
  return [...years, UNKNOWN].map((year) => {
    const ofYear = rows.filter(({ source }) => getYear(source) === year);
    const counts = Object.fromEntries(
      SOURCE_KINDS.map((kind) => [kind, sumOf(ofYear, kind, measure)]),
    ) as Record<SourceKind, number>;
    const total = SOURCE_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
    return { year, counts, total };
  });
}

function sumOf(rows: readonly SourceRow[], kind: SourceKind, measure: SourceMeasure): number {
  return rows
    .filter(({ source }) => source.kind === kind)
    .reduce((sum, { claims }) => sum + (measure === "claims" ? claims : 1), 0);
}

const lesser = (a: string, b: string) => (b < a ? b : a);
const greater = (a: string, b: string) => (b > a ? b : a);
