"use client";

import "maplibre-gl/dist/maplibre-gl.css";
import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { copyDrawing } from "@/components/ui/picture";
import { toast } from "@/components/ui/toast";
import { usePlainText } from "@/lib/text/use-plain-text";
import { MapControls, MapNotes, ScaleBar } from "./map-controls";
import { cssColour, showArea } from "./map-engine";
import type { MapLayer, MapSettings } from "./map-layers";
import { takePicture } from "./map-picture";
import { COUNTRY, type MapBounds, type MapPoint, type MapShading, type MapView } from "./map-point";
import { MarkerLayer } from "./marker-layer";
import { useMap } from "./use-map";

const SVG = "http://www.w3.org/2000/svg";

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
  /** Over the map, such as the legend. Position it absolutely. */
  children?: ReactNode;
}

/**
 * Zones on a map: the map library draws the basemap, and the zones over it are buttons. The frame has
 * `data-painted="true"` once the basemap is drawn.
 */
export function ZoneMap(props: ZoneMapProps) {
  const { theme, settings, layers, shading } = props;
  const { t } = usePlainText();
  const frame = useRef<HTMLElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const printed = useRef<HTMLDivElement>(null);
  const { map, painted, failure, attributions } = useMap(ground, {
    theme,
    settings,
    layers,
    shading,
    view: props.view,
    home: props.results ?? COUNTRY,
    onViewChange: props.onViewChange,
    title: t("map.canvas"),
  });
  const resetTo = props.results !== null && props.view !== null ? "results" : "country";
  const routes = layers.includes("routes");
  usePrintedMap(map, frame, printed);

  async function savePicture(from: MapLibreMap) {
    const markers = frame.current?.querySelector("[data-markers]");
    if (!markers) {
      return;
    }
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
      saveFile(await takePicture(from, markers, foot), "cpec-sez-tracker-map.png");
    } catch {
      toast(t("map.pictureFailed"));
    }
  }

  if (failure !== null) {
    return <MapPlaceholder>{t(`map.failure.${failure}`)}</MapPlaceholder>;
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
      <div ref={ground} className={cx("size-full print:hidden", !painted && "opacity-0")} />
      <div ref={printed} data-printed className="hidden print:block" />
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
          <div className="pointer-events-none absolute inset-x-3 bottom-[calc(var(--map-foot,0px)+8px)] flex items-end gap-3 print:static print:mt-1">
            <div className="min-w-0 flex-1">
              <MapNotes attributions={attributions} schematic={routes} />
            </div>
            <div className="grid flex-none justify-items-end gap-3">
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
              <ScaleBar map={map} />
            </div>
          </div>
        </>
      )}
      {props.children}
    </section>
  );
}

/** In place of the map where it cannot be drawn: the outline of the country and why. */
function MapPlaceholder({ children }: { children: ReactNode }) {
  return (
    <div className="relative grid size-full min-h-60 place-items-center overflow-hidden bg-land-far">
      <div
        aria-hidden="true"
        className="absolute inset-[5%] bg-land forced-color-adjust-none [mask:url(/basemap/outline.svg)_center/contain_no-repeat]"
      />
      <div className="relative max-w-80 rounded-2 bg-paper/85 px-3 py-2 text-ink-2">{children}</div>
    </div>
  );
}

/**
 * Puts the map as it is now, with its markers, into `target` before the page is printed: browsers print no canvas of this
 * kind. One drawing, so that it fits the width of the paper.
 */
function usePrintedMap(
  map: MapLibreMap | null,
  frame: RefObject<HTMLElement | null>,
  target: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    if (map === null) return;
    const draw = () => {
      const layer = frame.current?.querySelector("[data-markers]");
      if (layer) target.current?.replaceChildren(drawMap(map, layer));
    };
    const clear = () => target.current?.replaceChildren();
    window.addEventListener("beforeprint", draw);
    window.addEventListener("afterprint", clear);
    return () => {
      window.removeEventListener("beforeprint", draw);
      window.removeEventListener("afterprint", clear);
    };
  }, [map, frame, target]);
}

function drawMap(map: MapLibreMap, layer: Element): Element {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  // The picture of the basemap exists only right after it is drawn.
  map.redraw();
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("width", "100%");
  const ground = document.createElementNS(SVG, "image");
  ground.setAttribute("href", map.getCanvas().toDataURL());
  ground.setAttribute("width", String(width));
  ground.setAttribute("height", String(height));
  const origin = layer.getBoundingClientRect();
  const marks = [...layer.querySelectorAll("svg")].map((drawing) => copyDrawing(drawing, origin));
  svg.append(ground, ...marks);
  return svg;
}
