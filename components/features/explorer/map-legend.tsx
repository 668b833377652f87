"use client";

import { type ReactNode, useState } from "react";
import { StatusMark } from "@/components/evidence/status-mark";
import type { MapShading } from "@/components/map/map-point";
import type { ChangeQuery } from "@/components/query-bar/change-query";
import { cx } from "@/components/ui/cx";
import { VOCABULARIES } from "@/lib/catalogue/vocabularies";
import type { Facet } from "@/lib/query/facets";
import { type FilterKey, UNKNOWN } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { withToggled } from "@/lib/query/query-edits";
import type { RankedRow } from "@/lib/query/select";
import { gapLegend, getUtility } from "./map-gaps";
import { shadingLegend } from "./map-points";
import type { ExplorerView } from "./view-params";

/** Props of the legend. */
export interface MapLegendProps {
  query: Query;
  view: ExplorerView;
  /** The zones on the map. */
  rows: readonly RankedRow[];
  /** What the provinces are tinted by. */
  shading: MapShading;
  status: Facet | undefined;
  candidates: Facet | undefined;
  onQuery: ChangeQuery;
}

/** What the markers mean; each line is the filter on it. Folded to a key where the map is narrow. */
export function MapLegend(props: MapLegendProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="explorer-legend" data-open={open || undefined}>
      <button
        type="button"
        className="explorer-legend-key"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <StatusMark status="operational" />
        <StatusMark status="partially-operational" />
        <StatusMark status="under-development" />
        <StatusMark status={null} />
        Key
      </button>
      <Lines {...props} />
    </div>
  );
}

function Lines({ query, view, rows, shading, status, candidates, onQuery }: MapLegendProps) {
  const tint = shadingLegend(shading);
  const utility = getUtility(view.markers);
  const { steps, asides } = VOCABULARIES.status;
  const first = steps[0];
  const last = steps.at(-1);
  const chosen = query.filters.status?.values ?? [];
  const line = (key: FilterKey, value: string) => ({
    pressed: key === "status" ? chosen.includes(value) : isCandidateFilter(query),
    onPress: () => onQuery((now) => withToggled(now, key, value)),
  });
  return (
    <div className="explorer-legend-lines">
      <div className="flex flex-wrap items-center gap-x-1 pointer-coarse:gap-x-0">
        <span className="whitespace-nowrap pr-1">{first?.label}</span>
        {steps.map(({ value, label }) => (
          <LegendButton
            key={value}
            label={label}
            count={status?.counts[value] ?? 0}
            {...line("status", value)}
          >
            <StatusMark status={value} />
          </LegendButton>
        ))}
        <span className="whitespace-nowrap pl-1">{last?.label}</span>
      </div>
      <div className="flex flex-wrap gap-x-1">
        {asides
          .filter(({ value }) => (status?.counts[value] ?? 0) > 0 || chosen.includes(value))
          .map(({ value, label }) => (
            <LegendButton
              key={value}
              label={label}
              count={status?.counts[value] ?? 0}
              worded
              {...line("status", value)}
            >
              <StatusMark status={value} />
            </LegendButton>
          ))}
        <LegendButton
          label="Unknown"
          count={status?.counts[UNKNOWN] ?? 0}
          worded
          {...line("status", UNKNOWN)}
        >
          <StatusMark status={null} />
        </LegendButton>
        <LegendButton
          label="Candidate, approval not evidenced"
          count={candidates?.counts.true ?? 0}
          worded
          {...line("candidateForRemainder", "true")}
        >
          <StatusMark status={null} candidate />
        </LegendButton>
      </div>
      {utility === null ? null : <p className="max-w-80 text-ink-3">{gapLegend(utility, rows)}</p>}
      {view.markers === "area" ? (
        <p className="text-ink-3">Larger: more acres. Smallest: area unknown.</p>
      ) : null}
      {tint === null ? null : <p className="text-ink-3">{tint}</p>}
    </div>
  );
}

function isCandidateFilter(query: Query): boolean {
  return query.filters.candidateForRemainder?.values.includes("true") ?? false;
}

function LegendButton({
  label,
  count,
  worded = false,
  pressed,
  onPress,
  children,
}: {
  label: string;
  count: number;
  /** Do the words stand beside the mark? */
  worded?: boolean;
  pressed: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={`${label}: ${count}`}
      title={`${label}: ${count}`}
      onClick={onPress}
      className={cx(
        "inline-flex min-h-6 min-w-6 items-center justify-center gap-1.5 rounded-2 text-left hover:bg-paper-2 hover:text-ink aria-pressed:bg-accent-wash aria-pressed:text-accent aria-pressed:shadow-[inset_0_0_0_1px_var(--color-accent)] pointer-coarse:min-h-11 pointer-coarse:min-w-8",
        worded && "px-1.5",
      )}
    >
      {children}
      {worded ? label : null}
    </button>
  );
}
