import { getLabel } from "@/lib/catalogue/vocabularies";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import type { RankedZone } from "@/lib/readiness/ranking";
import type { StabilityBySlug } from "./served-readiness";

/** Columns of the data behind the ranking. */
export const RANKING_FIGURE_COLUMNS: readonly FigureColumn[] = [
  { key: "zone", label: "Zone" },
  { key: "slug", label: "Slug" },
  { key: "candidate", label: "Candidate" },
  { key: "province", label: "Province" },
  { key: "place", label: "Place by the floor", numeric: true },
  { key: "low", label: "Low", numeric: true },
  { key: "high", label: "High", numeric: true },
  { key: "coverage", label: "Known, share", numeric: true },
  { key: "fresh", label: "Of it fresh, share", numeric: true },
  { key: "placeFrom", label: "9 in 10 from", numeric: true },
  { key: "placeTo", label: "9 in 10 to", numeric: true },
  { key: "firstTen", label: "In first ten, share", numeric: true },
  { key: "contested", label: "Contested indicators", numeric: true },
];

/** The data behind the ranking, in its sort. */
export function rankingFigureRows(
  zones: readonly RankedZone[],
  stability: StabilityBySlug | null,
  moment: string,
): FigureRow[] {
  return zones.map(({ slug, row, readiness, place, fresh, candidate, contested }) => {
    const places = stability?.[slug] ?? null;
    const { province, name } = row.values;
    const applicable = readiness === null ? "not applicable" : null;
    return {
      href: `/zones/${slug}${moment}#readiness`,
      zone: name ?? slug,
      slug,
      candidate: candidate ? "yes" : "no",
      province: province === null ? null : getLabel("province", province),
      place: place ?? applicable,
      low: readiness?.low ?? applicable,
      high: readiness?.high ?? applicable,
      coverage: readiness?.coverage ?? applicable,
      fresh: fresh ?? "none known",
      placeFrom: places?.from ?? applicable,
      placeTo: places?.to ?? applicable,
      firstTen: places?.topTen ?? applicable,
      contested: contested.length,
    };
  });
}
