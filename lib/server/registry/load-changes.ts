import "server-only";
import type { Change, Span } from "@/lib/changes/change";
import { buildChangeLogInSteps } from "@/lib/changes/change-log";
import { listChangesInSteps } from "@/lib/changes/changes";
import { type DatedChange, listDatedChangesInSteps } from "@/lib/changes/event-timeline";
import { type ChangeRow, listChangeRowsInSteps } from "@/lib/contract/changes-answer";
import { runFor } from "../in-slices";
import { onceFor } from "../once-for";
import { processSingleton } from "../process-singleton";
import type { RegistryView } from "./registry-at";

/** `listChangesBetween`; for many zones, requests of other kinds go on meanwhile. */
export function loadChangesBetween(view: RegistryView, span: Span): Promise<Change[]> {
  return runFor(view, listChangesInSteps(view, span));
}

/** `loadChangesBetween` with the names of the zones at the end of the span. */
export async function loadChangeRowsBetween(view: RegistryView, span: Span): Promise<ChangeRow[]> {
  const changes = await loadChangesBetween(view, span);
  return runFor(view, listChangeRowsInSteps(view, changes, span.to));
}

/** More zones share the changes of all. */
const FEW_ZONES = 100;

/** The changes of the view that was last asked for: those of a large registry take much memory. */
interface KeptChanges {
  last: { readonly view: RegistryView; readonly changes: Promise<readonly DatedChange[]> } | null;
}

/** `listDatedChanges` of a view; for many zones, requests of other kinds go on meanwhile. */
export async function loadDatedChanges(
  view: RegistryView,
  zones: ReadonlySet<string>,
): Promise<readonly DatedChange[]> {
  if (zones.size <= FEW_ZONES)
    return runFor(view, listDatedChangesInSteps(view, view.registry, zones));
  const kept = processSingleton("dated-changes", (): KeptChanges => ({ last: null }));
  if (kept.last?.view !== view) {
    kept.last = { view, changes: runFor(view, listDatedChangesInSteps(view, view.registry)) };
  }
  return (await kept.last.changes).filter(({ change }) => zones.has(change.zone));
}

/**
 * Every change up to the day of a view with the name of its zone, latest first (see `buildChangeLog`). It is made once for
 * each view; for many zones, requests of other kinds go on meanwhile.
 */
export function loadChangeLog(view: RegistryView): ReturnType<typeof makeLog> {
  return onceFor("change-logs", view, () => makeLog(view));
}

async function makeLog(view: RegistryView) {
  const log = await runFor(view, buildChangeLogInSteps(view, view.asOf));
  return runFor(view, listChangeRowsInSteps(view, log, view.registry));
}
