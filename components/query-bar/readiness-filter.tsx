"use client";

import { Segmented } from "@/components/ui/segmented";
import { Slider } from "@/components/ui/slider";
import type { ReadinessFacet } from "@/lib/query/facets";
import { type Query, READINESS_MODES } from "@/lib/query/query";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { ChangeQuery } from "./facet";
import { FacetFrame } from "./facet-frame";

/** Readiness at least N, certainly or possibly, with the number of zones for each; and the least data completeness. */
export function ReadinessFilter({
  query,
  counts,
  onQuery,
}: {
  query: Query;
  counts: ReadinessFacet;
  onQuery: ChangeQuery;
}) {
  const text = usePlainText();
  const { readinessMin, readinessMode, coverageMin } = query;
  const any = text.t("query.readiness.any");
  const score = readinessMin === null ? null : text.number(readinessMin);
  const share = coverageMin === null ? null : text.percent(coverageMin);
  return (
    <>
      <FacetFrame
        label={text.t("query.readiness.title")}
        action={<span className="tabular text-12 text-ink-3">{score ?? any}</span>}
      >
        <Slider
          label={text.t("query.readiness.title")}
          min={0}
          max={100}
          step={5}
          value={readinessMin ?? 0}
          valueText={score === null ? any : text.t(`query.readiness.${readinessMode}`, { score })}
          fill={readinessMin === null ? "upTo" : "from"}
          onChange={(value) =>
            onQuery((now) => ({ ...now, readinessMin: value === 0 ? null : value }), {
              act: "readinessMin",
            })
          }
        />
        <Segmented
          label={text.t("query.readiness.mode")}
          full
          className="mt-1 text-12"
          value={readinessMode}
          onChange={(mode) => onQuery((now) => ({ ...now, readinessMode: mode }))}
          segments={READINESS_MODES.map((mode) => ({
            value: mode,
            label: (
              <>
                {text.t(`query.readiness.modes.${mode}`)}{" "}
                <b className="tabular">{text.number(counts[mode])}</b>
              </>
            ),
          }))}
        />
        <p className="pt-1.5 text-12 text-ink-3">{text.t("query.readiness.help")}</p>
      </FacetFrame>
      <FacetFrame
        label={text.t("query.readiness.completeness")}
        action={<span className="tabular text-12 text-ink-3">{share ?? any}</span>}
      >
        <Slider
          label={text.t("query.readiness.completeness")}
          min={0}
          max={100}
          step={5}
          value={Math.round((coverageMin ?? 0) * 100)}
          valueText={share === null ? any : text.t("query.readiness.atLeast", { share })}
          fill={coverageMin === null ? "upTo" : "from"}
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
