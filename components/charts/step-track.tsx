import { Drawing } from "./drawing";
import { percent } from "./place";
import { TONES, type Tone } from "./tones";

/** Between two steps, in percent of the length. */
const GAP = 1.5;
const HEIGHT = 8;

interface StepTrackProps {
  /** How many steps there are. */
  steps: number;
  /** How many are reached. 0: none is, and that is known. null: unknown, one hollow box. */
  reached: number | null;
  tone?: Tone;
  /** Read aloud. Left out where the step stands beside it in words. */
  label?: string;
}

/** How far something has come on a ladder. Unknown is never taken for 0, whose steps are there and empty. */
export function StepTrack({ steps, reached, tone = "ramp-3", label }: StepTrackProps) {
  const width = (100 + GAP) / steps;
  return (
    <Drawing height={HEIGHT} label={label}>
      {reached === null ? (
        <rect
          x="0"
          y={0.5}
          width="100%"
          height={HEIGHT - 1}
          className={TONES.unknown}
          data-part="unknown"
        />
      ) : (
        Array.from({ length: steps }, (_, i) => i + 1).map((step) => (
          <rect
            key={step}
            x={percent((step - 1) * width)}
            y={0}
            width={percent(width - GAP)}
            height={HEIGHT}
            className={step <= reached ? TONES[tone] : "fill-line"}
            data-part={step <= reached ? "reached" : "ahead"}
          />
        ))
      )}
    </Drawing>
  );
}
