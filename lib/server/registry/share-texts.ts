import "server-only";
import type { LedgerRows } from "../ledger/rows";

/** Makes texts of rows that are equal one text in memory. */
export function createSharing(): (rows: LedgerRows) => void {
  // One map for each thing that texts name, because small maps are faster. Texts of up to 10 characters, such as days, are
  // made one by JSON.parse.
  const share = () => {
    const known = new Map<unknown, unknown>();
    return <T>(text: T): T => {
      if (typeof text !== "string") return text;
      const same = known.get(text);
      if (same === undefined) known.set(text, text);
      return same === undefined ? text : (same as T);
    };
  };
  const [zone, tenancy, firm, firmName] = [share(), share(), share(), share()];
  const [field, value, source, note, publisher] = [share(), share(), share(), share(), share()];
  const shareClaim = createClaimSharing();
  return (rows) => {
    for (const row of rows.zone) row.slug = zone(row.slug);
    for (const row of rows.tenancy) {
      row.id = tenancy(row.id);
      row.zoneSlug = zone(row.zoneSlug);
      row.firmId = firm(row.firmId);
      row.firm.name = firmName(row.firm.name);
    }
    for (const row of rows.firm) {
      row.id = firm(row.id);
      row.name = firmName(row.name);
    }
    for (const row of rows.source) {
      row.id = source(row.id);
      row.publisher = publisher(row.publisher);
    }
    for (const row of rows.claim) {
      row.zoneSlug = zone(row.zoneSlug);
      row.tenancyId = tenancy(row.tenancyId);
      row.field = field(row.field);
      row.value = value(row.value);
      row.sourceId = source(row.sourceId);
      row.note = note(row.note);
    }
    shareClaim(rows);
  };
}

/**
 * Gives decisions the ids of their claims that were read before. Most are of the same revision; to look among all claims
 * takes longer than all other texts, and the ids of the others take little memory.
 */
function createClaimSharing(): (rows: Pick<LedgerRows, "claim" | "decision">) => void {
  const byRevision = new Map<number, string[]>();
  let revision = 0;
  let ids = new Map<string, string>();
  return ({ claim, decision }) => {
    for (const { revisionId, id } of claim) {
      const list = byRevision.get(revisionId);
      if (list) list.push(id);
      else byRevision.set(revisionId, [id]);
    }
    for (const row of decision) {
      if (row.revisionId !== revision) {
        revision = row.revisionId;
        ids = new Map(byRevision.get(revision)?.map((id) => [id, id]));
      }
      row.claimId = ids.get(row.claimId) ?? row.claimId;
    }
  };
}
