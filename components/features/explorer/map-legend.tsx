"use client";

import { type ReactNode, useState } from "react";
import { StandingMark } from "@/components/evidence/standing-mark";
import type { MapShading } from "@/components/map/map-point";
import type { ChangeQuery } from "@/components/query-bar/facet";
import type { Facet } from "@/lib/query/facets";
import type { FilterKey } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { withToggled } from "@/lib/query/query-edits";
import type { RankedRow } from "@/lib/query/select";
import { STANDINGS } from "@/lib/readiness/standing";
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
  standing: Facet | undefined;
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
        <StandingMark standing="running" />
        <StandingMark standing="reported-running" />
        <StandingMark standing="being-built" />
        <StandingMark standing="unknown" />
        {text.t("explorer.map.key")}
      </button>
      <LegendLines {...props} />
    </div>
  );
}

function LegendLines({
  query,
  view,
  rows,
  shading,
  standing: facet,
  candidates,
  onQuery,
}: MapLegendProps) {
  const text = useText();
  const shades = describeShading(text, shading);
  const utility = getUtility(view.markers);
  const shade = getShade(view.markers);
  const standings = query.filters.standing?.values ?? [];
  const isCandidateFilter = query.filters.candidateForRemainder?.values.includes("true") ?? false;
  const filter = (key: FilterKey, value: string) => ({
    pressed: key === "standing" ? standings.includes(value) : isCandidateFilter,
    onPress: () => onQuery((now) => withToggled(now, key, value)),
  });
  return (
    <div className="map-legend-lines">
      {shade === null ? (
        <div className="flex max-w-80 flex-wrap gap-x-1">
          {STANDINGS.map((standing) => (
            <LegendButton
              key={standing}
              label={text.t(`query.standing.${standing}`)}
              count={facet?.counts[standing] ?? 0}
              {...filter("standing", standing)}
            >
              <StandingMark standing={standing} />
            </LegendButton>
          ))}
          <LegendButton
            label={text.t("explorer.map.candidate")}
            count={candidates?.counts.true ?? 0}
            {...filter("candidateForRemainder", "true")}
          >
            <StandingMark standing="unknown" candidate />
          </LegendButton>
        </div>
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
  pressed,
  onPress,
  children,
}: {
  label: string;
  count: number;
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
      className="inline-flex min-h-6 items-center gap-1.5 rounded-2 px-1.5 text-start hover:bg-paper-2 hover:text-ink aria-pressed:bg-accent-wash aria-pressed:text-accent aria-pressed:shadow-[inset_0_0_0_1px_var(--color-accent)] pointer-coarse:min-h-11"
    >
      {children}
      {label}
    </button>
  );
}
