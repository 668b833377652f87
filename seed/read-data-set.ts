import { readdir } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import { fieldSpec, isTenancyField, isZoneField } from "@/lib/catalogue/fields";
import { listClaimIssues } from "@/lib/evidence/check-claim";
import { getValueIssue, isFieldValue } from "@/lib/evidence/check-value";
import type {
  Claim,
  ContextItem,
  Decision,
  Event,
  Quotation,
  Source,
  Tenancy,
  ZoneIdentity,
} from "@/lib/evidence/ledger-records";
import { getFirmId } from "@/lib/firms/firm-address";
import { describeClaimReason, describeValueRule } from "@/lib/text/claim-issue-words";
import { englishText } from "@/lib/text/english-text";
import type { Day } from "@/lib/time/day";
import {
  ClaimRecord,
  ContextRecord,
  DatasetRecord,
  DecisionRecord,
  EventRecord,
  SourceRecord,
  TenancyRecord,
  ZoneRecord,
} from "./data-records";
import {
  InvalidSeedError,
  type Located,
  readRecord,
  readRecords,
  type SeedIssue,
} from "./read-records";

/** A complete, valid edition of the data set. */
export interface Edition {
  /** The day of compilation, which is also the date of the revision that records it in an empty ledger. */
  readonly compiledOn: Day;
  readonly title: string;
  /** What is new in it, for readers of its release; null: nothing to say. */
  readonly notes: string | null;
  readonly zones: readonly ZoneIdentity[];
  readonly sources: readonly (Source & { readonly reason?: string | undefined })[];
  readonly tenancies: readonly Tenancy[];
  readonly events: readonly Omit<Event, "revision">[];
  readonly context: readonly Omit<ContextItem, "revision">[];
  readonly claims: readonly Omit<Claim, "revision">[];
  /** Decisions in addition to publishing: those of the claims in their order, then those of decisions.json. */
  readonly decisions: readonly Pick<Decision, "claimId" | "kind" | "reason">[];
}

/**
 * Reads the editions of the data set, oldest first: each is a folder named by the day of its compilation. Checks that
 * each record is valid, each key unique within its edition and each reference met by this or an earlier edition.
 * @throws InvalidSeedError with all issues
 */
export async function readDataSet(folder: string): Promise<Edition[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const days = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const known = new KnownKeys();
  const issues: SeedIssue[] = [];
  const editions: Edition[] = [];
  for (const day of days.sort()) {
    try {
      editions.push(await readEdition(path.join(folder, day), known, issues));
    } catch (error) {
      if (!(error instanceof InvalidSeedError)) throw error;
      // A file that cannot be read lacks what other records refer to, so nothing after it can be checked.
      issues.push(...error.issues);
      break;
    }
  }
  if (issues.length > 0) throw new InvalidSeedError(issues);
  return editions;
}

/** The keys of all editions read so far. */
class KnownKeys {
  readonly zones = new Set<unknown>();
  readonly sources = new Set<unknown>();
  readonly claims = new Set<unknown>();
  readonly zoneByTenancy = new Map<string, string>();
}

/**
 * @param issues gets an entry for each invalid record; without one, the edition is complete and valid
 * @throws InvalidSeedError if a file cannot be read
 */
async function readEdition(
  folder: string,
  known: KnownKeys,
  issues: SeedIssue[],
): Promise<Edition> {
  const dataset = await readRecord(folder, "dataset.json", DatasetRecord);
  const { compiledOn, title, notes = null } = dataset;
  const zones = await readRecords(folder, "zones.json", ZoneRecord, issues);
  const sources = await readRecords(folder, "sources.json", SourceRecord, issues);
  const tenancies = await readRecords(folder, "tenancies.json", TenancyRecord, issues);
  const events = await readRecords(folder, "events.json", EventRecord, issues);
  const context = await readRecords(folder, "context.json", ContextRecord, issues);
  const claimRecords = await readRecords(folder, "claims.json", ClaimRecord, issues);
  const decisionRecords = await readRecords(folder, "decisions.json", DecisionRecord, issues);

  const checkUnique = <T>(
    items: readonly Located<T>[],
    field: keyof T & string,
    all: Set<unknown> = new Set(),
  ) => {
    const seen = new Set<unknown>();
    for (const { record, file, line } of items) {
      if (seen.has(record[field])) {
        issues.push({ file, line, field, reason: `“${record[field]}” is used twice` });
      }
      seen.add(record[field]);
      all.add(record[field]);
    }
    return all;
  };
  const slugs = checkUnique(zones, "slug", known.zones);
  checkUnique(zones, "order");
  const sourceIds = checkUnique(sources, "id", known.sources);
  checkUnique(tenancies, "id");
  checkUnique(tenancies, "order");
  checkUnique(events, "id");
  checkUnique(context, "key");
  const claimIds = checkUnique(claimRecords, "id", known.claims);

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
  const { zoneByTenancy } = known;
  for (const { record } of tenancies) zoneByTenancy.set(record.id, record.zone);
  for (const item of decisionRecords) {
    checkReference(item, "claimId", item.record.claimId, claimIds);
  }
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

  return {
    compiledOn,
    title,
    notes,
    zones: zones.map(({ record }) => record),
    sources: sources.map(({ record }) => record),
    tenancies: tenancies.map(({ record }) => ({ ...record, firmId: getFirmId(record.firm) })),
    events: events.map(({ record: { zoneSlugs, precision: _, quotation, lang, ...event } }) => ({
      ...event,
      zones: zoneSlugs,
      quotation: toQuotation(quotation, lang),
    })),
    context: context.map(({ record: { quotation, lang, ...item } }) => ({
      ...item,
      quotation: toQuotation(quotation, lang),
    })),
    claims,
    decisions: [
      ...claimRecords.flatMap(({ record: { id, decision } }) =>
        decision ? [{ claimId: id, kind: decision.rank, reason: decision.reason }] : [],
      ),
      ...decisionRecords.map(({ record: { claimId, rank, reason } }) => ({
        claimId,
        kind: rank,
        reason,
      })),
    ],
  };
}

/** Where an issue of this record is. */
function locate({ file, line }: Located<unknown>): Pick<SeedIssue, "file" | "line"> {
  return { file, line };
}

function toQuotation(text: string | null, lang: string | null): Quotation | null {
  return text === null || lang === null ? null : { text, lang };
}

/** The claim of a record; empty if it is invalid. */
function readClaim(
  item: Located<z.output<typeof ClaimRecord>>,
  today: Day,
  issues: SeedIssue[],
): Omit<Claim, "revision">[] {
  const {
    decision: _,
    tenancy = null,
    field,
    value,
    quotation,
    lang,
    amount,
    currency,
    ...rest
  } = item.record;
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
  const claim = {
    ...rest,
    tenancy,
    field,
    value,
    quotation: toQuotation(quotation, lang),
    money: amount === null || currency === null ? null : { amount, currency },
  };
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
