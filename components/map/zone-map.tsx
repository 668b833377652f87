"use client";

import "maplibre-gl/dist/maplibre-gl.css";
import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { toast } from "@/components/ui/toast";
import { usePlainText } from "@/lib/text/use-plain-text";
import { MapControls, MapNotes, ScaleBar } from "./map-controls";
import { cssColour, showArea } from "./map-engine";
import type { MapLayer, MapSettings } from "./map-layers";
import { takePicture } from "./map-picture";
import { COUNTRY, type MapBounds, type MapPoint, type MapShading, type MapView } from "./map-point";
import { useMap } from "./use-map";
import { provideZoneImages } from "./zone-images";
import { MarkSamples, ZoneLayer } from "./zone-layer";
import { pickedFeatures, zoneFeatures } from "./zone-source";

/** Keep `points` and `shading` the same objects while they do not change. */
interface ZoneMapProps {
  points: readonly MapPoint[];
  /** Slug of the zone that is highlighted here or elsewhere; null: none. */
  highlighted: string | null;
  onHighlight: (slug: string | null) => void;
  onSelect: (slug: string) => void;
  /** null: `results`, and without them the whole country. */
  view: MapView | null;
  /** The area of the zones that a query finds; null: the whole country. */
  results: MapBounds | null;
  /** Called when the reader moves the map; null: back to what it shows without a view. */
  onViewChange: (view: MapView | null) => void;
  shading: MapShading;
  sizeByArea: boolean;
  theme: "light" | "dark";
  /** The same object while it does not change. */
  settings: MapSettings;
  /** The layers that are switched on. */
  layers: readonly MapLayer[];
  /** The tooltip of the highlighted marker. */
  renderTip?: (slug: string) => ReactNode;
  /** Where the map cannot be drawn: a drawing of the same zones. */
  fallback: ReactNode;
  /** Over the map, such as the legend. Position it absolutely. */
  children?: ReactNode;
}

/**
 * Zones on a map: the map library draws the basemap, and the zones over it are buttons. The frame has
 * `data-painted="true"` once the basemap is drawn.
 */
export function ZoneMap(props: ZoneMapProps) {
  const { theme, settings, layers, shading, points, sizeByArea, highlighted } = props;
  const { t } = usePlainText();
  const frame = useRef<HTMLElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const printed = useRef<HTMLDivElement>(null);
  const zones = useMemo(() => zoneFeatures(points, sizeByArea), [points, sizeByArea]);
  const picked = useMemo(
    () => pickedFeatures(points, sizeByArea, highlighted),
    [points, sizeByArea, highlighted],
  );
  const { map, painted, failure, attributions } = useMap(ground, {
    theme,
    settings,
    layers,
    shading,
    view: props.view,
    home: props.results ?? COUNTRY,
    onViewChange: props.onViewChange,
    title: t("map.canvas"),
    zones: { zones, picked },
    onMade: (made) => provideZoneImages(made, () => frame.current),
  });
  const resetTo = props.results !== null && props.view !== null ? "results" : "country";
  const routes = layers.includes("routes");
  usePrintedMap(map, printed);

  async function savePicture(from: MapLibreMap) {
    const foot = {
      text: t("map.notes.picture", {
        notes: t("map.notes.all"),
        schematic: routes ? t("map.notes.schematic") : "",
        sources: attributions.join(" · "),
      }),
      ink: cssColour("ink-2"),
      ground: cssColour("paper"),
    };
    try {
      const { saveFile } = await import("@/lib/client/download");
      saveFile(await takePicture(from, foot), "cpec-sez-tracker-map.png");
    } catch {
      toast(t("map.pictureFailed"));
    }
  }

  if (failure !== null) {
    return (
      <div className="relative size-full min-h-60 bg-sea">
        {props.fallback}
        <p className="absolute inset-x-3 top-3 w-fit rounded-2 bg-paper px-3 py-2 text-ink-2 shadow-edge">
          {t(`map.failure.${failure}`)}
        </p>
      </div>
    );
  }
  return (
    <section
      ref={frame}
      aria-label={t("map.label")}
      data-painted={painted}
      className={cx(
        "@container relative isolate size-full min-h-60 overflow-hidden print:h-auto",
        painted && "bg-sea print:bg-transparent",
      )}
    >
      <div className={cx("size-full print:hidden", !painted && "opacity-0")}>
        <div ref={ground} className="size-full" />
      </div>
      <MarkSamples />
      <div ref={printed} data-printed className="hidden print:block" />
      {map === null ? null : (
        <>
          <ZoneLayer
            map={map}
            points={points}
            highlighted={highlighted}
            onHighlight={props.onHighlight}
            onSelect={props.onSelect}
            renderTip={props.renderTip}
          />
          <div className="pointer-events-none absolute inset-x-3 bottom-[calc(var(--map-foot,0px)+8px)] flex items-end gap-3 print:static print:mt-1">
            <div className="min-w-0 flex-1">
              <MapNotes attributions={attributions} schematic={routes} />
            </div>
            <ScaleBar map={map} />
          </div>
          <MapControls
            map={map}
            frame={frame}
            reset={resetTo}
            onReset={() =>
              props.onViewChange(
                resetTo === "results" || props.results === null ? null : showArea(map, COUNTRY),
              )
            }
            onPicture={() => savePicture(map)}
          />
        </>
      )}
      {props.children}
    </section>
  );
}

/** Puts a picture of the map as it is now into `target` before the page is printed: browsers print no canvas of this kind. */
function usePrintedMap(map: MapLibreMap | null, target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (map === null) return;
    const draw = () => {
      // The picture exists only right after it is drawn.
      map.redraw();
      const picture = new Image();
      picture.alt = "";
      picture.src = map.getCanvas().toDataURL();
      target.current?.replaceChildren(picture);
    };
    const clear = () => target.current?.replaceChildren();
    window.addEventListener("beforeprint", draw);
    window.addEventListener("afterprint", clear);
    return () => {
      window.removeEventListener("beforeprint", draw);
      window.removeEventListener("afterprint", clear);
    };
  }, [map, target]);
}
