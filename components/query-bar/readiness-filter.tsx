"use client";

import { Segmented } from "@/components/ui/segmented";
import { Slider } from "@/components/ui/slider";
import type { ReadinessFacet } from "@/lib/query/facets";
import type { Query, ReadinessMode } from "@/lib/query/query";
import { formatShare } from "@/lib/text/format-number";
import type { ChangeQuery } from "./change-query";
import { FacetFrame } from "./facet";

/** Readiness at least N, certainly or possibly, with the zones that each reading finds; and how much must be known. */
export function ReadinessFilter({
  query,
  counts,
  onQuery,
}: {
  query: Query;
  counts: ReadinessFacet;
  onQuery: ChangeQuery;
}) {
  const least = query.readinessMin;
  const coverage = query.coverageMin;
  return (
    <>
      <FacetFrame
        label="Readiness at least"
        action={<span className="tabular text-12 text-ink-3">{least ?? "any"}</span>}
      >
        <Slider
          label="Readiness at least"
          min={0}
          max={100}
          step={5}
          value={least ?? 0}
          valueText={least === null ? "any" : `at least ${least} of 100, ${query.readinessMode}`}
          fill={least === null ? "upTo" : "from"}
          onChange={(value) =>
            onQuery((now) => ({ ...now, readinessMin: value === 0 ? null : value }), {
              act: "readinessMin",
            })
          }
        />
        <Segmented<ReadinessMode>
          label="How readiness counts"
          full
          className="mt-1 text-12"
          value={query.readinessMode}
          onChange={(readinessMode) => onQuery((now) => ({ ...now, readinessMode }))}
          segments={[
            { value: "certainly", label: <Reading word="Certainly" count={counts.certainly} /> },
            { value: "possibly", label: <Reading word="Possibly" count={counts.possibly} /> },
          ]}
        />
        <p className="pt-1.5 text-11 text-ink-3">
          Certainly: what is known reaches it. Possibly: it is reached if all that is unknown were
          there.
        </p>
      </FacetFrame>
      <FacetFrame
        label="Known of readiness, at least"
        action={
          <span className="tabular text-12 text-ink-3">
            {coverage === null ? "any" : formatShare(coverage)}
          </span>
        }
      >
        <Slider
          label="Share of readiness that is known, at least"
          min={0}
          max={100}
          step={5}
          value={Math.round((coverage ?? 0) * 100)}
          valueText={coverage === null ? "any" : `at least ${formatShare(coverage)}`}
          fill={coverage === null ? "upTo" : "from"}
          onChange={(value) =>
            onQuery((now) => ({ ...now, coverageMin: value === 0 ? null : value / 100 }), {
              act: "coverageMin",
            })
          }
        />
      </FacetFrame>
    </>
  );
}

function Reading({ word, count }: { word: string; count: number }) {
  return (
    <>
      {word} <b className="tabular">{count}</b>
    </>
  );
}
