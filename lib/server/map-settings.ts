import "server-only";
import { env } from "./env";

/** What the settings of the operator add to the map; null: nothing. */
export function mapSettings() {
  const { MAP_STYLE_URL, MAP_PMTILES, MAP_IMAGERY_URL, MAP_IMAGERY_ATTRIBUTION } = env();
  return {
    styleUrl: MAP_STYLE_URL ?? null,
    pmtiles: MAP_PMTILES ?? null,
    imagery:
      MAP_IMAGERY_URL === undefined
        ? null
        : { url: MAP_IMAGERY_URL, attribution: MAP_IMAGERY_ATTRIBUTION ?? "" },
  };
}

/** The other origins from which browsers load parts of the map, each once. */
export function listMapOrigins(): readonly string[] {
  const { styleUrl, pmtiles, imagery } = mapSettings();
  const addresses = [styleUrl, pmtiles, imagery?.url ?? null];
  const origins = addresses.flatMap((address) =>
    address?.startsWith("http") ? [new URL(address).origin] : [],
  );
  return [...new Set(origins)];
}
