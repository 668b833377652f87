import "server-only";
import { memoize } from "@/lib/evidence/shared-cache";
import { countAllClaims } from "@/lib/evidence/source-counts";
import { buildSourceRows } from "@/lib/evidence/source-rows";
import type { RegistryView } from "./registry-at";

/** `buildSourceRows` of a view, computed once. */
export const loadSourceRows = memoize("source-rows", (view: RegistryView) => buildSourceRows(view));

/** The reports on the zones of a view and their firms, as many as the list of sources and the files have. */
export const countReports = memoize("report-count", ({ registry, evidence }: RegistryView) =>
  countAllClaims(registry, evidence),
);
