import { StatusShape } from "@/components/evidence/status-mark";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import paths from "./locator-paths.json";

interface LocatorMapProps {
  /** Part of the accessible name. */
  name: string;
  /** Degrees; null is unknown. */
  location: { lon: number; lat: number } | null;
  /** null is unknown. */
  precision: "site" | "town" | "district" | null;
  /** Key of the `status` vocabulary; null is unknown. */
  status: string | null;
  candidate: boolean;
}

/** Where a marker is placed, and how precisely. */
function describePlacing(
  { t }: Text,
  { location, precision }: Pick<LocatorMapProps, "location" | "precision">,
): string {
  if (location === null) return t("map.place.unknown");
  return t(`map.place.${precision ?? "imprecise"}`);
}

/** A small map of the country with one zone, drawn on the server. The Line of Control is dotted. */
export function LocatorMap(props: LocatorMapProps) {
  const text = useText();
  const { name, location, status, candidate } = props;
  const at = location === null ? null : projectToLocator(location.lon, location.lat);
  return (
    <svg
      viewBox={`0 0 ${paths.width} ${paths.height}`}
      role="img"
      aria-label={text.t("map.locator", { name, place: describePlacing(text, props) })}
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

const [WEST = 0, , EAST = 0, NORTH = 0] = paths.box;

/** The place of a location in the drawing of the locator map (Mercator), in its units. */
function projectToLocator(lon: number, lat: number): { x: number; y: number } {
  const unit = paths.width / radians(EAST - WEST);
  return { x: radians(lon - WEST) * unit, y: (mercator(NORTH) - mercator(lat)) * unit };
}

function mercator(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
