"use client";

import { describeReadiness } from "@/lib/text/readiness-score";
import { usePlainText } from "@/lib/text/use-plain-text";
import { IntervalBar } from "./interval-bar";

/** A readiness score or a part of it: 0 to 100; `coverage` is the known share of the weight, 0 to 1. */
interface BandValue {
  readonly low: number;
  readonly high: number;
  /** Left out where the band shows a count. */
  readonly coverage?: number;
}

interface ReadinessBandProps {
  /** null: nothing applies to this zone. */
  value: BandValue | null;
  /** Approval not confirmed: grey and dashed. */
  candidate?: boolean;
  /** CSS pixels: 4 in a cell, 8 in a row, 10 to 16 at the head of a page. */
  height?: number;
  /** What the hollow part is on, as CSS, where that is not the page's paper. */
  ground?: string;
  /** What screen readers say in place of the figures; "" where the figures are beside it. */
  label?: string;
}

/** Readiness as an interval: solid from 0 to the confirmed score, hollow to the possible score. */
export function ReadinessBand(props: ReadinessBandProps) {
  const { value, height = 8, label, ...look } = props;
  const text = usePlainText();
  if (value === null) {
    return <span className="unknown">{text.t("common.notApplicableBare")}</span>;
  }
  const words = label ?? describeReadiness(text, value);
  return (
    <IntervalBar
      low={value.low}
      high={value.high}
      size={height}
      label={words === "" ? undefined : words}
      {...look}
    />
  );
}

/** A band with its figures under it, for a table or a list: "49–86" and "63% known". */
export function ReadinessCell({
  value,
  candidate,
  ground,
}: Pick<ReadinessBandProps, "value" | "candidate" | "ground">) {
  const text = usePlainText();
  if (value === null) return <span className="unknown">{text.t("common.notApplicableBare")}</span>;
  return (
    <span className="grid gap-1">
      <ReadinessBand value={value} candidate={candidate} ground={ground} label="" />
      <span className="band-figures meta">
        <span className="sr-only">{describeReadiness(text, value)}</span>
        <span aria-hidden="true">{text.range(value.low, value.high)}</span>
        {value.coverage === undefined ? null : (
          <span aria-hidden="true">
            {text.t("common.readiness.known", { share: text.percent(value.coverage) })}
          </span>
        )}
      </span>
    </span>
  );
}
