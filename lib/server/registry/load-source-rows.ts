import "server-only";
import { countClaimsInSteps } from "@/lib/evidence/source-counts";
import { buildSourceRowsInSteps, type SourceRow } from "@/lib/evidence/source-rows";
import { runFor } from "../in-slices";
import { onceFor } from "../once-for";
import type { RegistryView } from "./registry-at";

/** `buildSourceRows` of a view. It is made once; for many zones, requests of other kinds go on meanwhile. */
export function loadSourceRows(view: RegistryView): Promise<readonly SourceRow[]> {
  return onceFor("source-rows", view, () => runFor(view, buildSourceRowsInSteps(view)));
}

/** The reports on the zones of a view and their firms, as many as the list of sources and the files have. */
export function countReports(view: RegistryView): Promise<number> {
  const { registry, evidence } = view;
  return onceFor("report-count", view, () => runFor(view, countClaimsInSteps(registry, evidence)));
}
