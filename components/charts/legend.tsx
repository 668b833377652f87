"use client";

import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { TONES, type Tone } from "./drawing";

/** An entry of a legend: a tone of the drawing, or a mark of its own. */
export interface LegendItem {
  readonly key: string;
  readonly label: string;
  readonly swatch: { readonly tone: Tone } | { readonly mark: ReactNode };
}

interface LegendProps {
  /** In the order of the drawing. */
  items: readonly LegendItem[];
  /** Text before them, where a figure has several legends. */
  lead?: string;
  className?: string;
}

/** What the colours and marks of a drawing mean. */
export function Legend({ items, lead, className }: LegendProps) {
  const list = (
    <ul className={cx("flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2", className)}>
      {items.map(({ key, label, swatch }) => (
        <li key={key} className="flex items-center gap-1.5">
          {"tone" in swatch ? <Swatch tone={swatch.tone} /> : swatch.mark}
          {label}
        </li>
      ))}
    </ul>
  );
  return lead === undefined ? (
    list
  ) : (
    <div className="grid sm:grid-cols-[7rem_minmax(0,1fr)]">
      <p className="text-12 text-ink-3">{lead}</p>
      {list}
    </div>
  );
}

interface SwatchProps {
  tone: Tone;
  width?: number;
  /** As of a part of a stack. */
  strength?: number;
}

/** A piece of a tone, as in a column head or a legend. */
export function Swatch({ tone, width = 14, strength }: SwatchProps) {
  return (
    <svg aria-hidden="true" width={width} height={10} className="swatch">
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={9}
        fillOpacity={strength}
        className={TONES[tone]}
      />
    </svg>
  );
}
