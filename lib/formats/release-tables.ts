import type { Change } from "../changes/change";
import { changeRows } from "../contract/changes-answer";
import { type LedgerEntry, ledgerAnswer } from "../contract/ledger-answer";
import { tenancyRow } from "../contract/zone-answer";
import type { SourceVersion } from "../evidence/ledger-records";
import type { Ledger, Registry } from "../evidence/registry";
import { listFormerAddresses, listRecordedAt } from "../evidence/source-versions";
import { firstDay } from "../time/day";
import { csvLines } from "./csv";
import {
  CHANGE_COLUMNS,
  CLAIM_COLUMNS,
  CONTEXT_COLUMNS,
  type CountedSource,
  EVENT_COLUMNS,
  SOURCE_COLUMNS,
  type TableColumn,
  TENANCY_COLUMNS,
} from "./release-columns";

/** A table of a release: a CSV file that the data dictionary tells of. */
export interface ReleaseTable {
  /** Its file, such as `claims.csv`. */
  readonly name: string;
  /** What its lines are. */
  readonly holds: string;
  readonly columns: readonly Pick<TableColumn<never>, "key" | "definition" | "values">[];
  /** Lines behind the first, which names the columns. */
  readonly records: number;
  readonly csv: string;
}

/** A table of some rows. */
export function releaseTable<Row>(
  name: string,
  holds: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): ReleaseTable {
  const lines = [
    columns.map(({ key }) => key),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  return { name, holds, columns, records: rows.length, csv: csvLines(lines) };
}

/**
 * The tables beside the zones: claims, firms, sources, events, figures on the country, changes.
 * @param changes what changed since the release before
 */
export function releaseTables(
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
  return [
    releaseTable(
      "claims.csv",
      "every claim that holds by the day, with its judgement, source and version",
      CLAIM_COLUMNS,
      claims,
    ),
    releaseTable("tenancies.csv", "the firms in the zones", TENANCY_COLUMNS, firms),
    releaseTable(
      "sources.csv",
      "every source, with the claims that rest on it",
      SOURCE_COLUMNS,
      countedSources(listRecordedAt(facts.sourceVersions, revision), claims),
    ),
    releaseTable("events.csv", "what happened, dated", EVENT_COLUMNS, events),
    releaseTable(
      "context.csv",
      "figures on the country",
      CONTEXT_COLUMNS,
      listRecordedAt(facts.context, revision),
    ),
    releaseTable(
      "changes.csv",
      "what changed since the release before",
      CHANGE_COLUMNS,
      changeRows(ledger, changes, registry),
    ),
  ];
}

/** @param versions of every source, in the order of their revisions */
function countedSources(
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
  return [...bySource].flatMap(([id, ofOne]) => {
    const source = ofOne.at(-1)?.source;
    const formerUrls = listFormerAddresses(ofOne).map(({ url }) => url);
    return source ? [{ source, formerUrls, claims: counts.get(id) ?? 0 }] : [];
  });
}
