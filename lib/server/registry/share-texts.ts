import "server-only";
import type { LedgerRows } from "../ledger/rows";

/** Makes texts of rows that are equal one text in memory. */
export function createSharing(): (rows: LedgerRows) => void {
  // One map for each thing that texts name, because small maps are faster.
  const share = () => {
    const known = new Map<unknown, unknown>();
    return <T>(text: T): T => {
      if (typeof text !== "string") return text;
      const same = known.get(text);
      if (same === undefined) known.set(text, text);
      return same === undefined ? text : (same as T);
    };
  };
  const [id, zone, tenancy, field, value] = [share(), share(), share(), share(), share()];
  const [day, source, note, publisher] = [share(), share(), share(), share()];
  return (rows) => {
    for (const row of rows.zone) row.slug = zone(row.slug);
    for (const row of rows.tenancy) {
      row.id = tenancy(row.id);
      row.zoneSlug = zone(row.zoneSlug);
    }
    for (const row of rows.source) {
      row.id = source(row.id);
      row.publisher = publisher(row.publisher);
    }
    for (const row of rows.claim) {
      row.id = id(row.id);
      row.zoneSlug = zone(row.zoneSlug);
      row.tenancyId = tenancy(row.tenancyId);
      row.field = field(row.field);
      row.value = value(row.value);
      row.asOf = day(row.asOf);
      row.sourceId = source(row.sourceId);
      row.note = note(row.note);
    }
    for (const row of rows.decision) row.claimId = id(row.claimId);
  };
}
