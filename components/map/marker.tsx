"use client";

import { memo } from "react";
import { StandingMark } from "@/components/evidence/standing-mark";
import { cx } from "@/components/ui/cx";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { MapPoint, MarkerGap } from "./map-point";
import { ShadeMark } from "./shade-mark";

interface MarkerProps {
  point: MapPoint;
  /** Width of the drawing, CSS pixels. */
  size: number;
  highlighted: boolean;
  /** Whether the tab key stops here, which is at one marker only. */
  tabStop: boolean;
  /** Zones that it stands for; of more than one a press shows the others. */
  count: number;
  onHighlight: (slug: string | null) => void;
  onSelect: (slug: string) => void;
}

/** CSS pixels: the longest bar, the shortest visible one, the height. */
const BAR = { longest: 64, least: 6, height: 6 } as const;

/** What is needed as an outline, and what is delivered solid inside it; hollow where that is unknown. */
function GapBar({ gap: { needed, delivered } }: { gap: MarkerGap }) {
  const most = Math.max(needed ?? 0, delivered ?? 0);
  const width = Math.max(BAR.least, Math.round(most * BAR.longest));
  const px = (part: number) => (most === 0 ? 0 : (part / most) * width);
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={BAR.height}
      className="pointer-events-none absolute top-[21px] left-3 max-w-none -translate-x-1/2"
    >
      {needed === null ? null : (
        <rect
          x={0.5}
          y={0.5}
          width={Math.max(0, px(needed) - 1)}
          height={BAR.height - 1}
          className={
            delivered === null ? "fill-paper stroke-unknown" : "fill-paper stroke-mark-line"
          }
        />
      )}
      {delivered === null || delivered === 0 ? null : (
        <rect width={Math.max(1, px(delivered))} height={BAR.height} className="fill-ramp-3" />
      )}
    </svg>
  );
}

/** One zone on the map: a button with the mark of its standing, at least 24 px wide. The layer positions it. */
export const Marker = memo(function Marker({
  point,
  size,
  highlighted,
  tabStop,
  count,
  onHighlight,
  onSelect,
}: MarkerProps) {
  const { t } = usePlainText();
  const { slug, selected, name, description } = point;
  return (
    <button
      type="button"
      data-slug={slug}
      tabIndex={tabStop ? 0 : -1}
      aria-pressed={count > 1 ? undefined : selected}
      aria-label={
        count > 1
          ? t("map.markers", { name, count: count - 1 })
          : t("map.marker", { name, description })
      }
      onPointerEnter={() => onHighlight(slug)}
      onPointerLeave={() => onHighlight(null)}
      onFocus={() => onHighlight(slug)}
      onBlur={() => onHighlight(null)}
      onClick={() => onSelect(slug)}
      className={cx(
        "pointer-events-auto invisible absolute top-0 left-0 -mt-3 -ml-3 grid size-6 touch-manipulation place-items-center rounded-full outline-none",
        highlighted && "z-2",
        selected && !highlighted && "z-1",
      )}
    >
      <span
        className={cx(
          "grid rounded-full",
          selected && "shadow-[0_0_0_2.5px_var(--color-land),0_0_0_4px_var(--color-accent)]",
          highlighted && "shadow-[0_0_0_2.5px_var(--color-land),0_0_0_5px_var(--color-accent)]",
        )}
      >
        {point.shade === null ? (
          <StandingMark standing={point.standing} candidate={point.candidate} size={size} />
        ) : (
          <ShadeMark step={point.shade.step} size={size} />
        )}
      </span>
      {point.gap === null ? null : <GapBar gap={point.gap} />}
    </button>
  );
});
