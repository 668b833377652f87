import type { PickableZone } from "@/components/features/compare/zone-picker";
import { getLabel } from "@/lib/catalogue/vocabularies";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { shortDistrict } from "@/lib/text/short-district";

/**
 * The zones that can be put beside those picked, by name.
 * @param hrefOf the comparison of some zones
 */
export function pickable(
  zones: readonly ZoneRecord[],
  picked: readonly string[],
  hrefOf: (slugs: readonly string[]) => string,
): PickableZone[] {
  return zones
    .filter(({ slug }) => !picked.includes(slug))
    .map(({ slug, values: { name, district, province } }) => ({
      slug,
      name: shortZoneName(name ?? slug),
      place:
        [shortDistrict(district), province === null ? null : getLabel("province", province)]
          .filter((part) => part !== null)
          .join(", ") || "place unknown",
      href: hrefOf([...picked, slug]),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
