import { fieldSpec } from "../catalogue/fields";
import { SUBJECTS_OF_FACTS } from "../catalogue/kinds";
import type { ZoneRecord } from "../evidence/registry";
import type { Moment } from "../evidence/resolve";
import {
  getZoneTargets,
  TARGET_KEYS,
  TARGET_STATES,
  type Target,
  type TargetKey,
} from "../targets/targets";
import type { Text } from "../text/text";
import type { Column } from "./columns";
import { FLAG_VALUES } from "./columns";
import { zoneSpecs } from "./evidence-columns";
import { buildColumns, type ColumnKey, quotationSpecs } from "./table-columns";

/** A target with its zone and the target that replaced it. */
export interface ListedTarget {
  readonly zone: ZoneRecord;
  readonly field: TargetKey;
  readonly target: Target;
  /** Null: none did. */
  readonly next: Target | null;
}

/** Every target of every zone, zone by zone, each kind in the order of announcement. */
export function* listTargets(
  zones: readonly ZoneRecord[],
  moment: Moment,
): Generator<ListedTarget> {
  for (const zone of zones) {
    for (const { field, targets } of getZoneTargets(zone, moment)) {
      for (const [i, target] of targets.entries()) {
        yield { zone, field, target, next: targets[i + 1] ?? null };
      }
    }
  }
}

/** The report that decides an outcome; null: none does. */
const getReport = ({ target: { outcome } }: ListedTarget) => ("by" in outcome ? outcome.by : null);

/** Days after the due day on which a target was met, or to the day shown; null: it was kept, or is not due yet. */
function getDaysLate({ target: { outcome } }: ListedTarget): number | null {
  if ("daysLate" in outcome) return outcome.daysLate;
  return "daysOverdue" in outcome ? outcome.daysOverdue : null;
}

/** The targets, each with what became of it by the day. */
export function targetColumns(text: Text): readonly Column<ListedTarget>[] {
  const { t } = text;
  return buildColumns((key: ColumnKey<"targets">) => t(`files.table.targets.columns.${key}`), {
    ...zoneSpecs<ListedTarget>(text, ({ zone }) => zone),
    field: [({ field }) => field, TARGET_KEYS],
    about: [({ field }) => fieldSpec(field).about, SUBJECTS_OF_FACTS],
    targetDate: [({ target }) => target.targetDate, t("files.values.date")],
    setOn: [({ target }) => target.madeOn, t("files.values.day"), "date"],
    dueOn: [({ target }) => target.dueOn, t("files.values.day"), "date"],
    latest: [({ next }) => next === null, FLAG_VALUES, "boolean"],
    movedTo: [({ next }) => next?.targetDate ?? null, t("files.values.date")],
    movedMonths: [({ next }) => next?.slip ?? null, t("files.values.wholeNumber"), "integer"],
    outcome: [({ target }) => target.outcome.state, TARGET_STATES],
    outcomeOn: [(row) => getReport(row)?.date ?? null, t("files.values.date")],
    daysLate: [getDaysLate, t("files.values.wholeNumber"), "integer"],
    ...quotationSpecs<ListedTarget>(text, ({ target }) => target.evidence.claim.quotation),
    sourceId: [({ target }) => target.evidence.claim.sourceId, t("files.values.source")],
    claimId: [({ target }) => target.evidence.claim.id, t("files.values.claim")],
    outcomeSourceId: [(row) => getReport(row)?.claim.sourceId ?? null, t("files.values.source")],
    outcomeClaimId: [(row) => getReport(row)?.claim.id ?? null, t("files.values.claim")],
  });
}
