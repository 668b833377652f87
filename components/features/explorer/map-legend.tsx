"use client";

import { type ReactNode, useState } from "react";
import { StatusMark } from "@/components/evidence/status-mark";
import type { MapShading } from "@/components/map/map-point";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { cx } from "@/components/ui/cx";
import { VOCABULARIES } from "@/lib/catalogue/vocabularies";
import type { Facet } from "@/lib/query/facets";
import { type FilterKey, UNKNOWN } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { withToggled } from "@/lib/query/query-edits";
import type { RankedRow } from "@/lib/query/select";
import { useText } from "@/lib/text/use-text";
import { LayerLegend, ShadeLegend } from "./layer-legend";
import { describeGapLegend, describeShading, getShade, getUtility } from "./map-points";
import type { ExplorerView } from "./view-params";

interface MapLegendProps {
  query: Query;
  view: ExplorerView;
  /** The zones on the map. */
  rows: readonly RankedRow[];
  shading: MapShading;
  status: Facet | undefined;
  candidates: Facet | undefined;
  onQuery: ChangeQuery;
}

/** What the markers mean; each line is a filter. Folded to a button where the map is narrow. */
export function MapLegend(props: MapLegendProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <div className="map-legend" data-open={open || undefined}>
      <button
        type="button"
        className="map-legend-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <StatusMark status="operational" />
        <StatusMark status="partially-operational" />
        <StatusMark status="under-development" />
        <StatusMark status={null} />
        {text.t("explorer.map.key")}
      </button>
      <LegendLines {...props} />
    </div>
  );
}

function LegendLines({ query, view, rows, shading, status, candidates, onQuery }: MapLegendProps) {
  const text = useText();
  const shades = describeShading(text, shading);
  const utility = getUtility(view.markers);
  const shade = getShade(view.markers);
  const { steps, asides } = VOCABULARIES.status;
  const statuses = query.filters.status?.values ?? [];
  const isCandidateFilter = query.filters.candidateForRemainder?.values.includes("true") ?? false;
  const filter = (key: FilterKey, value: string) => ({
    pressed: key === "status" ? statuses.includes(value) : isCandidateFilter,
    onPress: () => onQuery((now) => withToggled(now, key, value)),
  });
  const label = (value: string) => text.termLabel("status", value);
  const [first, last] = [steps[0], steps.at(-1)];
  return (
    <div className="map-legend-lines">
      {shade === null ? (
        <>
          <div className="flex flex-wrap items-center gap-x-1 pointer-coarse:gap-x-0">
            <span className="whitespace-nowrap pe-1">{first && label(first.value)}</span>
            {steps.map(({ value }) => (
              <LegendButton
                key={value}
                label={label(value)}
                count={status?.counts[value] ?? 0}
                {...filter("status", value)}
              >
                <StatusMark status={value} />
              </LegendButton>
            ))}
            <span className="whitespace-nowrap ps-1">{last && label(last.value)}</span>
          </div>
          <div className="flex flex-wrap gap-x-1">
            {asides
              .filter(({ value }) => (status?.counts[value] ?? 0) > 0 || statuses.includes(value))
              .map(({ value }) => (
                <LegendButton
                  key={value}
                  label={label(value)}
                  count={status?.counts[value] ?? 0}
                  hasWords
                  {...filter("status", value)}
                >
                  <StatusMark status={value} />
                </LegendButton>
              ))}
            <LegendButton
              label={text.t("explorer.map.unknown")}
              count={status?.counts[UNKNOWN] ?? 0}
              hasWords
              {...filter("status", UNKNOWN)}
            >
              <StatusMark status={null} />
            </LegendButton>
            <LegendButton
              label={text.t("explorer.map.candidate")}
              count={candidates?.counts.true ?? 0}
              hasWords
              {...filter("candidateForRemainder", "true")}
            >
              <StatusMark status={null} candidate />
            </LegendButton>
          </div>
        </>
      ) : (
        <ShadeLegend shade={shade} />
      )}
      {utility === null ? null : (
        <p className="max-w-80 text-ink-3">{describeGapLegend(text, utility, rows)}</p>
      )}
      {view.markers === "area" ? <p className="text-ink-3">{text.t("explorer.map.area")}</p> : null}
      {shades === null ? null : <p className="text-ink-3">{shades}</p>}
      <LayerLegend layers={view.layers} />
    </div>
  );
}

function LegendButton({
  label,
  count,
  hasWords = false,
  pressed,
  onPress,
  children,
}: {
  label: string;
  count: number;
  /** Does the label show beside the mark? */
  hasWords?: boolean;
  pressed: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  const text = useText();
  const counted = text.t("explorer.map.count", { label, count: text.number(count) });
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={counted}
      title={counted}
      onClick={onPress}
      className={cx(
        "inline-flex min-h-6 min-w-6 items-center justify-center gap-1.5 rounded-2 text-start hover:bg-paper-2 hover:text-ink aria-pressed:bg-accent-wash aria-pressed:text-accent aria-pressed:shadow-[inset_0_0_0_1px_var(--color-accent)] pointer-coarse:min-h-11 pointer-coarse:min-w-8",
        hasWords && "px-1.5",
      )}
    >
      {children}
      {hasWords ? label : null}
    </button>
  );
}
