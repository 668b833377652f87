import { listTerms } from "../catalogue/vocabularies";
import type { EvidenceIndex } from "../evidence/evidence-index";
import type { Registry } from "../evidence/registry";
import type { Day } from "../time/day";
import { monthsApart } from "../time/day";
import { listTargetHistories, type Outcome } from "./targets";

/** How late the past targets of some zones are. */
export interface Lateness {
  /** Targets of which it is known whether and when they were met, and those of them that were met late or not yet. */
  readonly known: number;
  readonly late: number;
  /** Past targets without a report on their outcome. */
  readonly unknown: number;
  /** The mean of the late ones, in months; null: none is known to be late. */
  readonly months: number | null;
}

/** The lateness of the targets of a province; null: that of the zones whose province is unknown. */
export interface ProvinceLateness extends Lateness {
  readonly province: string | null;
}

/** The lateness of past targets, counted as `countTargets` counts them, for each province with any, in the catalogue's order, and over all zones. */
export function countLateTargets(
  index: EvidenceIndex,
  { zones, ...moment }: Registry,
): { readonly provinces: readonly ProvinceLateness[]; readonly all: Lateness } {
  const past = zones.flatMap(({ slug, values: { province } }) =>
    listTargetHistories(index, slug, moment).flatMap(({ targets }) =>
      targets
        .filter(({ outcome }) => outcome.state !== "open")
        .map((target) => ({ province, target })),
    ),
  );
  const measure = (some: typeof past): Lateness => {
    const months = some.map(({ target }) => countMonths(target.outcome, target.dueOn, moment.asOf));
    const known = months.filter((count) => count !== null);
    const late = known.filter((count) => count > 0);
    return {
      known: known.length,
      late: late.length,
      unknown: months.length - known.length,
      months:
        late.length === 0
          ? null
          : Math.round(late.reduce((sum, count) => sum + count, 0) / late.length),
    };
  };
  const provinces = [...listTerms("province").map(({ value }) => value), null].flatMap(
    (province) => {
      const own = past.filter((one) => one.province === province);
      return own.length === 0 ? [] : [{ province, ...measure(own) }];
    },
  );
  return { provinces, all: measure(past) };
}

/** Months from the due day to the report that it is met, or to the day looked at; null: its outcome is not known. */
function countMonths(outcome: Outcome, dueOn: Day, asOf: Day): number | null {
  switch (outcome.state) {
    case "kept":
      return 0;
    case "kept-late":
      return outcome.monthsLate;
    case "missed":
      return monthsApart(dueOn, asOf);
    default:
      return null;
  }
}
