import type { Place } from "@/lib/catalogue/kinds";
import type { Text } from "@/lib/text/text";

/**
 * Where a zone's marker is placed, and how precisely.
 * @param location null is unknown
 * @param precision null is unknown
 */
export function describePlacing(
  { t }: Text,
  location: Place | null,
  precision: "site" | "town" | "district" | null,
): string {
  return location === null ? t("map.place.unknown") : t(`map.place.${precision ?? "imprecise"}`);
}
