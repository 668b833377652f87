import { z } from "zod";
import { fieldSpec, isTenancyField, isZoneField } from "@/lib/catalogue/fields";
import { listClaimIssues } from "@/lib/evidence/check-claim";
import { getValueIssue, isFieldValue } from "@/lib/evidence/check-value";
import {
  type Claim,
  CONFIDENCES,
  type ContextFigure,
  DECISION_KINDS,
  type Decision,
  EVENT_KINDS,
  type Event,
  ORIGINS,
  SOURCE_KINDS,
  type Source,
  type Tenancy,
  type ZoneIdentity,
} from "@/lib/evidence/ledger-records";
import { describeClaimReason, describeValueRule } from "@/lib/text/claim-issue-words";
import { englishText } from "@/lib/text/english-text";
import { type Day, isDay, isPartialDate } from "@/lib/time/day";
import {
  InvalidSeedError,
  type Located,
  readRecord,
  readRecords,
  type SeedIssue,
} from "./read-records";

const text = z.string().trim().min(1, "must not be empty");
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens");
const identifier = z
  .string()
  .regex(/^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens");
const partialDate = z
  .string()
  .refine(
    isPartialDate,
    "must be a year, month or day that exists, such as 2026, 2026-11 or 2026-11-24",
  );
const day = z.string().refine(isDay, "must be a day that exists, such as 2026-11-24");
const order = z.int("must be a whole number").positive("must be at least 1");

/** The record of dataset.json. */
const DatasetRecord = z.strictObject({
  id: text,
  title: text,
  compiledOn: day,
  licence: text,
});

/** A record of zones.json. */
const ZoneRecord = z.strictObject({ slug, order });

/** A record of claims.json. `decision` is a decision of the compiler in addition to publishing the claim. */
const ClaimRecord = z.strictObject({
  id: z.uuid("must be a UUID"),
  zone: slug,
  tenancy: identifier.optional(),
  field: text,
  value: z.json(),
  asOf: partialDate.nullable(),
  sourceId: identifier,
  locator: text.nullable(),
  note: text.nullable(),
  origin: z.enum(ORIGINS),
  confidence: z.enum(CONFIDENCES),
  decision: z.strictObject({ rank: z.enum(DECISION_KINDS), reason: text }).optional(),
});

/** A record of tenancies.json. */
const TenancyRecord = z.strictObject({ id: identifier, zone: slug, firm: text, order });

/** A record of sources.json. */
const SourceRecord = z.strictObject({
  id: identifier,
  title: text,
  publisher: text,
  url: z.url("must be a URL").nullable(),
  publishedOn: partialDate.nullable(),
  publishedOnEstimated: z.boolean().default(false),
  accessed: day.nullable(),
  kind: z.enum(SOURCE_KINDS),
});

/** A record of events.json. */
const EventRecord = z.strictObject({
  id: identifier,
  date: partialDate,
  precision: z.enum(["day", "month", "year"]),
  kind: z.enum(EVENT_KINDS),
  title: text,
  body: text,
  zoneSlugs: z.array(slug),
  sourceId: identifier,
});

/** A record of context.json. */
const ContextRecord = z.strictObject({
  key: identifier,
  constraint: text,
  label: text,
  value: z.number(),
  unit: text,
  period: text,
  sourceId: identifier,
  sourceNote: text.nullable(),
});

/** The complete, valid data set. */
interface DataSet {
  /** The day of compilation, which is also the date of revision 1. */
  readonly compiledOn: Day;
  readonly title: string;
  readonly zones: readonly ZoneIdentity[];
  readonly sources: readonly Source[];
  readonly tenancies: readonly Tenancy[];
  readonly events: readonly Omit<Event, "revision">[];
  readonly context: readonly Omit<ContextFigure, "revision">[];
  readonly claims: readonly Omit<Claim, "revision">[];
  /** Decisions in addition to publishing, in the order of their claims. */
  readonly decisions: readonly Pick<Decision, "claimId" | "kind" | "reason">[];
}

/**
 * Reads the data set of a folder, and checks that each record is valid, each key unique and each reference met.
 * @throws InvalidSeedError with all issues
 */
export async function readDataSet(folder: string): Promise<DataSet> {
  const issues: SeedIssue[] = [];
  const { compiledOn, title } = await readRecord(folder, "dataset.json", DatasetRecord);
  const zones = await readRecords(folder, "zones.json", ZoneRecord, issues);
  const sources = await readRecords(folder, "sources.json", SourceRecord, issues);
  const tenancies = await readRecords(folder, "tenancies.json", TenancyRecord, issues);
  const events = await readRecords(folder, "events.json", EventRecord, issues);
  const context = await readRecords(folder, "context.json", ContextRecord, issues);
  const claimRecords = await readRecords(folder, "claims.json", ClaimRecord, issues);

  const checkUnique = <T>(items: readonly Located<T>[], field: keyof T & string) => {
    const seen = new Set<unknown>();
    for (const { record, file, line } of items) {
      if (seen.has(record[field])) {
        issues.push({ file, line, field, reason: `“${record[field]}” is used twice` });
      }
      seen.add(record[field]);
    }
    return seen;
  };
  const slugs = checkUnique(zones, "slug");
  checkUnique(zones, "order");
  const sourceIds = checkUnique(sources, "id");
  checkUnique(tenancies, "id");
  checkUnique(tenancies, "order");
  checkUnique(events, "id");
  checkUnique(context, "key");
  checkUnique(claimRecords, "id");

  const checkReference = (
    item: Located<unknown>,
    field: string,
    value: string,
    known: Set<unknown>,
  ) => {
    if (known.has(value)) return;
    issues.push({ file: item.file, line: item.line, field, reason: `“${value}” does not exist` });
  };
  for (const item of tenancies) checkReference(item, "zone", item.record.zone, slugs);
  for (const item of events) {
    checkReference(item, "sourceId", item.record.sourceId, sourceIds);
    for (const slug of item.record.zoneSlugs) checkReference(item, "zoneSlugs", slug, slugs);
  }
  for (const item of context) checkReference(item, "sourceId", item.record.sourceId, sourceIds);
  const zoneByTenancy = new Map(tenancies.map(({ record }) => [record.id, record.zone]));
  const claims = claimRecords.flatMap((item) => {
    checkReference(item, "zone", item.record.zone, slugs);
    checkReference(item, "sourceId", item.record.sourceId, sourceIds);
    const { tenancy } = item.record;
    if (tenancy !== undefined && zoneByTenancy.get(tenancy) !== item.record.zone) {
      issues.push({
        ...locate(item),
        field: "tenancy",
        reason: `“${tenancy}” is not a firm in ${item.record.zone}`,
      });
    }
    return readClaim(item, compiledOn, issues);
  });
  if (issues.length > 0) throw new InvalidSeedError(issues);

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

/** Where an issue of this record is. */
function locate({ file, line }: Located<unknown>): Pick<SeedIssue, "file" | "line"> {
  return { file, line };
}

/** The claim of a record; empty if it is invalid. */
function readClaim(
  item: Located<z.output<typeof ClaimRecord>>,
  today: Day,
  issues: SeedIssue[],
): Omit<Claim, "revision">[] {
  const { decision: _, tenancy = null, field, value, ...rest } = item.record;
  const fits = tenancy === null ? isZoneField(field) : isTenancyField(field);
  if (!fits || !(isZoneField(field) || isTenancyField(field))) {
    const subject = tenancy === null ? "zone" : "firm";
    const reason = describeClaimReason(englishText, { code: "field", field, subject });
    issues.push({ ...locate(item), field: "field", reason });
    return [];
  }
  const spec = fieldSpec(field);
  if (!isFieldValue(spec, value)) {
    const rule = getValueIssue(spec, value) ?? ({ code: "text" } as const);
    const reason = describeValueRule(englishText, field, rule);
    issues.push({ ...locate(item), field: "value", reason });
    return [];
  }
  const claim = { ...rest, tenancy, field, value };
  const claimIssues = listClaimIssues(claim, today);
  for (const { param, reason } of claimIssues) {
    issues.push({
      ...locate(item),
      field: param,
      reason: describeClaimReason(englishText, reason),
    });
  }
  return claimIssues.length > 0 ? [] : [claim];
}
