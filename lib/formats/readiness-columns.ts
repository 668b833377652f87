import { fieldSpec } from "../catalogue/fields";
import { BLOCKS } from "../catalogue/groups";
import { SUBJECTS_OF_FACTS } from "../catalogue/kinds";
import { type IndicatorYear, listIndicatorYears } from "../contract/readiness-history-answer";
import type { Ledger } from "../evidence/evidence-index";
import type { ZoneRecord } from "../evidence/registry";
import type { Moment } from "../evidence/resolve";
import { INDICATORS } from "../readiness/indicators";
import { roundHalfUp } from "../readiness/scale";
import { SCORE_CAUSES } from "../readiness/score-history";
import type { Text } from "../text/text";
import { type Column, FLAG_VALUES } from "./columns";
import { zoneSpecs } from "./evidence-columns";
import { buildColumns, type ColumnKey } from "./table-columns";

/** An indicator of a zone in a year. */
export interface ListedIndicator {
  readonly zone: ZoneRecord;
  readonly year: IndicatorYear;
}

/** Each indicator of each zone in each year, zone by zone. */
export function* listIndicators(
  ledger: Ledger,
  zones: readonly ZoneRecord[],
  { asOf, revision }: Moment,
): Generator<ListedIndicator> {
  for (const zone of zones) {
    for (const year of listIndicatorYears({ ...ledger, asOf, revision }, zone.slug)) {
      yield { zone, year };
    }
  }
}

/** Points, to three decimals: the parts of a zone sum to its score but for rounding. */
const roundPoints = (points: number) => roundHalfUp(points, 3);

/** Did the own score of an indicator change in the year? */
export const hasChanged = ({ change }: IndicatorYear): boolean => roundPoints(change) !== 0;

/** What each indicator gives to the confirmed score of its zone at the end of a year, and why that changed. */
export function readinessColumns(text: Text): readonly Column<ListedIndicator>[] {
  const { t } = text;
  return buildColumns((key: ColumnKey<"readiness">) => t(`files.table.readiness.columns.${key}`), {
    ...zoneSpecs<ListedIndicator>(text, ({ zone }) => zone),
    year: [({ year }) => Number(year.year), t("files.values.wholeNumber"), "integer"],
    day: [({ year }) => year.to, t("files.values.day"), "date"],
    block: [({ year }) => year.block, BLOCKS],
    field: [({ year }) => year.field, INDICATORS],
    about: [({ year }) => fieldSpec(year.field).about, SUBJECTS_OF_FACTS],
    known: [({ year }) => year.score?.known ?? null, FLAG_VALUES, "boolean"],
    low: [({ year }) => year.score?.low ?? null, "0–1", "number"],
    high: [({ year }) => year.score?.high ?? null, "0–1", "number"],
    points: [({ year }) => roundPoints(year.after), "0–100", "number"],
    change: [({ year }) => roundPoints(year.change), t("files.values.points"), "number"],
    cause: [({ year }) => (hasChanged(year) ? year.cause : null), SCORE_CAUSES],
    reweighted: [
      ({ year }) => roundPoints(year.after - year.before - year.change),
      t("files.values.points"),
      "number",
    ],
  });
}
