import { ZONE_FIELD_KEYS } from "../catalogue/fields";
import { type DecisionPreview, listGapChanges, listTargetChanges } from "./decision-preview";
import { compareAllRows } from "./preview";
import type { Registry } from "./registry";
import type { ZoneRow } from "./row";

/** The effect of merging or retiring a zone. Values, readiness and targets are those of one zone. */
export interface RetirementPreview extends DecisionPreview {
  /** Reports that are copied to the zone that stays; 0 for a zone that is retired. */
  readonly reports: number;
  /** Names of the firms that the zone that stays gets; empty for a zone that is retired. */
  readonly firms: readonly string[];
}

/** The registry and its rows, before or after. */
interface RegistryState {
  readonly registry: Registry;
  readonly rows: readonly ZoneRow[];
}

/**
 * What merging or retiring a zone changes, from the registries before and after it.
 * @param slug the zone that stays of a merge, or the one that is retired
 * @param reports number of copied reports
 */
export function previewRetirement(
  slug: string,
  reports: number,
  before: RegistryState,
  after: RegistryState,
): RetirementPreview {
  const find = ({ registry }: RegistryState) =>
    registry.zones.find((zone) => zone.slug === slug) ?? null;
  const [was, becomes] = [find(before), find(after)];
  const known = new Set(was?.tenancies.map(({ tenancy }) => tenancy.id));
  return {
    ...compareAllRows(before.rows, after.rows, slug),
    rows: after.rows,
    fields:
      was === null || becomes === null
        ? []
        : ZONE_FIELD_KEYS.flatMap((field) => {
            const [{ value, mark }, next] = [was.fields[field], becomes.fields[field]];
            const same = JSON.stringify(value) === JSON.stringify(next.value);
            if (same && mark === next.mark) return [];
            return [
              {
                ...{ field, tenancy: null, shows: true },
                before: { value, mark },
                after: { value: next.value, mark: next.mark },
              },
            ];
          }),
    targets: listTargetChanges(was, becomes, after.registry),
    gaps: listGapChanges(before.registry.zones, after.registry.zones),
    reports,
    firms: (becomes?.tenancies ?? []).flatMap(({ tenancy: { id, firm } }) =>
      known.has(id) ? [] : firm,
    ),
  };
}
