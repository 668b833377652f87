"use client";

import type { Map as MapLibreMap } from "maplibre-gl";
import { useLayoutEffect, useMemo, useState } from "react";
import type { MapPoint } from "./map-point";
import { thinPoints } from "./thin-points";

/** More markers than this take long to draw, and cannot be told apart. */
const MOST = 300;

/** The points to draw. */
interface ShownPoints {
  readonly points: readonly MapPoint[];
  /** Zones for which a point stands, by its slug, where there are more than one. Empty where every point is drawn. */
  readonly counts: ReadonlyMap<string, number>;
}

const NONE: ShownPoints = { points: [], counts: new Map() };

/** All points; of very many only those in the picture, near ones as one. They are chosen again when the map rests. */
export function useThinnedPoints(map: MapLibreMap, points: readonly MapPoint[]): ShownPoints {
  const isThinned = points.length > MOST;
  const [thinned, setThinned] = useState<ShownPoints>(NONE);
  useLayoutEffect(() => {
    if (!isThinned) return;
    const thin = () => setThinned(thinOnMap(map, points));
    thin();
    map.on("moveend", thin);
    map.on("resize", thin);
    return () => {
      map.off("moveend", thin);
      map.off("resize", thin);
    };
  }, [map, points, isThinned]);
  const all = useMemo(() => ({ points, counts: NONE.counts }), [points]);
  return isThinned ? thinned : all;
}

function thinOnMap(map: MapLibreMap, points: readonly MapPoint[]): ShownPoints {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const project = ({ lon, lat }: MapPoint) => map.project([lon, lat]);
  const thinned = thinPoints(points, project, { width, height }, MOST);
  return {
    points: thinned.map(({ point }) => point),
    counts: new Map(
      thinned
        .filter(({ count }) => count > 1)
        .map(({ point, count }): [string, number] => [point.slug, count]),
    ),
  };
}
