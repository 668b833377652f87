"use client";

import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useState } from "react";
import { usePlainText } from "@/lib/text/use-plain-text";
import { metresPerPixel } from "./map-engine";
import { type Scale, scaleFor } from "./scale";

/** The scale at the centre of the map. */
export function ScaleBar({ map }: { map: MapLibreMap }) {
  const text = usePlainText();
  const [scale, setScale] = useState<Scale | null>(null);
  useEffect(() => {
    const measure = () => {
      const next = scaleFor(metresPerPixel(map.getCenter().lat, map.getZoom()));
      setScale((now) => (now?.length === next.length && now.width === next.width ? now : next));
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
  const label = text.t("map.scale", { length: text.number(scale.length), unit: scale.unit });
  return (
    <div className="tabular pointer-events-none text-11 text-ink-2" data-scale={label}>
      <div className="text-center">{label}</div>
      <div className="h-1 border-ink-3 border-x border-b" style={{ width: scale.width }} />
    </div>
  );
}
