import type { z } from "zod";
import { fieldSpec, isTenancyField, isZoneField } from "@/lib/catalogue/fields";
import { listClaimIssues } from "@/lib/evidence/check-claim";
import { getValueIssue, isFieldValue } from "@/lib/evidence/check-value";
import type {
  Claim,
  ContextFigure,
  Decision,
  Event,
  Source,
  Tenancy,
  ZoneIdentity,
} from "@/lib/evidence/ledger-records";
import type { Day } from "@/lib/time/day";
import {
  BadSeedError,
  type Located,
  readRecord,
  readRecords,
  type SeedFault,
} from "./read-records";
import {
  ClaimRecord,
  ContextRecord,
  DatasetRecord,
  EventRecord,
  SourceRecord,
  TenancyRecord,
  ZoneRecord,
} from "./records";

/** The whole data set, checked. */
export interface DataSet {
  /** Day of compilation; the first revision's day. */
  readonly compiledOn: Day;
  readonly title: string;
  readonly zones: readonly ZoneIdentity[];
  readonly sources: readonly Source[];
  readonly tenancies: readonly Tenancy[];
  readonly events: readonly Omit<Event, "revision">[];
  readonly context: readonly Omit<ContextFigure, "revision">[];
  readonly claims: readonly Omit<Claim, "revision">[];
  /** Judgements beside publishing, in the order of their claims. */
  readonly decisions: readonly Pick<Decision, "claimId" | "kind" | "reason">[];
}

/**
 * Reads and checks the data set in a folder: every record by itself, every key unique, every
 * reference met.
 * @throws BadSeedError listing file, line, field and reason of all that is wrong
 */
export async function readDataSet(folder: string): Promise<DataSet> {
  const faults: SeedFault[] = [];
  const { compiledOn, title } = await readRecord(folder, "dataset.json", DatasetRecord);
  const zones = await readRecords(folder, "zones.json", ZoneRecord, faults);
  const sources = await readRecords(folder, "sources.json", SourceRecord, faults);
  const tenancies = await readRecords(folder, "tenancies.json", TenancyRecord, faults);
  const events = await readRecords(folder, "events.json", EventRecord, faults);
  const context = await readRecords(folder, "context.json", ContextRecord, faults);
  const claimRecords = await readRecords(folder, "claims.json", ClaimRecord, faults);

  const unique = <T>(items: readonly Located<T>[], field: keyof T & string) => {
    const seen = new Set<unknown>();
    for (const { record, file, line } of items) {
      if (seen.has(record[field])) {
        faults.push({ file, line, field, reason: `“${record[field]}” stands there twice` });
      }
      seen.add(record[field]);
    }
    return seen;
  };
  const slugs = unique(zones, "slug");
  unique(zones, "order");
  const sourceIds = unique(sources, "id");
  unique(tenancies, "id");
  unique(tenancies, "order");
  unique(events, "id");
  unique(context, "key");
  unique(claimRecords, "id");

  const refer = (item: Located<unknown>, field: string, value: string, known: Set<unknown>) => {
    if (known.has(value)) return;
    faults.push({ file: item.file, line: item.line, field, reason: `there is no “${value}”` });
  };
  for (const item of tenancies) refer(item, "zone", item.record.zone, slugs);
  for (const item of events) {
    refer(item, "sourceId", item.record.sourceId, sourceIds);
    for (const slug of item.record.zoneSlugs) refer(item, "zoneSlugs", slug, slugs);
  }
  for (const item of context) refer(item, "sourceId", item.record.sourceId, sourceIds);
  const zoneOf = new Map(tenancies.map(({ record }) => [record.id, record.zone]));
  const claims = claimRecords.flatMap((item) => {
    refer(item, "zone", item.record.zone, slugs);
    refer(item, "sourceId", item.record.sourceId, sourceIds);
    const { tenancy } = item.record;
    if (tenancy !== undefined && zoneOf.get(tenancy) !== item.record.zone) {
      faults.push({
        ...place(item),
        field: "tenancy",
        reason: `there is no “${tenancy}” in ${item.record.zone}`,
      });
    }
    return readClaim(item, compiledOn, faults);
  });
  if (faults.length > 0) throw new BadSeedError(faults);

  return {
    compiledOn,
    title,
    zones: zones.map(({ record }) => record),
    sources: sources.map(({ record }) => record),
    tenancies: tenancies.map(({ record }) => record),
    events: events.map(({ record: { zoneSlugs, precision: _, ...event } }) => ({
      ...event,
      zones: zoneSlugs,
    })),
    context: context.map(({ record }) => record),
    claims,
    decisions: claimRecords.flatMap(({ record: { id, decision } }) =>
      decision ? [{ claimId: id, kind: decision.rank, reason: decision.reason }] : [],
    ),
  };
}

function place({ file, line }: Located<unknown>): Pick<SeedFault, "file" | "line"> {
  return { file, line };
}

function readClaim(
  item: Located<z.output<typeof ClaimRecord>>,
  today: Day,
  faults: SeedFault[],
): Omit<Claim, "revision">[] {
  const { decision: _, tenancy = null, field, value, ...rest } = item.record;
  const belongs = tenancy === null ? isZoneField(field) : isTenancyField(field);
  if (!belongs || !(isZoneField(field) || isTenancyField(field))) {
    const subject = tenancy === null ? "a zone" : "a firm in a zone";
    faults.push({
      ...place(item),
      field: "field",
      reason: `“${field}” is not a field of ${subject}`,
    });
    return [];
  }
  const spec = fieldSpec(field);
  if (!isFieldValue(spec, value)) {
    const reason = `the value of “${field}” ${getValueIssue(spec, value)}`;
    faults.push({ ...place(item), field: "value", reason });
    return [];
  }
  const claim = { ...rest, tenancy, field, value };
  const wrong = listClaimIssues(claim, today);
  for (const { part, message } of wrong) {
    faults.push({ ...place(item), field: part, reason: message });
  }
  return wrong.length > 0 ? [] : [claim];
}
