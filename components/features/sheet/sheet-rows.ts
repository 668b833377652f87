import { type Fact, toFact } from "@/components/evidence/fact";
import { GROUP_KEYS, type GroupKey } from "@/lib/catalogue/groups";
import { listLedgerGroups } from "@/lib/evidence/ledger-entries";
import type { Source } from "@/lib/evidence/ledger-records";
import { RECENT_DAYS } from "@/lib/evidence/progress";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { splitWords } from "@/lib/query/search";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";

/** A value of a zone or of a firm in it, as the sheet shows it. */
export interface SheetRow extends Fact {
  /** Names the row on the page. */
  readonly key: string;
  readonly group: GroupKey;
  /** The firm that it is about; null: the zone itself. */
  readonly firm: string | null;
  /** Of the displayed value; null: it is unknown. */
  readonly publisher: string | null;
}

/** The groups in the order of the sheet: what changes most comes first, what a zone is and its firms last. */
export const SHEET_GROUPS: readonly GroupKey[] = [
  "ladders",
  ...GROUP_KEYS.filter((key) => !["ladders", "identity", "programme", "tenancy"].includes(key)),
  "identity",
  "programme",
  "tenancy",
];

/** The key of a row. @param tenancy null: the zone itself */
export function rowKey(field: string, tenancy: string | null): string {
  return `${tenancy ?? ""}.${field}`;
}

/** Every value of a zone and of its firms, unknown ones included. */
export function buildSheetRows(
  text: Text,
  zone: ZoneRecord,
  moment: { readonly asOf: Day; readonly revision: number },
  sources: ReadonlyMap<string, Source>,
): readonly SheetRow[] {
  return listLedgerGroups(zone).flatMap(({ key: group, entries }) =>
    entries.map(({ field, tenancyId, subject, resolution }) => ({
      ...toFact(text, {
        field,
        ...(tenancyId ? { tenancy: tenancyId } : {}),
        resolution,
        ...moment,
      }),
      key: rowKey(field, tenancyId),
      group,
      firm: subject,
      publisher: sources.get(resolution.evidence?.claim.sourceId ?? "")?.publisher ?? null,
    })),
  );
}

/** Which values of the zone the sheet shows. `old`: last reported more than 2 years ago. */
export const SHEET_FILTERS = ["all", "unknown", "disputed", "old"] as const;
export type SheetFilter = (typeof SHEET_FILTERS)[number];

/** Is a value one that a filter shows? Values of firms are shown with all others only. */
export function isShownBy(row: SheetRow, filter: SheetFilter): boolean {
  if (filter === "all") return true;
  if (row.firm !== null) return false;
  switch (filter) {
    case "unknown":
      return row.words === undefined;
    case "disputed":
      return row.mark === "contested";
    case "old":
      return row.words !== undefined && (row.ageDays ?? 0) > RECENT_DAYS;
  }
}

/** The values that have all words that are typed: in their name, value, firm or publisher. */
export function findRows(rows: readonly SheetRow[], typed: string): readonly SheetRow[] {
  const wanted = splitWords(typed);
  return rows.filter((row) => {
    const words = splitWords(
      [row.label, row.words, row.firm, row.publisher].filter(Boolean).join(" "),
    ).join(" ");
    return wanted.every((word) => words.includes(word));
  });
}

/** How many values of the zone itself a filter shows. */
export function countRows(rows: readonly SheetRow[], filter: SheetFilter): number {
  return rows.filter((row) => row.firm === null && isShownBy(row, filter)).length;
}
