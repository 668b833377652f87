import "server-only";
import type { LedgerRows } from "../ledger/rows";

/** The columns of claims whose texts come again and again. */
const SHARED_COLUMNS = [
  "zoneSlug",
  "tenancyId",
  "field",
  "value",
  "sourceId",
  "locator",
  "note",
  "quotation",
] as const;

/** Makes equal texts one text in memory. */
interface Sharing {
  /** Of the rows of short tables. */
  readonly shareRows: (rows: LedgerRows) => void;
  /** Of the columns of claims; changes the lists. */
  readonly shareColumns: (columns: Readonly<Record<string, unknown[]>>) => void;
}

/** Makes texts that are read at different times one text. */
export function createSharing(): Sharing {
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
  const [firm, firmName, publisher, reason] = [share(), share(), share(), share()];
  const ofColumn = {
    ...{ zoneSlug: share(), tenancyId: share(), field: share() },
    ...{ value: share(), sourceId: share(), locator: share(), note: share(), quotation: share() },
  };
  return {
    shareRows(rows) {
      for (const row of rows.zone) row.slug = ofColumn.zoneSlug(row.slug);
      for (const row of rows.tenancy) {
        row.id = ofColumn.tenancyId(row.id);
        row.zoneSlug = ofColumn.zoneSlug(row.zoneSlug);
        row.firmId = firm(row.firmId);
        row.firm.name = firmName(row.firm.name);
      }
      for (const row of rows.firm) {
        row.id = firm(row.id);
        row.name = firmName(row.name);
      }
      for (const row of rows.decision) row.reason = reason(row.reason);
      for (const row of rows.source) {
        row.id = ofColumn.sourceId(row.id);
        row.publisher = publisher(row.publisher);
      }
    },
    shareColumns(columns) {
      for (const name of SHARED_COLUMNS) {
        const list = columns[name] ?? [];
        for (let i = 0; i < list.length; i++) list[i] = ofColumn[name](list[i]);
      }
    },
  };
}
