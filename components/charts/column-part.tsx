import { percent, TONES, type Tone } from "./drawing";

/** A part of a column where it is drawn: in percent of the drawing's width, and in CSS pixels from the top. */
export interface DrawnPart {
  readonly key: string;
  readonly tone: Tone;
  readonly from: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

/** A part of a column. */
export function ColumnPart({ part }: { part: DrawnPart }) {
  const { key, tone, from, width, y, height } = part;
  return (
    <rect
      x={percent(from)}
      width={percent(width)}
      y={y}
      height={height}
      strokeWidth={0.75}
      className={TONES[tone]}
      data-part={key}
    />
  );
}
