import type { Map as MapLibreMap } from "maplibre-gl";
import { type RefObject, useEffect } from "react";
import { copyDrawing } from "@/components/ui/picture";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Puts the map as it is now, with its markers, into `target` before the page is printed: browsers print no canvas of this
 * kind. One drawing, so that it fits the width of the paper.
 */
export function usePrintedMap(
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
