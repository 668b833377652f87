"use client";

import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useState } from "react";
import { metresPerPixel } from "./map-engine";
import { type Scale, scaleFor } from "./scale";

/** How long a distance on the ground is in the picture, at its centre. */
export function ScaleBar({ map }: { map: MapLibreMap }) {
  const [scale, setScale] = useState<Scale | null>(null);
  useEffect(() => {
    const measure = () => {
      const next = scaleFor(metresPerPixel(map.getCenter().lat, map.getZoom()));
      setScale((now) => (now?.label === next.label && now.width === next.width ? now : next));
    };
    measure();
    map.on("move", measure);
    return () => {
      map.off("move", measure);
    };
  }, [map]);
  if (scale === null) {
    return null;
  }
  return (
    <div className="tabular pointer-events-none text-11 text-ink-2" data-scale={scale.label}>
      <div className="text-center">{scale.label}</div>
      <div className="h-1 border-ink-3 border-x border-b" style={{ width: scale.width }} />
    </div>
  );
}
