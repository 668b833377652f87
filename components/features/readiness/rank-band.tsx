import type { Readiness } from "@/lib/readiness/readiness";

const GRID = [0, 25, 50, 75, 100] as const;
const THICK = 8;

/** Props of a band of the ranking. */
export interface RankBandProps {
  readiness: Readiness;
  candidate: boolean;
  /** The line that the reader has set, 0–100; null: none. */
  line?: number | null;
  height?: number;
}

/**
 * The band as a drawing, so that a picture of the ranking holds it: solid to low, hollow to high.
 * Decorative: the figures stand beside it. Positions are per cent of the width.
 */
export function RankBand({ readiness, candidate, line = null, height = 22 }: RankBandProps) {
  const { low, high } = readiness;
  const top = (height - THICK) / 2;
  return (
    <svg aria-hidden="true" width="100%" height={height} className="block overflow-visible">
      {GRID.map((at) => (
        <line key={at} x1={`${at}%`} x2={`${at}%`} y1={0} y2={height} className="stroke-line" />
      ))}
      <line x1={0} x2="100%" y1={height / 2} y2={height / 2} className="stroke-band-base" />
      {high > low ? (
        <rect
          x={`${low}%`}
          width={`${high - low}%`}
          y={top + 0.5}
          height={THICK - 1}
          strokeDasharray={candidate ? "3 2" : undefined}
          className="fill-paper stroke-band-open"
        />
      ) : null}
      {low > 0 ? (
        <rect
          x={0}
          width={`${low}%`}
          y={top}
          height={THICK}
          className={candidate ? "fill-ink-4" : "fill-band-known"}
        />
      ) : null}
      {line === null ? null : (
        <line
          x1={`${line}%`}
          x2={`${line}%`}
          y1={0}
          y2={height}
          strokeDasharray="2 2"
          className="stroke-accent"
        />
      )}
    </svg>
  );
}

/** Props of the drawing of the places that a zone may take. */
export interface PlaceSpanProps {
  from: number;
  to: number;
  /** Zones that have a place. */
  zones: number;
}

/** Where nine in ten of a zone's places lie, from the first to the last. Decorative: words stand beside it. */
export function PlaceSpan({ from, to, zones }: PlaceSpanProps) {
  const left = (100 * (from - 1)) / zones;
  const width = (100 * (to - from + 1)) / zones;
  return (
    <svg aria-hidden="true" width="100%" height={22} className="block overflow-visible">
      <line x1={0} x2="100%" y1={11} y2={11} className="stroke-line" />
      <rect x={`${left}%`} width={`${width}%`} y={7} height={8} rx={1} className="fill-ink-3" />
    </svg>
  );
}
