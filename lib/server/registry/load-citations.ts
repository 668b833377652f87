import "server-only";
import type { Registry } from "@/lib/evidence/registry";
import { countCitationsInSteps } from "@/lib/formats/day-tables";
import { runFor } from "../in-slices";
import { onceFor } from "../once-for";
import type { RegistryView } from "./registry-at";

/**
 * How many claims cite each source, counted once for each registry; for many zones, requests of other kinds go on meanwhile.
 * @param registry that of the view, or some of its zones
 */
export function loadCitations(view: RegistryView, registry: Registry) {
  return onceFor("citations", registry, () => runFor(view, countCitationsInSteps(view, registry)));
}
