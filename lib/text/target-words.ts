import type { RenewalCounts } from "@/lib/targets/target-counts";
import {
  type Outcome,
  TARGET_CONDITIONS,
  TARGET_STATES,
  type Target,
  type TargetCounts,
  type TargetHistory,
  type TargetKey,
} from "@/lib/targets/targets";
import { type Day, daysBetween } from "@/lib/time/day";
import type { Text } from "./text";

/** How far a target moved, in months: "97 months later", "6 months earlier", "same month". */
export function describeSlip({ t }: Text, months: number): string {
  const direction = months === 0 ? "same" : months > 0 ? "later" : "earlier";
  return t(`targets.slip.${direction}`, { count: Math.abs(months) });
}

/** How often a target was set, and how far it moved in total: "set 3 times; 40 months later in total". */
export function describeHistory({ t }: Text, { targets, totalSlip }: TargetHistory): string {
  return t("targets.history", {
    count: targets.length,
    direction: totalSlip === 0 ? "same" : totalSlip > 0 ? "later" : "earlier",
    months: Math.abs(totalSlip),
  });
}

/** How often targets were changed, and which way: "changed 7 times: 3 later, 3 earlier and 1 to the same month". */
export function describeRenewals({ t, list, number }: Text, counts: RenewalCounts): string {
  const ways = (["later", "earlier", "same"] as const).filter((way) => counts[way] > 0);
  return t("targets.renewals", {
    count: counts.later + counts.earlier + counts.same,
    ways: list(ways.map((way) => t(`targets.renewed.${way}`, { count: number(counts[way]) }))),
  });
}

/** The state of a target and what decides it: "missed, 6 years overdue: reported as …". */
export function describeOutcome(
  text: Text,
  field: TargetKey,
  { outcome, dueOn }: Target,
  asOf: Day,
): string {
  const { t } = text;
  const overdue = text.age(daysBetween(dueOn, asOf));
  switch (outcome.state) {
    case "open":
      return t("targets.outcome.open", { days: outcome.daysLeft });
    case "kept":
      return t("targets.outcome.kept", {
        when: text.onDate(outcome.by.date),
        order: outcome.beforehand ? "before" : "after",
      });
    case "kept-late":
      return t("targets.outcome.kept-late", {
        when: text.onDate(outcome.by.date),
        delay: describeDelay(text, outcome),
      });
    case "missed": {
      const status = text.value(TARGET_CONDITIONS[field].field, outcome.by.claim.value);
      return t("targets.outcome.missed", {
        overdue,
        status: status.toLocaleLowerCase(text.locale),
        when: text.onDate(outcome.by.date),
      });
    }
    case "not-known":
      return t("targets.outcome.not-known", { overdue });
  }
}

/** Days up to a month, else months of the calendar. */
function describeDelay(
  { t }: Text,
  { daysLate, monthsLate }: Extract<Outcome, { state: "kept-late" }>,
): string {
  return daysLate < 31
    ? t("targets.delay.days", { count: daysLate })
    : t("targets.delay.months", { count: monthsLate });
}

/** How many targets are in each state: "Of 10 targets, 3 were met late, 6 were missed and 1 is open." */
export function describeTargetCounts({ t, list, number }: Text, counts: TargetCounts): string {
  const states = TARGET_STATES.filter((state) => counts[state] > 0);
  const [only] = states;
  if (!only) return t("targets.counts.none");
  if (states.length === 1) return t(`targets.counts.all.${only}`, { count: counts[only] });
  return t("targets.counts.several", {
    total: number(states.reduce((sum, state) => sum + counts[state], 0)),
    outcomes: list(
      states.map((state) => t(`targets.counts.some.${state}`, { count: counts[state] })),
    ),
  });
}
