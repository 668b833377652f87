import type { ZoneFieldKey, ZoneValues } from "../catalogue/fields";
import { getStep } from "../catalogue/vocabularies";

/**
 * The facts that progress on site implies and that the zone's values do not say yet: a serviced zone has at least part of its
 * power, water and internal roads, and in a partly operational one a firm produces. A source of the step may say them too.
 */
export function listUnsupportedFields(values: ZoneValues): readonly ZoneFieldKey[] {
  const { status, enterprisesProducing } = values;
  const step = getStep("status", status);
  const isAtLeast = (other: string) => step !== null && step >= (getStep("status", other) ?? 0);
  const partial = getStep("indicator", "partial") ?? 0;
  const services = (["electricity", "water", "internalRoads"] as const).filter(
    (field) => (getStep("indicator", values[field]) ?? -1) < partial,
  );
  const produces = typeof enterprisesProducing === "number" && enterprisesProducing > 0;
  return [
    ...(isAtLeast("serviced")
      ? services.filter((field) => values[field] !== "not-applicable")
      : []),
    ...(isAtLeast("partially-operational") && !produces ? (["enterprisesProducing"] as const) : []),
  ];
}
