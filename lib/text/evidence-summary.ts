import { fieldSpec } from "@/lib/catalogue/fields";
import type { Source } from "@/lib/evidence/ledger-records";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { type Evidence, listClaims, type Resolution } from "@/lib/evidence/resolve";
import { getIndependentConfirmation } from "@/lib/evidence/value-history";
import { type EvidenceView, getClaimDate } from "@/lib/evidence/zone-view";
import { type Day, daysBetween } from "@/lib/time/day";
import type { Text } from "./text";

/** Every claim on some fields, displayed or not; withdrawn ones left out. */
export function listAllClaims(fields: Readonly<Record<string, Resolution>>): readonly Evidence[] {
  return Object.values(fields).flatMap((field) => listClaims(field));
}

/** Every claim on a zone and its firms. */
export function listEvidence(zone: ZoneRecord): readonly Evidence[] {
  return [zone, ...zone.tenancies].flatMap(({ fields }) => listAllClaims(fields));
}

/**
 * "110 reports from 42 sources. Latest: 13 Mar 2026. Last checked 24 Nov 2026."
 * @param latest the newest displayed claim; null: leaves its date out
 */
export function summarizeEvidence(
  text: Text,
  evidence: readonly Evidence[],
  sources: EvidenceView["sources"],
  latest: Evidence | null = null,
): string {
  const checked = getLastChecked(evidence, sources);
  return text.t("ledger.summary", {
    reports: evidence.length,
    sources: new Set(evidence.map(({ claim }) => claim.sourceId)).size,
    dated: latest === null ? "no" : "yes",
    latest: latest === null ? "" : text.partialDate(latest.date),
    read: checked === null ? "no" : "yes",
    checked: checked === null ? "" : text.day(checked),
  });
}

/** The latest day on which a source of some claims was read; null where none of these days is known. */
export function getLastChecked(
  evidence: readonly Evidence[],
  sources: EvidenceView["sources"],
): Day | null {
  return evidence.reduce<Day | null>((last, { claim }) => {
    const accessed = sources.get(claim.sourceId)?.accessed ?? null;
    return accessed !== null && (last === null || accessed > last) ? accessed : last;
  }, null);
}

/** The newest displayed claim on a zone itself by its date; null where there is none. */
export function getNewestEvidence(zone: ZoneRecord): Evidence | null {
  const displayed = Object.values(zone.fields).flatMap(({ evidence }) => evidence ?? []);
  return displayed.reduce<Evidence | null>(
    (newest, evidence) =>
      newest && newest.effectiveOn >= evidence.effectiveOn ? newest : evidence,
    null,
  );
}

/** Where a claim's date is from: "as of 2 May 2021", "source dated May 2021", "recorded 24 Nov 2026". */
export function describeClaimDate(
  { t, partialDate }: Text,
  { claim, date: partial }: Evidence,
  source: Source | undefined,
): string {
  const date = partialDate(partial);
  if (claim.asOf !== null) return t("ledger.claim.asOf", { date });
  return source?.publishedOn == null
    ? t("ledger.claim.recordedOn", { date })
    : t("ledger.claim.sourceDate", { date });
}

/**
 * The age of a displayed value and its independent confirmation: "Older than 2 years and not
 * independently confirmed." Empty where nothing is displayed.
 */
export function describeAge(text: Text, resolution: Resolution, asOf: Day): string {
  const { evidence, value } = resolution;
  if (evidence === null) return "";
  const { ageDays, fresh } = getClaimDate(evidence, asOf);
  const { freshFor } = fieldSpec(evidence.claim.field);
  const confirmed = value === null ? null : getIndependentConfirmation(resolution);
  // A value that never becomes stale needs no new confirmation.
  const missing = confirmed === null && value !== null && freshFor !== null;
  return text.t("ledger.history.age", {
    freshness: freshFor !== null && !fresh ? "stale" : ageDays < 1 ? "sameDay" : "other",
    age: text.age(ageDays),
    limit: text.age(freshFor ?? 0),
    check: confirmed !== null ? "found" : missing ? "missing" : "other",
    days: confirmed === null ? 0 : daysBetween(confirmed.effectiveOn, asOf),
    date: confirmed === null ? "" : text.partialDate(confirmed.date),
  });
}
