import type { StackPart } from "@/components/charts/bar";
import { Figure } from "@/components/charts/figure";
import type { Constraint } from "@/lib/catalogue/constraints";
import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { computeTrace, type TracePart, type TraceTone } from "@/lib/context/constraint-trace";
import type { FigureRow } from "@/lib/formats/figure-csv";
import type { Query } from "@/lib/query/query";
import { withChoice } from "@/lib/query/query-edits";
import { toSearch } from "@/lib/query/search-string";
import type { RankedRow } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { findTrace } from "@/lib/text/chart-findings";
import { fieldTitle, tracePartLabel } from "@/lib/text/context-words";
import { useText } from "@/lib/text/use-text";
import { TraceList, type TracePart as TraceListPart } from "./trace-list";

const RAMP = ["ramp-0", "ramp-1", "ramp-2", "ramp-3", "ramp-4"] as const;
/** The strength of the lowest step; the highest has 1. */
const MIN_STRENGTH = 0.3;

interface TraceFigureProps {
  /** Key of the constraint, for the names of files. */
  name: string;
  constraint: Constraint;
  zones: readonly RankedRow[];
  query: Query;
  /** What is written under every picture. */
  source: string;
}

/** The zones by the value of each fact that a national problem affects; each count leads to its zones. */
export function TraceFigure({ name, constraint, zones, query, source }: TraceFigureProps) {
  const text = useText();
  const { t } = text;
  const hrefOf = (field: ZoneFieldKey, { choice }: TracePart) =>
    choice === null ? undefined : `/zones${toSearch(writeQuery(withChoice(query, field, choice)))}`;
  const traces = constraint.bearsOn.map(({ field, why }) => {
    const title = fieldTitle(text, field);
    const parts = computeTrace(zones, field).map((part): TraceListPart & FigureRow => {
      const { key, tone, strength } = toStackPart(field, part);
      const value = tracePartLabel(text, field, part);
      return {
        field: title,
        value,
        zones: part.count,
        href: hrefOf(field, part),
        key,
        tone,
        strength,
      };
    });
    return { field, title, why, parts };
  });
  return (
    <Figure
      title={findTrace(
        text,
        constraint.label,
        zones,
        traces.map(({ field }) => field),
      )}
      name={`context-${name}`}
      source={source}
      columns={[
        { key: "field", label: t("context.trace.fact") },
        { key: "value", label: t("context.trace.value") },
        { key: "zones", label: t("context.trace.zones"), numeric: true },
      ]}
      rows={traces.flatMap(({ parts }) => parts)}
    >
      <TraceList full={zones.length} traces={traces} />
    </Figure>
  );
}

/** Green shows progress on site, ink any other scale; the furthest step is the strongest, and unknown is hollow. */
export function toStackPart(field: ZoneFieldKey, { value, count, tone }: TracePart): StackPart {
  return { key: value, count, ...lookOf(field, tone) };
}

function lookOf(field: ZoneFieldKey, tone: TraceTone): Pick<StackPart, "tone" | "strength"> {
  if (tone.kind === "unknown") return { tone: "unknown" };
  if (tone.kind === "other") return { tone: "amber" };
  const spec = fieldSpec(field);
  const share = tone.at / (tone.of - 1);
  if (spec.kind === "choice" && (spec.vocabulary === "indicator" || spec.vocabulary === "status")) {
    return { tone: RAMP[Math.round(share * (RAMP.length - 1))] ?? "ramp-0" };
  }
  const strength = MIN_STRENGTH + (1 - MIN_STRENGTH) * share;
  return { tone: "known", strength: Math.round(1000 * strength) / 1000 };
}
