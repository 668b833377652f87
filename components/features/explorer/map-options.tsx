"use client";

import type { ReactElement } from "react";
import type { MapShading } from "@/components/map/map-point";
import { Menu, MenuChoice, MenuSeparator } from "@/components/ui/menu";
import type { Markers } from "./view-params";

/** Props of the map's choices. */
export interface MapOptionsProps {
  trigger: ReactElement;
  defaultOpen: boolean;
  markers: Markers;
  shading: MapShading["mode"];
  onMarkers: (markers: Markers) => void;
  onShading: (mode: MapShading["mode"]) => void;
}

/** What the markers show, and what tints the provinces. */
export function MapOptions(props: MapOptionsProps) {
  return (
    <Menu trigger={props.trigger} defaultOpen={props.defaultOpen}>
      <MenuChoice
        label="Markers"
        value={props.markers}
        onChange={props.onMarkers}
        choices={[
          { value: "status", label: "All of one size" },
          { value: "area", label: "Sized by area" },
          { value: "power", label: "With power, needed and delivered" },
          { value: "gas", label: "With gas, needed and delivered" },
        ]}
      />
      <MenuSeparator />
      <MenuChoice
        label="Provinces"
        value={props.shading}
        onChange={props.onShading}
        choices={[
          { value: "none", label: "Plain" },
          { value: "count", label: "Shaded by number of zones" },
          { value: "median", label: "Shaded by median readiness" },
        ]}
      />
    </Menu>
  );
}
