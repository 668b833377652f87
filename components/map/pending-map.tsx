import { StatusMark } from "@/components/evidence/status-mark";
import { Spinner } from "@/components/ui/spinner";
import type { Place } from "@/lib/catalogue/kinds";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { MapBounds, MapView } from "./map-point";

/** A zone as it is drawn before the map. */
export interface PendingPoint {
  readonly slug: string;
  readonly location: Place;
  /** Key of the `status` vocabulary; null is unknown. */
  readonly status: string | null;
  readonly candidate: boolean;
}

interface PendingMapProps {
  points: readonly PendingPoint[];
  /** As the map will have it; null: `home`. */
  view: MapView | null;
  home: MapBounds;
}

/** Where the map is while it loads: the outline of the country, and the zones where they will be. Needs no script. */
export function PendingMap({ points, view, home }: PendingMapProps) {
  const { t } = usePlainText();
  const place = view === null ? placeInBounds(home) : placeInView(view);
  const [west, north] = place({ lon: OUTLINE.west, lat: OUTLINE.north });
  const [east, south] = place({ lon: OUTLINE.east, lat: OUTLINE.south });
  const drawn = (
    <>
      <div
        className="absolute bg-land forced-color-adjust-none [mask:url(/basemap/outline.svg)_center/100%_100%_no-repeat]"
        style={{
          left: west,
          top: north,
          width: `calc(${east} - ${west})`,
          height: `calc(${south} - ${north})`,
        }}
      />
      {points.map(({ slug, location, status, candidate }) => {
        const [left, top] = place(location);
        return (
          <span
            key={slug}
            data-pending=""
            className="absolute -mt-[7px] -ml-[7px]"
            style={{ left, top }}
          >
            <StatusMark status={status} candidate={candidate} />
          </span>
        );
      })}
    </>
  );
  return (
    <div
      aria-hidden="true"
      className="pending-map absolute inset-0 overflow-hidden bg-land-far [container-type:size]"
    >
      {view === null ? (
        <div className="pending-map-room">
          <div style={frameBounds(home)} className="relative">
            {drawn}
          </div>
        </div>
      ) : (
        drawn
      )}
      <p className="absolute inset-x-0 bottom-14 mx-auto flex w-fit items-center gap-2 rounded-2 bg-paper/85 px-3 py-2 text-ink-2">
        <Spinner />
        {t("map.loading")}
      </p>
    </div>
  );
}

/** What the outline covers, degrees: the box of scripts/basemap/build-locator.mjs. */
const OUTLINE = { west: 60.2, south: 23, east: 81, north: 37.6 };

/** Degrees to shares of the world's width (Mercator). */
const x = (lon: number) => (lon + 180) / 360;
const y = (lat: number) =>
  (1 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) / 2;

/** Width of the world at zoom 0, CSS pixels; doubled by each step. */
const WORLD = 512;
/** As the map: no nearer than this where it shows an area. */
const NEAREST = 8;

type PlaceInMap = (at: Place) => readonly [left: string, top: string];

/** In a box that has the shape of the bounds. */
function placeInBounds(home: MapBounds): PlaceInMap {
  const { left, top, width, height } = measureBounds(home);
  const share = (value: number) => `${(100 * value).toFixed(3)}%`;
  return ({ lon, lat }) => [share((x(lon) - left) / width), share((y(lat) - top) / height)];
}

/** Around the middle of the map. */
function placeInView({ lon: middle, lat: centre, zoom }: MapView): PlaceInMap {
  const px = WORLD * 2 ** zoom;
  const from = (value: number, origin: number) =>
    `calc(50% + ${((value - origin) * px).toFixed(1)}px)`;
  return ({ lon, lat }) => [from(x(lon), x(middle)), from(y(lat), y(centre))];
}

/** The largest box of the shape of the bounds in the room that the map leaves for them. */
function frameBounds(home: MapBounds) {
  const { width, height } = measureBounds(home);
  const ratio = width / height;
  const most = width * WORLD * 2 ** NEAREST;
  return {
    width: `min(100cqw, ${(100 * ratio).toFixed(3)}cqh, ${most.toFixed(1)}px)`,
    aspectRatio: ratio.toFixed(5),
  };
}

/** Bounds in shares of the world's width. One zone alone has an area too, so that nothing is divided by 0. */
function measureBounds([[west, south], [east, north]]: MapBounds) {
  const least = 1e-6;
  const top = y(north);
  return {
    left: x(west),
    top,
    width: Math.max(least, x(east) - x(west)),
    height: Math.max(least, y(south) - top),
  };
}
