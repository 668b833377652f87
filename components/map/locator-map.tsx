import { StatusShape } from "@/components/evidence/status-mark";
import paths from "./locator-paths.json";
import { projectToLocator } from "./locator-projection";

/** Props of the locator map. */
export interface LocatorMapProps {
  /** Named in what is read aloud. */
  name: string;
  /** Where in degrees; null where no claim says. */
  location: { lon: number; lat: number } | null;
  precision: "site" | "town" | "district" | null;
  /** Key of the `status` vocabulary; null is unknown. */
  status: string | null;
  candidate: boolean;
}

const PLACED: Record<NonNullable<LocatorMapProps["precision"]>, string> = {
  site: "placed on the site",
  town: "placed on the town, not surveyed",
  district: "placed on the district's seat, not surveyed",
};

/** What is said of a place under its map and aloud. */
export function describePlacing({
  location,
  precision,
}: Pick<LocatorMapProps, "location" | "precision">): string {
  if (location === null) {
    return "no claim gives a place";
  }
  return precision === null ? "how well the place is known is unknown" : PLACED[precision];
}

/** The country with one zone on it, small, drawn on the server: no script, no request. The Line of Control is dotted. */
export function LocatorMap(props: LocatorMapProps) {
  const { name, location, status, candidate } = props;
  const at = location === null ? null : projectToLocator(location.lon, location.lat);
  return (
    <svg
      viewBox={`0 0 ${paths.width} ${paths.height}`}
      role="img"
      aria-label={`${name} on a map of Pakistan: ${describePlacing(props)}`}
      className="h-auto w-full overflow-hidden bg-sea"
      fill="none"
      strokeLinejoin="round"
    >
      <path d={paths.around} className="fill-land-far" />
      <path d={paths.land} className="fill-land" />
      <path d={paths.disputed} className="fill-amber/10" />
      <path d={paths.provinceLines} strokeWidth=".4" className="stroke-land-line" />
      <path d={paths.borders} strokeWidth=".7" className="stroke-land-edge" />
      <path
        d={paths.disputedLines}
        strokeWidth=".6"
        strokeDasharray="2 1.5"
        className="stroke-land-edge"
      />
      <path
        d={paths.lineOfControl}
        strokeWidth="1"
        strokeDasharray=".01 1.8"
        strokeLinecap="round"
        className="stroke-ink-2"
      />
      {at === null ? null : (
        <g transform={`translate(${at.x} ${at.y})`}>
          <circle r="9" strokeWidth="1.4" className="fill-land stroke-accent" />
          <g transform="translate(-5.5 -5.5) scale(.6875)">
            <StatusShape status={status} candidate={candidate} />
          </g>
        </g>
      )}
    </svg>
  );
}
