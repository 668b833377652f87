"use client";

import dynamic from "next/dynamic";
import { MapPlaceholder } from "./map-placeholder";

/** The map of zones, loaded after the page; until then its outline. Pages use this one. */
export const ZoneMapLazy = dynamic(() => import("./zone-map").then((module) => module.ZoneMap), {
  ssr: false,
  loading: () => <MapPlaceholder />,
});
