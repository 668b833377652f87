import "server-only";
import type { Change, Span } from "@/lib/changes/change";
import {
  buildChangeLogInSteps,
  continueChangeLog,
  type LoggedChange,
} from "@/lib/changes/change-log";
import { listChangesInSteps } from "@/lib/changes/changes";
import {
  continueDatedChanges,
  type DatedChange,
  listDatedChangesInSteps,
} from "@/lib/changes/event-timeline";
import {
  type ChangeRow,
  listChangeRowsInSteps,
  type NamedChange,
} from "@/lib/contract/changes-answer";
import { type FactsMark, isContinued, markFacts } from "@/lib/evidence/add-facts";
import { listTouchedZones } from "@/lib/evidence/touched-zones";
import { runFor } from "../in-slices";
import { processSingleton } from "../process-singleton";
import type { RegistryView } from "./registry-at";

/** `listChangesBetween`; for many zones, requests of other kinds go on meanwhile. */
export function loadChangesBetween(view: RegistryView, span: Span): Promise<Change[]> {
  return runFor(view, listChangesInSteps(view, span));
}

/** `loadChangesBetween` with the names of the zones at the end of the span. */
export async function loadChangeRowsBetween(
  view: RegistryView,
  span: Span,
): Promise<NamedChange[]> {
  const changes = await loadChangesBetween(view, span);
  return runFor(view, listChangeRowsInSteps(view, changes, span.to));
}

/** More zones share the changes of all. */
const FEW_ZONES = 100;

/** What is listed of the view that was last asked for: that of a large registry takes much memory. */
interface Kept<T> {
  last: {
    readonly view: RegistryView;
    readonly mark: FactsMark;
    readonly made: Promise<readonly T[]>;
  } | null;
}

/**
 * What is listed of a view; for many zones, requests of other kinds go on meanwhile.
 * @param name of what is listed, in this application
 * @param goOn lists it from what was listed of the same day before some zones were touched
 */
function loadList<T>(
  name: string,
  view: RegistryView,
  list: () => Iterator<unknown, readonly T[]>,
  goOn: (before: readonly T[], touched: ReadonlySet<string>) => Iterator<unknown, readonly T[]>,
): Promise<readonly T[]> {
  const { current, asOf, facts } = view;
  const kept = processSingleton(
    current ? name : `${name} of a past day`,
    (): Kept<T> => ({ last: null }),
  );
  const { last } = kept;
  if (last?.view === view) return last.made;
  const isContinuable = current && last?.view.asOf === asOf && isContinued(last.mark, facts);
  const make = async () => {
    const before = isContinuable ? await last.made.catch(() => null) : null;
    if (before === null || !last) return runFor(view, list());
    return runFor(view, goOn(before, new Set(listTouchedZones(last.mark, facts))));
  };
  const made = make();
  kept.last = { view, mark: markFacts(facts), made };
  made.catch(() => {
    if (kept.last?.made === made) kept.last = null;
  });
  return made;
}

/** `listDatedChanges` of a view; for many zones, requests of other kinds go on meanwhile. */
export async function loadDatedChanges(
  view: RegistryView,
  zones: ReadonlySet<string>,
): Promise<readonly DatedChange[]> {
  if (zones.size <= FEW_ZONES)
    return runFor(view, listDatedChangesInSteps(view, view.registry, zones));
  const all = await loadList(
    "dated-changes",
    view,
    () => listDatedChangesInSteps(view, view.registry),
    (before, touched) => continueDatedChanges(before, view, view.registry, touched),
  );
  return all.filter(({ change }) => zones.has(change.zone));
}

/** A change of the log with the name of its zone. */
type LoggedRow = ChangeRow & Pick<LoggedChange, "moment" | "at">;

/**
 * Every change up to the day of a view with the name of its zone, latest first (see `buildChangeLog`). It is made once for
 * each view; for many zones, requests of other kinds go on meanwhile.
 */
export function loadChangeLog(view: RegistryView): Promise<readonly LoggedRow[]> {
  const nameZones = (log: readonly LoggedChange[]) =>
    listChangeRowsInSteps(view, log, view.registry);
  return loadList<LoggedRow>(
    "change-log",
    view,
    () => makeLog(view),
    (before, touched) => continueChangeLog(before, view, view.asOf, touched, nameZones),
  );
}

function* makeLog(view: RegistryView): Generator<void, readonly LoggedRow[]> {
  const log = yield* buildChangeLogInSteps(view, view.asOf);
  return yield* listChangeRowsInSteps(view, log, view.registry);
}
