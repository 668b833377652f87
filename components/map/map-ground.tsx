import paths from "./locator-paths.json";

/**
 * The country and its surroundings without names, in units of `GROUND` (ground-frame.ts). The whole disputed region has one tint, its
 * lines are dashed, and the Line of Control is dotted. Without ids, so that any picture can contain it.
 * @param scale thickness of the lines: below 1 where only a part of the ground fills the picture
 */
export function MapGround({ scale = 1 }: { scale?: number }) {
  return (
    <g fill="none" strokeLinejoin="round">
      <path d={paths.around} className="fill-land-far" />
      <path d={paths.land} className="fill-land" />
      <path d={paths.disputed} className="fill-amber/10" />
      <path d={paths.provinceLines} strokeWidth={0.4 * scale} className="stroke-land-line" />
      <path d={paths.borders} strokeWidth={0.7 * scale} className="stroke-land-edge" />
      <path
        d={paths.disputedLines}
        strokeWidth={0.6 * scale}
        strokeDasharray={`${2 * scale} ${1.5 * scale}`}
        className="stroke-land-edge"
      />
      <path
        d={paths.lineOfControl}
        strokeWidth={scale}
        strokeDasharray={`${0.01 * scale} ${1.8 * scale}`}
        strokeLinecap="round"
        className="stroke-ink-2"
      />
    </g>
  );
}
