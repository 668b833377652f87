import "server-only";
import { buildSourceRowsInSteps, type SourceRow } from "@/lib/evidence/source-rows";
import { runFor } from "../in-slices";
import { processSingleton } from "../process-singleton";
import type { RegistryView } from "./registry-at";

const getRows = () =>
  processSingleton("source-rows", () => new WeakMap<RegistryView, Promise<readonly SourceRow[]>>());

/** `buildSourceRows` of a view. It is made once; for many zones, requests of other kinds go on meanwhile. */
export function loadSourceRows(view: RegistryView): Promise<readonly SourceRow[]> {
  const kept = getRows();
  const rows = kept.get(view) ?? runFor(view, buildSourceRowsInSteps(view));
  kept.set(view, rows);
  return rows;
}
