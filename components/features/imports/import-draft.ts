import type { z } from "zod";
import type { ImportRequest } from "@/lib/contract/import-request";
import type { ColumnTarget, Layout } from "@/lib/entry/import-mapping";
import { readDateText } from "@/lib/entry/read-value";
import type { Table } from "@/lib/entry/table";
import type { Confidence, Origin, SourceKind } from "@/lib/evidence/ledger-records";

/** Where the source of the rows comes from. */
export const SOURCE_CHOICES = ["known", "new", "columns"] as const;
type SourceChoice = (typeof SOURCE_CHOICES)[number];

/** What applies to every row of a table, as typed. */
export interface DefaultsDraft {
  readonly sourceFrom: SourceChoice;
  readonly source: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly publishedOn: string;
  readonly kind: SourceKind;
  readonly asOf: string;
  readonly origin: Origin;
  readonly confidence: Confidence;
  readonly note: string;
  readonly confirmed: boolean;
  /** Add the zones that the registry does not have? */
  readonly newZones: boolean;
}

/** Nothing typed yet. */
export const EMPTY_DEFAULTS: DefaultsDraft = {
  sourceFrom: "known",
  source: "",
  title: "",
  publisher: "",
  url: "",
  publishedOn: "",
  kind: "news",
  asOf: "",
  origin: "official",
  confidence: "medium",
  note: "",
  confirmed: false,
  newZones: false,
};

/** The request that checks a table. */
export function buildImport(
  table: Table,
  layout: Layout,
  targets: readonly ColumnTarget[],
  draft: DefaultsDraft,
  confirmedCells: readonly string[],
): z.input<typeof ImportRequest> {
  const { sourceFrom, asOf, origin, confidence, note, confirmed, newZones } = draft;
  const { headerRow, header, rows, covered } = table;
  return {
    table: {
      headerRow,
      header: [...header],
      rows: rows.map((cells) => [...cells]),
      covered: [...covered],
    },
    layout,
    targets: [...targets],
    source: sourceFrom === "known" ? draft.source : "",
    newSource:
      sourceFrom === "new"
        ? {
            title: draft.title,
            publisher: draft.publisher,
            url: draft.url.trim() || null,
            publishedOn: readDateText(draft.publishedOn) || null,
            kind: draft.kind,
          }
        : null,
    ...{ asOf, origin, confidence, note, confirmed, newZones },
    confirmedCells: [...confirmedCells],
  };
}
