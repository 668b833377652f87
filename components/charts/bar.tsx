"use client";

import { Drawing, percent, TONES, type Tone, toPercent } from "./drawing";

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
  /** Read aloud. Left out if the value is next to the bar. */
  label?: string;
}

/**
 * An amount as a length. A known 0 is the line alone; a small amount is at least wide enough to be
 * seen; an unknown amount is hollow over the full length, as it may be anything.
 */
export function Bar({ value, full, tone = "known", part, height = 10, label }: BarProps) {
  return (
    <Drawing height={height} label={label}>
      <line x2="100%" y1={height / 2} y2={height / 2} className="stroke-band-base" />
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
  /** Read aloud. Left out if the counts are next to the bar. */
  label?: string;
}

/** Counts side by side on one length, in the order given. A part of 0 takes no room. */
export function StackedBar({ parts, full, height = 12, label }: StackedBarProps) {
  return (
    <Drawing height={height} label={label}>
      {parts.map(({ key, count, tone, label: title, strength }, i) => {
        if (count === 0) return null;
        const before = parts.slice(0, i).reduce((sum, part) => sum + part.count, 0);
        const start = toPercent(before, full);
        return (
          <rect
            key={key}
            x={percent(start)}
            width={percent(toPercent(before + count, full) - start)}
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

/** Between two steps, in percent of the length. */
const STEP_GAP = 1.5;
const TRACK_HEIGHT = 8;

/** The colours of steps that are reached, as lines. */
const STEP_TONES = { known: "stroke-band-known", "ramp-3": "stroke-ramp-3" } as const;

interface StepTrackProps {
  /** How many steps there are. */
  steps: number;
  /** How many are reached. 0: none is, and that is known. null: unknown, one hollow box. */
  reached: number | null;
  tone?: keyof typeof STEP_TONES;
  /** Read aloud. Left out if the step is written next to the track. */
  label?: string;
}

/**
 * How far something has come on a ladder. Unknown is never taken for 0, whose steps are there and empty. The steps are the
 * dashes of one thick line, which is shorter to write than a box for each.
 */
export function StepTrack({ steps, reached, tone = "ramp-3", label }: StepTrackProps) {
  if (reached === null) {
    return (
      <Drawing height={TRACK_HEIGHT} label={label}>
        <Length at={100} height={TRACK_HEIGHT} tone="unknown" name="unknown" />
      </Drawing>
    );
  }
  const step = (100 + STEP_GAP) / steps;
  return (
    <Drawing
      height={TRACK_HEIGHT}
      label={label}
      stretched={`${written(step - STEP_GAP)} ${STEP_GAP}`}
    >
      {reached === 0 ? null : (
        <path
          d={`M0 ${TRACK_HEIGHT / 2}H${written(reached * step - STEP_GAP)}`}
          className={STEP_TONES[tone]}
          data-part="reached"
        />
      )}
      {reached === steps ? null : (
        <path
          d={`M${written(reached * step)} ${TRACK_HEIGHT / 2}H100`}
          className="stroke-ahead"
          data-part="ahead"
        />
      )}
    </Drawing>
  );
}

/** A length with 3 decimals, so that as many dashes as there are steps end at the end. */
function written(length: number): number {
  return Math.round(length * 1000) / 1000;
}
