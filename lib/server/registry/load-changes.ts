import "server-only";
import { buildChangeLog, continueChangeLog, type LoggedChange } from "@/lib/changes/change-log";
import {
  continueDatedChanges,
  type DatedChange,
  listDatedChanges,
} from "@/lib/changes/event-timeline";
import type { ChangeRow } from "@/lib/contract/answer-schemas";
import { listChangeRows } from "@/lib/contract/changes-answer";
import { type FactsMark, isContinued, markFacts } from "@/lib/evidence/add-facts";
import { listTouchedZones } from "@/lib/evidence/touched-zones";
import { processSingleton } from "../process-singleton";
import type { RegistryView } from "./registry-at";

/** The list of the last view: that of a large registry takes much memory. */
interface Kept<T> {
  last: {
    readonly view: RegistryView;
    readonly mark: FactsMark;
    readonly list: readonly T[];
  } | null;
}

/**
 * The list of a view. After a write, only the entries of touched zones are listed again.
 * @param name of what is listed, in this application
 * @param listAgain lists it from the list of the same day before some zones were touched
 */
function loadList<T>(
  name: string,
  view: RegistryView,
  listAll: () => readonly T[],
  listAgain: (before: readonly T[], touched: ReadonlySet<string>) => readonly T[],
): readonly T[] {
  const { current, asOf, facts } = view;
  const kept = processSingleton(
    current ? name : `${name} of a past day`,
    (): Kept<T> => ({ last: null }),
  );
  const { last } = kept;
  if (last?.view === view) return last.list;
  const isUsable = current && last?.view.asOf === asOf && isContinued(last.mark, facts);
  const list = isUsable
    ? listAgain(last.list, new Set(listTouchedZones(last.mark, facts)))
    : listAll();
  kept.last = { view, mark: markFacts(facts), list };
  return list;
}

/** `listDatedChanges` of a view. Several zones share the list of all. */
export function loadDatedChanges(
  view: RegistryView,
  zones: ReadonlySet<string>,
): readonly DatedChange[] {
  if (zones.size <= 1) return listDatedChanges(view, view.registry, zones);
  const all = loadList(
    "dated-changes",
    view,
    () => listDatedChanges(view, view.registry),
    (before, touched) => continueDatedChanges(before, view, view.registry, touched),
  );
  return all.filter(({ change }) => zones.has(change.zone));
}

/** A change of the log with the name of its zone. */
export type LoggedRow = ChangeRow & Pick<LoggedChange, "moment" | "at">;

/** Every change up to the day of a view with the name of its zone, latest first (see `buildChangeLog`). */
export function loadChangeLog(view: RegistryView): readonly LoggedRow[] {
  const nameZones = (log: readonly LoggedChange[]) => listChangeRows(view, log, view.registry);
  return loadList<LoggedRow>(
    "change-log",
    view,
    () => nameZones(buildChangeLog(view, view.asOf)),
    (before, touched) => continueChangeLog(before, view, view.asOf, touched, nameZones),
  );
}
