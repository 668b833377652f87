import { groupBy } from "../evidence/group-by";
import type { Facts } from "../evidence/ledger-records";
import type { ZoneRecord } from "../evidence/registry";
import type { Moment } from "../evidence/resolve";
import { getHiddenFrom, getRetirement, listRevisionDays } from "../evidence/retirement";

/** A firm, once, whatever number of zones it is in. */
export interface RegisteredFirm {
  /** Its id in addresses. */
  readonly id: string;
  /** The revision of its present names. */
  readonly revision: number;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** Slugs of the zones that it is in on the day, in the order of the register. */
  readonly zones: readonly string[];
}

/** Every firm as known at a revision, without merged ones and those retired by the day, by id. */
export function listFirmsAt(
  facts: Pick<Facts, "firmVersions" | "retirements" | "revisions">,
  zones: readonly ZoneRecord[],
  { asOf, revision }: Moment,
): RegisteredFirm[] {
  const days = listRevisionDays(facts);
  const tenancies = groupBy(
    zones.flatMap((zone) => zone.tenancies.map(({ tenancy }) => tenancy)),
    ({ firmId }) => firmId,
  );
  const known = new Map(
    facts.firmVersions
      .filter((version) => version.revision <= revision)
      .map((version) => [version.id, version]),
  );
  return [...known.values()]
    .filter(({ id }) => {
      const retirement = getRetirement(facts, "firm", id, revision);
      const hiddenFrom = retirement && getHiddenFrom(retirement, days);
      return hiddenFrom === null || asOf < hiddenFrom;
    })
    .map(({ id, revision: since, name, otherNames }) => ({
      ...{ id, revision: since, name, otherNames },
      zones: (tenancies.get(id) ?? []).map(({ zone }) => zone),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
