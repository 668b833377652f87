import { fieldSpec } from "@/lib/catalogue/fields";
import { DEPENDENCE_FIELDS, getGrade } from "@/lib/dependence/dependence";
import { QUADRANTS } from "@/lib/dependence/dependence-plane";
import { type DependenceRow, isOperating } from "@/lib/dependence/dependence-row";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";

const COMMON: readonly FigureColumn[] = [
  { key: "name", label: "Zone" },
  { key: "zone", label: "Zone id" },
  { key: "operates", label: "Do firms operate?" },
];

const INTERVAL: readonly FigureColumn[] = [
  { key: "low", label: "Dependence, low", numeric: true },
  { key: "high", label: "Dependence, high", numeric: true },
  { key: "known", label: "Dimensions known", numeric: true },
  { key: "grade", label: "Weakest evidence" },
];

/** Columns of the data behind the strips. */
export const stripColumns: readonly FigureColumn[] = [
  ...COMMON,
  ...DEPENDENCE_FIELDS.flatMap((field) => [
    { key: field, label: fieldSpec(field).label, numeric: true },
    { key: `${field}Grade`, label: `${fieldSpec(field).label}, evidence` },
  ]),
  ...INTERVAL,
];

/** The data behind the strips: a row for each zone, a level and its grade for each dimension. */
export function stripRows(rows: readonly DependenceRow[], moment: string): FigureRow[] {
  return rows.map((row) => ({
    ...common(row),
    ...Object.fromEntries(
      DEPENDENCE_FIELDS.flatMap((field) => [
        [field, row.zone.values[field]],
        [`${field}Grade`, getGrade(row.zone.fields[field]) ?? "no evidence"],
      ]),
    ),
    ...interval(row),
    href: `/zones/${row.zone.slug}${moment}#${anchorOf(row)}`,
  }));
}

/** Columns of the data behind the plane. */
export const planeColumns: readonly FigureColumn[] = [
  ...COMMON,
  ...INTERVAL,
  { key: "readinessLow", label: "Readiness, low", numeric: true },
  { key: "readinessHigh", label: "Readiness, high", numeric: true },
  { key: "quadrants", label: "Quadrants in which it could lie" },
];

/** The data behind the plane: a row for each zone that counts. */
export function planeRows(rows: readonly DependenceRow[], moment: string): FigureRow[] {
  return rows.filter(isOperating).map((row) => ({
    ...common(row),
    ...interval(row),
    readinessLow: row.readiness?.low ?? "not applicable",
    readinessHigh: row.readiness?.high ?? "not applicable",
    quadrants: row.quadrants.map((key) => QUADRANTS[key].label).join(" or ") || "not applicable",
    href: `/zones/${row.zone.slug}${moment}#dependence`,
  }));
}

function common({ name, zone, operation }: DependenceRow): FigureRow {
  const words = { operates: "yes", none: "no", unknown: null } as const;
  return { name, zone: zone.slug, operates: words[operation.state] };
}

function interval({ dependence, known, grade }: DependenceRow): FigureRow {
  return {
    low: dependence.low,
    high: dependence.high,
    known,
    grade: grade ?? "no evidence",
  };
}

/** Where a zone's evidence on dependence begins: its first known dimension, else the whole part. */
function anchorOf({ zone }: DependenceRow): string {
  const first = DEPENDENCE_FIELDS.find((field) => zone.values[field] !== null);
  return first === undefined ? "dependence" : getLedgerAnchor(first);
}
