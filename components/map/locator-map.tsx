import { StandingShape } from "@/components/evidence/standing-drawing";
import type { Place } from "@/lib/catalogue/kinds";
import type { Box } from "@/lib/catalogue/territory";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { isCandidate } from "@/lib/query/scope";
import { getZoneStanding, type Standing } from "@/lib/readiness/standing";
import { GROUND, projectToGround } from "./ground-frame";
import { MapGround } from "./map-ground";

/** A zone on the map. */
interface LocatorMarker {
  readonly slug: string;
  /** Degrees. */
  readonly at: Place;
  readonly standing: Standing;
  readonly candidate: boolean;
}

/** The zones with a location, as the map marks them. */
export function markZones(
  zones: readonly Pick<ZoneRecord, "slug" | "values" | "producers">[],
): readonly LocatorMarker[] {
  return zones.flatMap((zone) => {
    const { slug, values } = zone;
    return values.location === null
      ? []
      : {
          ...{ slug, at: values.location, standing: getZoneStanding(zone) },
          candidate: isCandidate(values),
        };
  });
}

/** Props of a small map. */
export interface LocatorMapProps {
  /** What the map shows, read aloud. */
  label: string;
  markers: readonly LocatorMarker[];
  /** The part of the country that is drawn, in degrees; absent: all of it. */
  box?: Box;
}

/** A small map of the country or a part of it with some zones, drawn on the server. The Line of Control is dotted. */
export function LocatorMap({ label, markers, box }: LocatorMapProps) {
  const frame = box === undefined ? WHOLE : frameBox(box);
  // Markers and lines keep their size on the page in a map of a part.
  const scale = frame.width / WHOLE.width;
  return (
    <svg
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
      className="h-auto w-full overflow-hidden bg-sea"
    >
      <MapGround scale={scale} />
      {markers.map(({ slug, at, standing, candidate }) => {
        const { x, y } = projectToGround(at);
        return (
          <g key={slug} fill="none" transform={`translate(${x} ${y}) scale(${scale})`}>
            {markers.length === 1 ? (
              <circle r="9" strokeWidth="1.4" className="fill-land stroke-accent" />
            ) : null}
            <g transform="translate(-5.5 -5.5) scale(.6875)">
              <StandingShape standing={standing} candidate={candidate} />
            </g>
          </g>
        );
      })}
    </svg>
  );
}

/** A part of the drawing, in its units. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WHOLE: Frame = { x: 0, y: 0, ...GROUND };

/** The widest and the highest that a part is drawn, as height by width, so that the map stays small. */
const ASPECT = { least: 0.6, most: 1.1 };
/** Land around a part, as a share of its width. */
const MARGIN = 0.12;

/** The part of the drawing around a box. */
function frameBox({ west, east, south, north }: Box): Frame {
  const start = projectToGround({ lon: west, lat: north });
  const end = projectToGround({ lon: east, lat: south });
  const inner = { width: end.x - start.x, height: end.y - start.y };
  const margin = MARGIN * Math.max(inner.width, inner.height);
  const width = Math.max(inner.width + 2 * margin, (inner.height + 2 * margin) / ASPECT.most);
  const height = Math.max(inner.height + 2 * margin, width * ASPECT.least);
  return {
    x: (start.x + end.x - width) / 2,
    y: (start.y + end.y - height) / 2,
    width,
    height,
  };
}
