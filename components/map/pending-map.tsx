import { StandingMark } from "@/components/evidence/standing-mark";
import { Spinner } from "@/components/ui/spinner";
import type { Place } from "@/lib/catalogue/kinds";
import type { Standing } from "@/lib/readiness/standing";
import { usePlainText } from "@/lib/text/use-plain-text";
import { GROUND, GROUND_BOX, projectToGround, WORLD_WIDTH } from "./ground-frame";
import { HOME_ZOOM, type MapBounds, type MapView } from "./map-point";

/** A zone as it is drawn before the map. */
export interface PendingPoint {
  readonly slug: string;
  readonly location: Place;
  readonly standing: Standing;
  readonly candidate: boolean;
}

interface PendingMapProps {
  points: readonly PendingPoint[];
  /** As the map will have it; null: `home`. */
  view: MapView | null;
  home: MapBounds;
}

/** The land, the disputed region and the Line of Control, in tenths of a unit of the drawing. */
const OUTLINE = "/basemap/outline.svg";

/**
 * Where the map is while it loads: the outline of the country with the tint of the disputed region and the dotted Line of
 * Control, and the zones where they will be. Needs no script.
 */
export function PendingMap({ points, view, home }: PendingMapProps) {
  const { t } = usePlainText();
  const place = view === null ? placeInBounds(home) : placeInView(view);
  const [west, north] = place({ lon: GROUND_BOX.west, lat: GROUND_BOX.north });
  const [east, south] = place({ lon: GROUND_BOX.east, lat: GROUND_BOX.south });
  const drawn = (
    <>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${10 * GROUND.width} ${10 * GROUND.height}`}
        preserveAspectRatio="none"
        className="absolute max-w-none forced-color-adjust-none"
        style={{
          left: west,
          top: north,
          width: `calc(${east} - ${west})`,
          height: `calc(${south} - ${north})`,
        }}
      >
        <use href={`${OUTLINE}#land`} className="fill-land" />
        <use href={`${OUTLINE}#disputed`} className="fill-amber/10" />
        <use
          href={`${OUTLINE}#lineOfControl`}
          fill="none"
          strokeWidth={7}
          strokeDasharray="0.1 15"
          strokeLinecap="round"
          className="stroke-ink-2"
        />
      </svg>
      {points.map(({ slug, location, standing, candidate }) => {
        const [left, top] = place(location);
        return (
          <span
            key={slug}
            data-pending=""
            className="absolute -mt-[7px] -ml-[7px]"
            style={{ left, top }}
          >
            <StandingMark standing={standing} candidate={candidate} />
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
        // As the map pads what it shows: a margin, the legend at the top, the notes at the foot.
        <div className="absolute inset-x-[min(48px,5cqmin)] top-[calc(min(48px,5cqmin)+36px)] bottom-[calc(min(48px,5cqmin)+40px)] grid place-items-center [container-type:size]">
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

/** Width of the world at zoom 0, CSS pixels; doubled by each step. */
const WORLD = 512;

/** CSS pixels of a unit of the drawing. */
const unitAt = (zoom: number) => (WORLD * 2 ** zoom) / WORLD_WIDTH;

type PlaceInMap = (at: Place) => readonly [left: string, top: string];

/** In a box that has the shape of the bounds. */
function placeInBounds(home: MapBounds): PlaceInMap {
  const { left, top, width, height } = measureBounds(home);
  const share = (value: number) => `${(100 * value).toFixed(3)}%`;
  return (at) => {
    const { x, y } = projectToGround(at);
    return [share((x - left) / width), share((y - top) / height)];
  };
}

/** Around the middle of the map. */
function placeInView(view: MapView): PlaceInMap {
  const middle = projectToGround(view);
  const unit = unitAt(view.zoom);
  const from = (units: number) => `calc(50% + ${(units * unit).toFixed(1)}px)`;
  return (at) => {
    const { x, y } = projectToGround(at);
    return [from(x - middle.x), from(y - middle.y)];
  };
}

/** The largest box of the shape of the bounds in the room that the map leaves for them. */
function frameBounds(home: MapBounds) {
  const { width, height } = measureBounds(home);
  const ratio = width / height;
  const most = width * unitAt(HOME_ZOOM);
  return {
    width: `min(100cqw, ${(100 * ratio).toFixed(3)}cqh, ${most.toFixed(3)}px)`,
    aspectRatio: ratio.toFixed(5),
  };
}

/** Bounds in units of the drawing. One zone alone has an area too, so that nothing is divided by 0. */
function measureBounds([[west, south], [east, north]]: MapBounds) {
  const least = 0.004;
  const { x: left, y: top } = projectToGround({ lon: west, lat: north });
  const { x: right, y: bottom } = projectToGround({ lon: east, lat: south });
  return {
    left,
    top,
    width: Math.max(least, right - left),
    height: Math.max(least, bottom - top),
  };
}
