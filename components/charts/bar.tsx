import { Drawing } from "./drawing";
import { percent, toPercent } from "./place";
import { TONES, type Tone } from "./tones";

/** The least length that can be seen, in percent. */
const LEAST = 0.5;

interface BarProps {
  /** null: unknown, drawn hollow and never as 0. */
  value: number | null;
  /** The value of a full bar, in the same unit. */
  full: number;
  tone?: Tone;
  /** A part of the value that has a colour of its own, such as the firms that produce. */
  part?: { readonly value: number; readonly tone: Tone };
  /** CSS pixels. */
  height?: number;
  /** Read aloud. Left out where the value stands beside it. */
  label?: string;
}

/**
 * An amount as a length. A known 0 is the line alone; a small amount is at least wide enough to be
 * seen; an unknown amount is hollow over the full length, as it may be anything.
 */
export function Bar({ value, full, tone = "known", part, height = 10, label }: BarProps) {
  return (
    <Drawing height={height} label={label}>
      <line x1="0" x2="100%" y1={height / 2} y2={height / 2} className="stroke-band-base" />
      {value === null ? (
        <Length at={100} height={height} tone="unknown" name="unknown" />
      ) : (
        <Length at={visible(value, full)} height={height} tone={tone} name="value" />
      )}
      {part === undefined || value === null ? null : (
        <Length at={visible(part.value, full)} height={height} tone={part.tone} name="part" />
      )}
    </Drawing>
  );
}

function visible(value: number, full: number): number {
  return value <= 0 ? 0 : Math.max(LEAST, toPercent(value, full));
}

interface LengthProps {
  at: number;
  height: number;
  tone: Tone;
  name: string;
}

function Length({ at, height, tone, name }: LengthProps) {
  if (at === 0) return null;
  return (
    <rect
      x="0"
      width={percent(at)}
      y={0.5}
      height={height - 1}
      className={TONES[tone]}
      data-part={name}
    />
  );
}
