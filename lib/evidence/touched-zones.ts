import { type FactsMark, findClaims } from "./add-facts";
import type { Claim, Facts, RetirableKind } from "./ledger-records";

/**
 * The claims whose evidence later facts change: new ones, those with a new decision, and those with a changed source.
 * In their order.
 * @param after continues `before`
 */
export function listTouchedClaims(before: FactsMark, after: Facts): readonly Claim[] {
  const added = after.claims.slice(before.claims.length);
  const isNew = new Set(added.map(({ id }) => id));
  const decided = new Set(
    after.decisions
      .slice(before.decisions.length)
      .flatMap(({ claimId }) => (isNew.has(claimId) ? [] : claimId)),
  );
  const changed = new Set(
    after.sourceVersions
      .slice(before.sourceVersions.length)
      .flatMap(({ reason, source }) => (reason === null ? [] : source.id)),
  );
  if (changed.size === 0) return [...findClaims(after, decided), ...added];
  return [
    ...after.claims
      .slice(0, before.claims.length)
      .filter(({ id, sourceId }) => decided.has(id) || changed.has(sourceId)),
    ...added,
  ];
}

/**
 * The zones with a new claim or decision, with a changed source, or with a changed record, whose records are resolved
 * again. All others stay as they are.
 * @param after continues `before`
 */
export function listTouchedZones(before: FactsMark, after: Facts): string[] {
  const claimed = listTouchedClaims(before, after).map(({ zone }) => zone);
  return [...new Set([...claimed, ...listZonesOfRecords(before, after)])];
}

/** The zones that were merged, retired, withdrawn or restored, or one of whose firms was, or has other names. */
function listZonesOfRecords(before: FactsMark, after: Facts): string[] {
  const retired = after.retirements.slice(before.retirements.length);
  const ofKind = (kind: RetirableKind) =>
    new Set(
      retired.filter((one) => one.kind === kind).flatMap(({ subject, into }) => [subject, into]),
    );
  const firms = ofKind("firm");
  for (const { id } of after.firmVersions.slice(before.firmVersions.length)) firms.add(id);
  const tenancies = ofKind("tenancy");
  const zones = [...ofKind("zone")].flatMap((slug) => slug ?? []);
  if (firms.size === 0 && tenancies.size === 0) return zones;
  const changed = after.tenancies.filter(
    ({ id, firmId, later = [] }) =>
      tenancies.has(id) || firms.has(firmId) || later.some((one) => firms.has(one.firmId)),
  );
  return [...zones, ...changed.map(({ zone }) => zone)];
}
