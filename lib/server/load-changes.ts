import "server-only";
import type { Change, Span } from "@/lib/changes/change";
import { buildChangeLogInSteps } from "@/lib/changes/change-log";
import { listChangesInSteps } from "@/lib/changes/changes";
import { type DatedChange, listDatedChangesInSteps } from "@/lib/changes/event-timeline";
import { listChangeRows } from "@/lib/contract/changes-answer";
import { runInSlices } from "./in-slices";
import { processSingleton } from "./process-singleton";
import type { RegistryView } from "./registry-at";

/** `listChangesBetween`; requests of other kinds go on meanwhile. */
export function loadChangesBetween(view: RegistryView, span: Span): Promise<Change[]> {
  return runInSlices(listChangesInSteps(view, span));
}

/** `listDatedChanges` of a view; requests of other kinds go on meanwhile. */
export function loadDatedChanges(
  view: RegistryView,
  zones: ReadonlySet<string>,
): Promise<DatedChange[]> {
  return runInSlices(listDatedChangesInSteps(view, view.registry, zones));
}

const getLogs = () =>
  processSingleton("change-logs", () => new WeakMap<RegistryView, ReturnType<typeof makeLog>>());

/**
 * Every change up to the day of a view with the name of its zone, latest first (see `buildChangeLog`). It is made once for
 * each view, and requests of other kinds go on meanwhile.
 */
export function loadChangeLog(view: RegistryView): ReturnType<typeof makeLog> {
  const logs = getLogs();
  const log = logs.get(view) ?? makeLog(view);
  logs.set(view, log);
  return log;
}

async function makeLog(view: RegistryView) {
  const log = await runInSlices(buildChangeLogInSteps(view, view.asOf));
  return listChangeRows(view, log, view.registry);
}
