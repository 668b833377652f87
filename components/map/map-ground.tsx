import paths from "./locator-paths.json";

/** The paths are in tenths of a unit, without decimal points. */
const TENTHS = 10;

/**
 * The country and its surroundings without names, in units of `GROUND` (ground-frame.ts). The whole disputed region has one tint, its
 * lines are dashed, and the Line of Control is dotted. Without ids, so that any picture can contain it.
 * @param scale thickness of the lines: below 1 where only a part of the ground fills the picture
 */
export function MapGround({ scale = 1 }: { scale?: number }) {
  const lengths = (...all: readonly number[]) =>
    all.map((length) => Math.round(length * scale * TENTHS * 1000) / 1000);
  const [fine, middle, thick, dotted] = lengths(0.4, 0.6, 0.7, 1);
  return (
    <g fill="none" strokeLinejoin="round" transform={`scale(${1 / TENTHS})`}>
      <path d={paths.around} className="fill-land-far" />
      <path d={paths.land} className="fill-land" />
      <path d={paths.disputed} className="fill-amber/10" />
      <path d={paths.provinceLines} strokeWidth={fine} className="stroke-land-line" />
      <path d={paths.borders} strokeWidth={thick} className="stroke-land-edge" />
      <path
        d={paths.disputedLines}
        strokeWidth={middle}
        strokeDasharray={lengths(2, 1.5).join(" ")}
        className="stroke-land-edge"
      />
      <path
        d={paths.lineOfControl}
        strokeWidth={dotted}
        strokeDasharray={lengths(0.01, 1.8).join(" ")}
        strokeLinecap="round"
        className="stroke-ink-2"
      />
    </g>
  );
}
