"use client";

import type { ReactElement } from "react";
import type { MapShading } from "@/components/map/map-point";
import { Menu, MenuChoice, MenuSeparator } from "@/components/ui/menu";

/** Props of the map's choices. */
export interface MapOptionsProps {
  trigger: ReactElement;
  defaultOpen: boolean;
  sizeByArea: boolean;
  shading: MapShading["mode"];
  onSize: (byArea: boolean) => void;
  onShading: (mode: MapShading["mode"]) => void;
}

/** How large the markers are, and what tints the provinces. */
export function MapOptions(props: MapOptionsProps) {
  return (
    <Menu trigger={props.trigger} defaultOpen={props.defaultOpen}>
      <MenuChoice
        label="Markers"
        value={props.sizeByArea ? "area" : "even"}
        onChange={(size) => props.onSize(size === "area")}
        choices={[
          { value: "even", label: "All of one size" },
          { value: "area", label: "Sized by area" },
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
