import "server-only";
import type { Change, Span } from "@/lib/changes/change";
import { buildChangeLogInSteps } from "@/lib/changes/change-log";
import { listChangesInSteps } from "@/lib/changes/changes";
import { type DatedChange, listDatedChangesInSteps } from "@/lib/changes/event-timeline";
import { type ChangeRow, listChangeRowsInSteps } from "@/lib/contract/changes-answer";
import { runFor } from "../in-slices";
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

/** More zones share the changes of all, which are kept. */
const FEW_ZONES = 100;

const getDated = () =>
  processSingleton("dated-changes", () => new WeakMap<RegistryView, Promise<DatedChange[]>>());

/** `listDatedChanges` of a view; for many zones, requests of other kinds go on meanwhile. */
export async function loadDatedChanges(
  view: RegistryView,
  zones: ReadonlySet<string>,
): Promise<readonly DatedChange[]> {
  if (zones.size <= FEW_ZONES)
    return runFor(view, listDatedChangesInSteps(view, view.registry, zones));
  const kept = getDated();
  const all = kept.get(view) ?? runFor(view, listDatedChangesInSteps(view, view.registry));
  kept.set(view, all);
  return (await all).filter(({ change }) => zones.has(change.zone));
}

const getLogs = () =>
  processSingleton("change-logs", () => new WeakMap<RegistryView, ReturnType<typeof makeLog>>());

/**
 * Every change up to the day of a view with the name of its zone, latest first (see `buildChangeLog`). It is made once for
 * each view; for many zones, requests of other kinds go on meanwhile.
 */
export function loadChangeLog(view: RegistryView): ReturnType<typeof makeLog> {
  const logs = getLogs();
  const log = logs.get(view) ?? makeLog(view);
  logs.set(view, log);
  return log;
}

async function makeLog(view: RegistryView) {
  const log = await runFor(view, buildChangeLogInSteps(view, view.asOf));
  return runFor(view, listChangeRowsInSteps(view, log, view.registry));
}
