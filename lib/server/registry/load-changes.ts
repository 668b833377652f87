import "server-only";
import type { Change, Span } from "@/lib/changes/change";
import { buildChangeLogInSteps } from "@/lib/changes/change-log";
import { listChangesInSteps } from "@/lib/changes/changes";
import { type DatedChange, listDatedChangesInSteps } from "@/lib/changes/event-timeline";
import { listChangeRows } from "@/lib/contract/changes-answer";
import { finish } from "@/lib/evidence/steps";
import { runInSlices } from "../in-slices";
import { processSingleton } from "../process-singleton";
import type { RegistryView } from "./registry-at";

/**
 * The most zones whose changes are made at once, which takes milliseconds. Next orders what a page sends by what is ready
 * first, so a pause that depends on the time would give equal requests other bytes.
 */
const MOST_AT_ONCE = 1_000;

/** The result of work on a view; for many zones, requests of other kinds go on meanwhile. */
const run = async <T>({ facts }: RegistryView, steps: Iterator<unknown, T>): Promise<T> =>
  facts.zones.length > MOST_AT_ONCE ? runInSlices(steps) : finish(steps);

/** `listChangesBetween`; for many zones, requests of other kinds go on meanwhile. */
export function loadChangesBetween(view: RegistryView, span: Span): Promise<Change[]> {
  return run(view, listChangesInSteps(view, span));
}

/** `listDatedChanges` of a view; for many zones, requests of other kinds go on meanwhile. */
export function loadDatedChanges(
  view: RegistryView,
  zones: ReadonlySet<string>,
): Promise<DatedChange[]> {
  return run(view, listDatedChangesInSteps(view, view.registry, zones));
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
  const log = await run(view, buildChangeLogInSteps(view, view.asOf));
  return listChangeRows(view, log, view.registry);
}
