import { CONSTRAINTS, type Constraint } from "@/lib/catalogue/constraints";
import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { computeTrace, computeUnknownShare, type TracePart } from "@/lib/context/constraint-trace";
import type { ConstraintFigures, FigureChange } from "@/lib/context/context-figures";
import { readDate } from "@/lib/entry/read-date";
import { toPlainTyped } from "@/lib/entry/typed-text";
import { type ContextFigure, isFigure } from "@/lib/evidence/ledger-records";
import { UNKNOWN } from "@/lib/query/filters";
import type { RankedRow } from "@/lib/query/select";
import { isPartialDate } from "@/lib/time/day";
import type { Text } from "./text";

/** A constraint in the language of `text`; undefined where there is none. */
export function getConstraint(text: Text, key: string): Constraint | undefined {
  const constraint = CONSTRAINTS[key];
  if (!constraint) return undefined;
  const { label, question, bearsOn, compared } = constraint;
  const words = text.translatedConstraint(key);
  return {
    label: words.label ?? label,
    question: words.question ?? question,
    bearsOn: bearsOn.map(({ field, why }) => ({ field, why: words.bearsOn?.[field] ?? why })),
    compared: compared && { ...compared, ...words.compared },
  };
}

/** Figures keep every decimal of their source. */
const MAX_DECIMALS = 6;

/** A figure with its unit: "USD 371.57 billion", "10.8%", "44 zones", "2035". */
export function formatFigure(
  text: Text,
  { value, unit }: Pick<ContextFigure, "value" | "unit">,
): string {
  if (unit === "year") return text.partialDate(String(value));
  return text.amount(value, unit === "percent" ? "%" : unit, MAX_DECIMALS);
}

/** The period of a figure: "2024", "May 2024", "30 June 2024"; a text that is no date is translated or as recorded. */
export function formatPeriod(text: Text, period: string): string {
  if (isPartialDate(period)) return text.partialDate(period);
  const read = readDate(toPlainTyped(period));
  return "value" in read
    ? text.partialDate(read.value, "long")
    : (text.translatedFigure(period) ?? period);
}

/** The label of a figure in the language of `text`, where it has words for it; else as recorded. */
export function figureLabel(text: Text, label: string): string {
  return text.translatedFigure(label) ?? label;
}

/** How a figure was changed: the day, the reason, and what it was before if its value, unit or period was another. */
export function describeFigureChange(
  text: Text,
  { day, reason, before, after }: FigureChange,
): string {
  const differs =
    before.value !== after.value ||
    before.period !== after.period ||
    (isFigure(before) && isFigure(after) && before.unit !== after.unit);
  return text.t("context.figures.changed", {
    day: text.day(day),
    why: reason === null ? "unknown" : "given",
    reason: reason ?? "",
    hasValue: differs && isFigure(before) ? "yes" : "no",
    before: isFigure(before) ? formatFigure(text, before) : "",
    period: formatPeriod(text, before.period),
  });
}

/** The name of a field outside its group: "Electricity", "Technology dependence". */
export function fieldTitle(text: Text, field: ZoneFieldKey): string {
  const label = text.fieldLabel(field);
  return fieldSpec(field).group === "dependence"
    ? text.t("context.trace.dependence", { dimension: label })
    : label;
}

/** The value that the zones of a part have in common: "Partial", "2: some", "At least 1", "Unknown". */
export function tracePartLabel(
  text: Text,
  field: ZoneFieldKey,
  { value }: Pick<TracePart, "value">,
): string {
  if (value === UNKNOWN) return text.t("context.trace.unknown");
  if (value === NOT_APPLICABLE) return text.t("common.notApplicable");
  const { kind } = fieldSpec(field);
  switch (kind) {
    case "choice":
      return text.choiceLabel(field, value);
    case "level":
      return text.bareValue(field, Number(value));
    case "number":
      if (value === "some") return text.t("context.trace.some");
      return text.t(value === "0" ? "context.trace.none" : "context.trace.quantified");
    default:
      return text.t(kind === "date" ? "context.trace.dated" : "context.trace.known");
  }
}

/** Does a constraint hold the zones back? The programme and its implications do not; one outside the catalogue does. */
function isProblem(key: string): boolean {
  return CONSTRAINTS[key]?.bearsOn.length !== 0;
}

/** Under this share, what we can show is "only" so much. */
const FEW = 0.5;

/** The title of the page: the number of problems with figures, and in how much of the facts they affect we know the value. */
export function contextTitle(
  { t, percent }: Text,
  groups: readonly ConstraintFigures[],
  zones: readonly RankedRow[],
): string {
  const count = groups.filter(({ key, figures }) => figures.length > 0 && isProblem(key)).length;
  if (count === 0) return t("context.answer.none");
  const affected = groups.flatMap(({ key }) => CONSTRAINTS[key]?.bearsOn ?? []);
  const fields = new Set(affected.map(({ field }) => field));
  const unknown = computeUnknownShare(zones, [...fields]);
  if (unknown === null) return t("context.answer.problems", { count });
  const known = 1 - unknown;
  return t("context.answer.shown", {
    count,
    amount: known < FEW ? "few" : "many",
    share: percent(known),
  });
}

/** The figures that the summary gives; of those killed, the lowest and the highest count. The page has all. */
const HEADLINES = ["circular-debt", "exports-share-gdp", "chinese-killed", "chinese-killed-press"];

/** What the page answers: the main figures, and in how many zones the facts that they affect are known. */
export function contextSummary(
  text: Text,
  groups: readonly ConstraintFigures[],
  zones: readonly RankedRow[],
): string {
  const figures = groups.flatMap((group) => group.figures);
  // Of the figures of one label the latest period comes first.
  const main = HEADLINES.flatMap((key) => {
    const label = figures.find((figure) => figure.key === key)?.label;
    return figures.find((figure) => figure.label === label) ?? [];
  });
  const named = (main.length > 0 ? main : figures.slice(0, 1)).map((figure) =>
    text.t("context.answer.figure", {
      label: figureLabel(text, figure.label),
      value: formatFigure(text, figure),
      period: formatPeriod(text, figure.period),
    }),
  );
  return text.sentences([...named, summarizeZones(text, zones)]);
}

function summarizeZones({ t, number }: Text, zones: readonly RankedRow[]): string {
  if (zones.length === 0) return t("context.answer.noZones");
  const count = (field: ZoneFieldKey, value: string) =>
    number(computeTrace(zones, field).find((part) => part.value === value)?.count ?? 0);
  return t("context.answer.zones", {
    count: zones.length,
    electricity: count("electricity", "available"),
    electricityUnknown: count("electricity", UNKNOWN),
    worksFinanced: count("worksFinanced", "available"),
    worksFinancedUnknown: count("worksFinanced", UNKNOWN),
    securityArrangements: count("securityArrangements", "available"),
    securityArrangementsUnknown: count("securityArrangements", UNKNOWN),
  });
}
