"use client";

import dynamic from "next/dynamic";
import { MapPlaceholder } from "./map-placeholder";

/** The map of zones, loaded on its own once the page stands; until then its outline. Use this one in pages. */
export const ZoneMapLazy = dynamic(() => import("./zone-map").then((module) => module.ZoneMap), {
  ssr: false,
  loading: () => <MapPlaceholder />,
});
