import type { Change } from "../changes/change";
import { listChangeRows } from "../contract/changes-answer";
import { type LedgerEntry, ledgerAnswer, tenancyRow } from "../contract/zone-answer";
import type { SourceVersion } from "../evidence/ledger-records";
import type { Ledger, Registry } from "../evidence/registry";
import { listFormerAddresses, listRecordedAt } from "../evidence/source-versions";
import type { Text } from "../text/text";
import { firstDay } from "../time/day";
import { csvLines } from "./csv";
import {
  type CountedSource,
  changeColumns,
  claimColumns,
  contextColumns,
  eventColumns,
  sourceColumns,
  type TableColumn,
  tenancyColumns,
} from "./release-columns";

/** A table of a release: a CSV file with its columns in the data dictionary. */
export interface ReleaseTable {
  /** Its file, such as `claims.csv`. */
  readonly name: string;
  /** Its content in a few words. */
  readonly summary: string;
  readonly columns: readonly Pick<TableColumn<never>, "key" | "definition" | "values">[];
  /** Lines after the first, which has the column names. */
  readonly records: number;
  readonly csv: string;
}

/** A table with some rows. */
export function buildTable<Row>(
  name: string,
  summary: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): ReleaseTable {
  const lines = [
    columns.map(({ key }) => key),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  return { name, summary, columns, records: rows.length, csv: csvLines(lines) };
}

/**
 * The tables beside the zones: claims, firms, sources, events, national figures, changes.
 * @param changes the changes since the previous release
 */
export function buildTables(
  text: Text,
  ledger: Ledger,
  registry: Registry,
  changes: readonly Change[],
): readonly ReleaseTable[] {
  const { facts } = ledger;
  const { asOf, revision } = registry;
  const claims = registry.zones.flatMap((zone) => ledgerAnswer(zone, ledger, registry));
  const firms = registry.zones.flatMap(({ tenancies }) => tenancies.map(tenancyRow));
  const events = listRecordedAt(facts.events, revision).filter(
    ({ date }) => firstDay(date) <= asOf,
  );
  const summary = (table: "claims" | "tenancies" | "sources" | "events" | "context" | "changes") =>
    text.t(`files.table.${table}.summary`);
  return [
    buildTable("claims.csv", summary("claims"), claimColumns(text), claims),
    buildTable("tenancies.csv", summary("tenancies"), tenancyColumns(text), firms),
    buildTable(
      "sources.csv",
      summary("sources"),
      sourceColumns(text),
      countClaimsBySource(listRecordedAt(facts.sourceVersions, revision), claims),
    ),
    buildTable("events.csv", summary("events"), eventColumns(text), events),
    buildTable(
      "context.csv",
      summary("context"),
      contextColumns(text),
      listRecordedAt(facts.context, revision),
    ),
    buildTable(
      "changes.csv",
      summary("changes"),
      changeColumns(text),
      listChangeRows(ledger, changes, registry),
    ),
  ];
}

/** @param versions of all sources, in the order of their revisions */
function countClaimsBySource(
  versions: readonly SourceVersion[],
  claims: readonly LedgerEntry[],
): CountedSource[] {
  const counts = new Map<string, number>();
  for (const { source } of claims) counts.set(source.id, (counts.get(source.id) ?? 0) + 1);
  const bySource = new Map<string, SourceVersion[]>();
  for (const version of versions) {
    const { id } = version.source;
    bySource.set(id, [...(bySource.get(id) ?? []), version]);
  }
  return [...bySource].flatMap(([id, ownVersions]) => {
    const source = ownVersions.at(-1)?.source;
    const formerUrls = listFormerAddresses(ownVersions).map(({ url }) => url);
    return source ? [{ source, formerUrls, claims: counts.get(id) ?? 0 }] : [];
  });
}
