import "server-only";
import { env } from "./env";

/** What the settings of the operator add to the map; null: nothing. */
export function mapSettings() {
  const { MAP_STYLE_URL, MAP_PMTILES, MAP_IMAGERY_URL } = env();
  const [, url, attribution = ""] = /^(\S+)\s*(.*)$/.exec(MAP_IMAGERY_URL ?? "") ?? [];
  return {
    styleUrl: MAP_STYLE_URL ?? null,
    pmtiles: MAP_PMTILES ?? null,
    imagery: url === undefined ? null : { url, attribution },
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
