import { cumsum } from "d3-array";
import { Drawing } from "./drawing";
import { percent, toPercent } from "./place";
import { TONES, type Tone } from "./tones";

/** A part of a whole. */
export interface StackPart {
  readonly key: string;
  readonly count: number;
  readonly tone: Tone;
  /** Shown where a mouse rests on it. */
  readonly label?: string;
  /** 0 to 1; 1 by default. Parts of one tone on a scale differ by it. */
  readonly strength?: number;
}

interface StackedBarProps {
  /** In the order of drawing; what is unknown comes last and has the tone `unknown`. */
  parts: readonly StackPart[];
  /** The count of a full bar: the total, or the greatest total of the bars that are compared. */
  full: number;
  /** CSS pixels. */
  height?: number;
  /** Read aloud. Left out where the counts stand beside it. */
  label?: string;
}

/** Counts side by side on one length, in the order given. A part of 0 takes no room. */
export function StackedBar({ parts, full, height = 12, label }: StackedBarProps) {
  const ends = cumsum(parts, ({ count }) => count);
  return (
    <Drawing height={height} label={label}>
      {parts.map(({ key, count, tone, label: title, strength }, i) => {
        if (count === 0) return null;
        const end = ends[i] ?? 0;
        const start = toPercent(end - count, full);
        return (
          <rect
            key={key}
            x={percent(start)}
            width={percent(toPercent(end, full) - start)}
            y={1}
            height={height - 2}
            fillOpacity={strength}
            className={TONES[tone]}
            data-part={key}
          >
            {title === undefined ? null : <title>{title}</title>}
          </rect>
        );
      })}
    </Drawing>
  );
}
