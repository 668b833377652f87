"use client";

import { memo } from "react";
import { StatusMark } from "@/components/fields/status-mark";
import { cx } from "@/components/ui/cx";
import type { MapPoint } from "./map-point";

/** Props of a marker. The layer around it moves it to its place. */
export interface MarkerProps {
  point: MapPoint;
  /** Width of the drawing in px. */
  size: number;
  highlighted: boolean;
  /** Whether the tab key stops here: one marker of all. */
  tabStop: boolean;
  onHighlight: (slug: string | null) => void;
  onSelect: (slug: string) => void;
}

/** One zone on the map: a button with the same mark as everywhere, its target 24 px or more. */
export const Marker = memo(function Marker({
  point,
  size,
  highlighted,
  tabStop,
  onHighlight,
  onSelect,
}: MarkerProps) {
  const { slug, selected } = point;
  return (
    <button
      type="button"
      data-slug={slug}
      tabIndex={tabStop ? 0 : -1}
      aria-pressed={selected}
      aria-label={`${point.name}, ${point.description}`}
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
        <StatusMark status={point.status} candidate={point.candidate} size={size} />
      </span>
    </button>
  );
});
