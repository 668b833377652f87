"use client";

import type { ReactElement } from "react";
import type { MapLayer } from "@/components/map/map-layers";
import type { MapShading } from "@/components/map/map-point";
import { Menu, MenuChecks, MenuChoice, MenuSeparator } from "@/components/ui/menu";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { Markers } from "./view-params";

/** Chooses what the markers show, the layers of the map, and what shades the provinces. */
export function MapOptions(props: {
  trigger: ReactElement;
  markers: Markers;
  shading: MapShading["mode"];
  /** The layers that may be switched on, and those that are. */
  layers: readonly MapLayer[];
  shown: readonly MapLayer[];
  onMarkers: (markers: Markers) => void;
  onShading: (mode: MapShading["mode"]) => void;
  onLayers: (shown: readonly MapLayer[]) => void;
}) {
  const { t } = usePlainText();
  return (
    <Menu trigger={props.trigger} defaultOpen>
      <MenuChoice
        label={t("explorer.map.options.markers")}
        value={props.markers}
        onChange={props.onMarkers}
        choices={[
          { value: "standing", label: t("explorer.map.options.oneSize") },
          { value: "area", label: t("explorer.map.options.byArea") },
          { value: "power", label: t("explorer.map.options.withPower") },
          { value: "gas", label: t("explorer.map.options.withGas") },
          { value: "firms", label: t("explorer.map.options.byFirms") },
          { value: "supply", label: t("explorer.map.options.bySupply") },
          { value: "support", label: t("explorer.map.options.bySupport") },
        ]}
      />
      <MenuSeparator />
      <MenuChecks
        label={t("explorer.map.options.layers")}
        checked={props.shown}
        onChange={props.onLayers}
        choices={props.layers.map((layer) => ({
          value: layer,
          label: t(`explorer.map.layers.${layer}`),
        }))}
      />
      <MenuSeparator />
      <MenuChoice
        label={t("explorer.map.options.provinces")}
        value={props.shading}
        onChange={props.onShading}
        choices={[
          { value: "none", label: t("explorer.map.options.plain") },
          { value: "count", label: t("explorer.map.options.byCount") },
          { value: "median", label: t("explorer.map.options.byMedian") },
        ]}
      />
    </Menu>
  );
}
