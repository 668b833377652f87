import { DEPENDENCE_FIELDS, getGrade } from "@/lib/dependence/dependence";
import type { DependenceRow } from "@/lib/dependence/dependence-row";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import type { Text } from "@/lib/text/text";

/** Columns of the data behind the six dimensions. */
export function stripColumns(text: Text): readonly FigureColumn[] {
  return [
    ...commonColumns(text),
    ...DEPENDENCE_FIELDS.flatMap((field) => {
      const dimension = text.fieldLabel(field);
      return [
        { key: field, label: dimension, numeric: true },
        { key: `${field}Grade`, label: text.t("dependence.data.gradeOf", { dimension }) },
      ];
    }),
    ...intervalColumns(text),
  ];
}

/** The data behind the six dimensions: a row for each zone, a level and its grade for each dimension. */
export function stripRows(
  text: Text,
  rows: readonly DependenceRow[],
  moment: string,
): readonly FigureRow[] {
  return rows.map((row) => ({
    ...commonCells(text, row),
    ...Object.fromEntries(
      DEPENDENCE_FIELDS.flatMap((field) => [
        [field, row.zone.values[field]],
        [`${field}Grade`, gradeCell(text, getGrade(row.zone.fields[field]))],
      ]),
    ),
    ...intervalCells(text, row),
    href: `/zones/${row.zone.slug}${moment}#${firstAnchor(row)}`,
  }));
}

/** Columns of the data behind the plane. */
export function planeColumns(text: Text): readonly FigureColumn[] {
  const { t } = text;
  return [
    ...commonColumns(text),
    ...intervalColumns(text),
    { key: "readinessLow", label: t("dependence.data.readinessLow"), numeric: true },
    { key: "readinessHigh", label: t("dependence.data.readinessHigh"), numeric: true },
    { key: "quadrants", label: t("dependence.data.quadrants") },
  ];
}

/** The data behind the plane: a row for each zone drawn. */
export function planeRows(
  text: Text,
  rows: readonly DependenceRow[],
  moment: string,
): readonly FigureRow[] {
  const notApplicable = text.t("common.notApplicableBare");
  return rows.map((row) => ({
    ...commonCells(text, row),
    ...intervalCells(text, row),
    readinessLow: row.readiness?.low ?? notApplicable,
    readinessHigh: row.readiness?.high ?? notApplicable,
    quadrants:
      text.list(
        row.quadrants.map((key) => text.t(`dependence.quadrant.${key}`)),
        "or",
      ) || notApplicable,
    href: `/zones/${row.zone.slug}${moment}#dependence`,
  }));
}

function commonColumns({ t }: Text): readonly FigureColumn[] {
  return [
    { key: "name", label: t("dependence.data.zone") },
    { key: "zone", label: t("dependence.data.zoneId") },
    { key: "operates", label: t("dependence.data.operates") },
  ];
}

function commonCells({ t }: Text, { name, zone, operation }: DependenceRow): FigureRow {
  const words = {
    yes: t("common.yesBare"),
    partly: t("common.yesBare"),
    no: t("common.noBare"),
    unknown: null,
  };
  return { name, zone: zone.slug, operates: words[operation.answer] };
}

function intervalColumns({ t }: Text): readonly FigureColumn[] {
  return [
    { key: "low", label: t("dependence.data.low"), numeric: true },
    { key: "high", label: t("dependence.data.high"), numeric: true },
    { key: "known", label: t("dependence.data.known"), numeric: true },
    { key: "grade", label: t("dependence.data.grade") },
  ];
}

function intervalCells(text: Text, { dependence, known, grade }: DependenceRow): FigureRow {
  const { low, high } = dependence;
  return { low, high, known, grade: gradeCell(text, grade) };
}

function gradeCell({ t }: Text, grade: DependenceRow["grade"]): string {
  return grade === null ? t("dependence.strip.noEvidence") : t(`dependence.grade.${grade}`);
}

/** Where a zone's evidence on dependence begins: at its first known dimension, else at the section. */
function firstAnchor({ zone }: DependenceRow): string {
  const first = DEPENDENCE_FIELDS.find((field) => zone.values[field] !== null);
  return first === undefined ? "dependence" : getLedgerAnchor(first);
}
