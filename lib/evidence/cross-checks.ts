import type { ZoneValues } from "../catalogue/fields";
import { type Day, firstDay, isPartialDate } from "../time/day";
import type { Claim } from "./ledger-records";

/** A check across the facts on a zone that failed: two of them hardly hold together. */
export interface FailedCheck {
  /**
   * `producing-admitted`: more firms produce than are admitted. `energised-sanctioned`: more power is energised than
   * sanctioned, in MW. `built-allotted`: plots are built on, in percent, but none is allotted.
   */
  readonly kind: "producing-admitted" | "energised-sanctioned" | "built-allotted";
  readonly part: number;
  readonly whole: number;
}

/**
 * The checks between a new claim and other facts on its zone that fail. Each is a warning: a source can be right all the
 * same, so the analyst confirms the claim with a note.
 * @param shown the zone's displayed values, with those of the other claims of the same write
 * @param shownOn the day from which the displayed value of the field counts; null: it is unknown. A claim of an earlier
 * day is not displayed and is about another time than the facts that it would be compared with
 */
export function listFailedChecks(
  { field, value, tenancy, asOf }: Pick<Claim, "field" | "value" | "tenancy" | "asOf">,
  shown: ZoneValues,
  shownOn: Day | null,
): readonly FailedCheck[] {
  if (tenancy !== null || value === null) return [];
  const day = asOf !== null && isPartialDate(asOf) ? firstDay(asOf) : null;
  if (day !== null && shownOn !== null && day < shownOn) return [];
  const values = { ...shown, [field]: value } as ZoneValues;
  switch (field) {
    case "enterprisesProducing":
    case "enterprisesAdmitted":
      return compare("producing-admitted", values.enterprisesProducing, values.enterprisesAdmitted);
    case "powerEnergisedMw":
    case "powerSanctionedMw":
      return compare("energised-sanctioned", values.powerEnergisedMw, values.powerSanctionedMw);
    case "plotsBuiltPct":
    case "plotsAllottedPct":
      // Plots built on are a share of those allotted, so the two percentages compare only where none is allotted.
      return values.plotsAllottedPct === 0
        ? compare("built-allotted", values.plotsBuiltPct, values.plotsAllottedPct)
        : [];
    default:
      return [];
  }
}

function compare(
  kind: FailedCheck["kind"],
  part: number | string | null,
  whole: number | string | null,
): FailedCheck[] {
  return typeof part === "number" && typeof whole === "number" && part > whole
    ? [{ kind, part, whole }]
    : [];
}
