import { type FactsMark, markRevision } from "./add-facts";
import type { Facts, RetirableKind } from "./ledger-records";

/**
 * The zones with a new claim or decision, with a changed source, or with a changed record, which are resolved again. All others
 * stay as they are.
 * @param after continues `before`
 */
export function listTouchedZones(before: FactsMark, after: Facts): string[] {
  const decisions = after.decisions.slice(before.decisions.length);
  const decided = new Set(decisions.map(({ claimId }) => claimId));
  const versions = after.sourceVersions.slice(before.sourceVersions.length);
  const changed = new Set(
    versions.filter(({ reason }) => reason !== null).map(({ source }) => source.id),
  );
  const claims = [
    ...(decided.size === 0 && changed.size === 0
      ? []
      : after.claims.filter(({ id, sourceId }) => decided.has(id) || changed.has(sourceId))),
    ...after.claims.slice(before.claims.length),
  ];
  return [...new Set([...claims.map(({ zone }) => zone), ...listZonesOfRecords(before, after)])];
}

/**
 * The zones that changed after a revision.
 * @returns null: there is no such revision, so any can have
 */
export function listTouchedSince(revision: number, facts: Facts): string[] | null {
  const mark = markRevision(revision, facts);
  return mark && listTouchedZones(mark, facts);
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
