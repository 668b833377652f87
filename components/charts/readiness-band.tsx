import type { CSSProperties } from "react";
import { cx } from "@/components/ui/cx";
import { formatRange, formatScore, formatShare } from "@/lib/text/format-number";

/** Readiness of one zone or one block: scores of 0 to 100, coverage 0 to 1. */
export interface BandValue {
  low: number;
  high: number;
  /** The known share of the weight; left out where a band shows a count. */
  coverage?: number;
}

/** Props of a band. */
export interface ReadinessBandProps {
  /** null: nothing applies to this zone, so there is nothing to measure. */
  value: BandValue | null;
  /** Approval not evidenced: grey and dashed. */
  candidate?: boolean;
  /** In px: 4 in a cell, 8 in a row, 10 to 16 at the head of a page. */
  height?: number;
  /** Colour of the solid part, a CSS colour; by default the band's own ink. */
  colour?: string;
  /** What the hollow part stands on, where that is not the page's paper. */
  ground?: string;
  /** Overrides what is read aloud; "" where the figures already stand beside it in words. */
  label?: string;
  className?: string;
}

/**
 * The band: solid from 0 to low, hollow to high, empty beyond. Its hollow width is exactly what is
 * not known. The one way in which readiness is drawn, everywhere on the same scale.
 */
export function ReadinessBand({
  value,
  candidate = false,
  height = 8,
  colour,
  ground,
  label,
  className,
}: ReadinessBandProps) {
  if (value === null) {
    return <span className={cx("unknown", className)}>not applicable</span>;
  }
  const style: CSSProperties = {
    "--lo": value.low,
    "--hi": value.high,
    "--h": `${height}px`,
    "--band-colour": candidate ? undefined : colour,
    "--band-ground": ground,
  };
  const words = label ?? describeBand(value);
  const aloud = words === "" ? { "aria-hidden": true } : { role: "img", "aria-label": words };
  return (
    <span
      className={cx("band", className)}
      style={style}
      data-candidate={candidate || undefined}
      {...aloud}
    >
      {value.low > 0 ? <span className="bar-known" /> : null}
      {value.high > value.low ? <span className="bar-possible" /> : null}
    </span>
  );
}

/** A band with its figures under it, as it stands in a table or a list: "49–86" and "63% known". */
export function ReadinessCell({
  value,
  candidate,
  ground,
}: Pick<ReadinessBandProps, "value" | "candidate" | "ground">) {
  if (value === null) {
    return <span className="unknown">not applicable</span>;
  }
  return (
    <span className="grid gap-1">
      <ReadinessBand value={value} candidate={candidate} ground={ground} label="" />
      <span className="meta flex justify-between gap-2">
        <span className="sr-only">{describeBand(value)}</span>
        <span aria-hidden="true" className="font-medium text-ink">
          {formatRange(value.low, value.high)}
        </span>
        {value.coverage === undefined ? null : (
          <span aria-hidden="true">{formatShare(value.coverage)} known</span>
        )}
      </span>
    </span>
  );
}

/** What a band says in words. */
export function describeBand({ low, high, coverage }: BandValue): string {
  const range =
    low === high
      ? `Readiness ${formatScore(low)} of 100`
      : `Readiness between ${formatScore(low)} and ${formatScore(high)} of 100`;
  return coverage === undefined ? range : `${range}, ${formatShare(coverage)} known`;
}
