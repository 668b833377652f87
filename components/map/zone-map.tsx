"use client";

import "maplibre-gl/dist/maplibre-gl.css";
import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, useRef } from "react";
import { toast } from "@/components/ui/toast";
import { ATTRIBUTION } from "./basemap";
import { cssColour } from "./css-colour";
import { MapControls } from "./map-controls";
import { MapNotes, pictureNotes } from "./map-notes";
import { takePicture } from "./map-picture";
import { MapPlaceholder } from "./map-placeholder";
import type { MapPoint, MapShading, MapView } from "./map-point";
import { MarkerLayer } from "./marker-layer";
import { ScaleBar } from "./scale-bar";
import { type MapState, useMap } from "./use-map";

/** Props of the map of zones. Keep `points` and `shading` the same objects while they have not changed. */
export interface ZoneMapProps {
  points: readonly MapPoint[];
  /** Slug of the zone pointed at here or elsewhere. */
  highlighted: string | null;
  onHighlight: (slug: string | null) => void;
  onSelect: (slug: string) => void;
  /** Where the map looks; null: the whole country. */
  view: MapView | null;
  /** Called when the reader has moved the map; null: back to the whole country. */
  onViewChange: (view: MapView | null) => void;
  shading: MapShading;
  sizeByArea: boolean;
  theme: "light" | "dark";
  /** Another map style in place of the product's own; our boundary lines stay on top. */
  styleUrl?: string | null;
  /** px at the foot that something covers, such as a sheet. */
  bottomInset?: number;
  /** What floats beside the highlighted marker. */
  renderTip?: (slug: string) => ReactNode;
  /** What stands over the map: legend, choices. Place it absolutely; it lets the pointer through where it is empty. */
  children?: ReactNode;
}

const FAILURES: Record<NonNullable<MapState["failure"]>, string> = {
  "no-webgl":
    "This browser cannot draw the map: it has no WebGL 2, or it is switched off. The list holds the same zones.",
  "no-style":
    "The map's ground could not be loaded. Reload the page to try again; the list holds the same zones.",
};

/**
 * Zones on a map: the ground by the map library, the zones over it as buttons. `data-painted` is
 * "true" on the frame once the ground was seen to be drawn.
 */
export function ZoneMap(props: ZoneMapProps) {
  const { theme, styleUrl = null, bottomInset = 0, shading } = props;
  const frame = useRef<HTMLElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const { map, painted, failure } = useMap(ground, {
    theme,
    styleUrl,
    shading,
    view: props.view,
    onViewChange: props.onViewChange,
    bottomInset,
  });
  const attribution = styleUrl === null ? ATTRIBUTION : (styleAttribution(map) ?? ATTRIBUTION);

  async function savePicture(from: MapLibreMap) {
    const markers = frame.current?.querySelector("[data-markers]");
    if (!markers) {
      return;
    }
    const foot = {
      text: pictureNotes(attribution),
      ink: cssColour("ink-2"),
      ground: cssColour("paper"),
    };
    try {
      const { saveFile } = await import("@/lib/client/download");
      saveFile(await takePicture(from, markers, foot), "cpec-sez-tracker-map.png");
    } catch {
      toast("The picture could not be made");
    }
  }

  if (failure !== null) {
    return <MapPlaceholder>{FAILURES[failure]}</MapPlaceholder>;
  }
  return (
    <section
      ref={frame}
      aria-label="Map of zones"
      data-painted={painted}
      className="@container relative isolate size-full min-h-60 overflow-hidden bg-sea"
    >
      <div ref={ground} className="size-full" />
      {painted ? null : (
        <div className="pointer-events-none absolute inset-0">
          <MapPlaceholder />
        </div>
      )}
      {map === null ? null : (
        <>
          <MarkerLayer
            map={map}
            points={props.points}
            highlighted={props.highlighted}
            onHighlight={props.onHighlight}
            onSelect={props.onSelect}
            sizeByArea={props.sizeByArea}
            renderTip={props.renderTip}
          />
          <div
            className="pointer-events-none absolute inset-x-3 flex items-end gap-3"
            style={{ bottom: bottomInset + 8 }}
          >
            <div className="min-w-0 flex-1">
              <MapNotes attribution={attribution} />
            </div>
            <div className="grid flex-none justify-items-end gap-3">
              <MapControls
                map={map}
                frame={frame}
                onReset={() => props.onViewChange(null)}
                onPicture={() => savePicture(map)}
              />
              <ScaleBar map={map} />
            </div>
          </div>
        </>
      )}
      {props.children}
    </section>
  );
}

/** What another style says of its sources, without markup. */
function styleAttribution(map: MapLibreMap | null): string | null {
  const sources = Object.values(map?.getStyle()?.sources ?? {});
  const words = sources.map((source) => ("attribution" in source ? source.attribution : undefined));
  const plain = words
    .filter((text) => text !== undefined)
    .map((text) => text.replace(/<[^>]*>/g, ""));
  return plain.length === 0 ? null : [...new Set(plain)].join(" · ");
}
