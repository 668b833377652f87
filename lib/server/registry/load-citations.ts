import "server-only";
import type { Registry } from "@/lib/evidence/registry";
import { countCitationsInSteps } from "@/lib/formats/day-tables";
import { runFor } from "../in-slices";
import { processSingleton } from "../process-singleton";
import type { RegistryView } from "./registry-at";

type Citations = ReturnType<typeof count>;

const count = (view: RegistryView, registry: Registry) =>
  runFor(view, countCitationsInSteps(view, registry));

/**
 * How many claims cite each source, counted once for each registry; for many zones, requests of other kinds go on meanwhile.
 * @param registry that of the view, or some of its zones
 */
export function loadCitations(view: RegistryView, registry: Registry): Citations {
  const all = processSingleton("citations", () => new WeakMap<Registry, Citations>());
  const citations = all.get(registry) ?? count(view, registry);
  all.set(registry, citations);
  return citations;
}
