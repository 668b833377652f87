import "server-only";
import { nameIn } from "@/lib/evidence/local-name";
import { sharedCache } from "@/lib/evidence/shared-cache";
import { DEFAULT_LOCALE, type Locale } from "@/lib/text/locales";
import type { RegistryView } from "./registry-at";

const named = sharedCache<RegistryView, Map<Locale, RegistryView>>("named-views");

/** A view in which zones have the names that sources give in the language of a page, where they give one. */
export function nameViewIn(locale: Locale, view: RegistryView): RegistryView {
  if (locale === DEFAULT_LOCALE) return view;
  const known = named.get(view) ?? new Map<Locale, RegistryView>();
  named.set(view, known);
  const made = known.get(locale) ?? {
    ...view,
    registry: {
      ...view.registry,
      zones: view.registry.zones.map((zone) => nameIn(locale, zone)),
    },
    rows: view.rows.map((row) => nameIn(locale, row)),
    loadRowsOn: async (day) => (await view.loadRowsOn(day)).map((row) => nameIn(locale, row)),
  };
  known.set(locale, made);
  return made;
}
