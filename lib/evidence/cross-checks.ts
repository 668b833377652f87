import type { ZoneValues } from "../catalogue/fields";
import { isInside, PROVINCE_BOXES } from "../catalogue/territory";
import type { Claim } from "./ledger-records";

/** Two facts on a zone that hardly hold together. */
export type Contradiction =
  | {
      /**
       * `producing-admitted`: more firms produce than are admitted. `energised-sanctioned`: more power is energised than
       * sanctioned, in MW. `built-allotted`: plots are built on, in percent, but none is allotted.
       */
      readonly kind: "producing-admitted" | "energised-sanctioned" | "built-allotted";
      readonly part: number;
      readonly whole: number;
    }
  /** The location is outside the box around the province. */
  | { readonly kind: "outside-province" };

/**
 * The contradictions between a new claim and other facts on its zone. Each is a warning: a source can be right all the
 * same, so the analyst confirms the claim with a note.
 * @param shown the zone's displayed values, with those of the other claims of the same write
 */
export function listContradictions(
  { field, value, tenancy }: Pick<Claim, "field" | "value" | "tenancy">,
  shown: ZoneValues,
): readonly Contradiction[] {
  if (tenancy !== null || value === null) return [];
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
    case "location":
    case "province": {
      const { location, province } = values;
      return location === null || province === null || isInside(PROVINCE_BOXES[province], location)
        ? []
        : [{ kind: "outside-province" }];
    }
    default:
      return [];
  }
}

function compare(
  kind: Exclude<Contradiction["kind"], "outside-province">,
  part: number | string | null,
  whole: number | string | null,
): Contradiction[] {
  return typeof part === "number" && typeof whole === "number" && part > whole
    ? [{ kind, part, whole }]
    : [];
}
