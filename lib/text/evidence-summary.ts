import { fieldSpec, getFieldLanguage } from "@/lib/catalogue/fields";
import type { FieldSpec } from "@/lib/catalogue/kinds";
import { getsOld } from "@/lib/evidence/age";
import type { LedgerEntry } from "@/lib/evidence/ledger-entries";
import type { Claim, Decision, Source } from "@/lib/evidence/ledger-records";
import type { ZoneRecord } from "@/lib/evidence/registry";
import {
  claimsDiffer,
  type Evidence,
  getDirection,
  getPreference,
  isImplied,
  listActiveClaims,
  listClaims,
  listShownClaims,
  type Resolution,
  type Rival,
} from "@/lib/evidence/resolve";
import { getIndependentConfirmation } from "@/lib/evidence/value-history";
import { type EvidenceView, getReportDate } from "@/lib/evidence/zone-view";
import { type Day, daysBetween } from "@/lib/time/day";
import { lowerFirst } from "./first-letter";
import { isOneDate } from "./progress-words";
import type { Text } from "./text";

/** Who makes a report, in words: "official"; of a name that the tracker transliterated, that. */
export function describeOrigin(
  { t }: Text,
  { field, origin }: Pick<Claim, "field" | "origin">,
): string {
  return origin === "inference" && getFieldLanguage(field)
    ? t("ledger.claim.transliterated")
    : t(`ledger.claim.origin.${origin}`);
}

/** Every claim on some fields, displayed or not; withdrawn ones left out. */
export function listAllClaims(fields: Readonly<Record<string, Resolution>>): readonly Evidence[] {
  return Object.values(fields).flatMap((field) => listClaims(field));
}

/** Every claim on a zone and its firms. */
export function listEvidence(zone: ZoneRecord): readonly Evidence[] {
  return [zone, ...zone.tenancies].flatMap(({ fields }) => listAllClaims(fields));
}

/** The sources of all claims on a zone and its firms with the number of their claims, most first. */
export function countEvidenceSources(
  zone: ZoneRecord,
): readonly { readonly id: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { claim } of listEvidence(zone)) {
    counts.set(claim.sourceId, (counts.get(claim.sourceId) ?? 0) + 1);
  }
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

/**
 * "110 reports from 42 sources. Latest: 13 Mar 2026. Last checked 24 Nov 2026."
 * @param latest the newest displayed claim; null: leaves its date out
 * @param searchedTo to when sources were searched; null: says when one of them was last read
 */
export function summarizeEvidence(
  text: Text,
  evidence: readonly Evidence[],
  sources: EvidenceView["sources"],
  latest: Evidence | null = null,
  searchedTo: Day | null = null,
): string {
  const checked = searchedTo ?? getLastChecked(evidence, sources);
  return text.t("ledger.summary", {
    reports: evidence.length,
    sources: new Set(evidence.map(({ claim }) => claim.sourceId)).size,
    dated: latest === null ? "no" : "yes",
    latest: latest === null ? "" : text.partialDate(latest.date),
    read: searchedTo !== null ? "searched" : checked === null ? "no" : "yes",
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

/** The newest displayed claim on a zone itself by its date, the record of the last search aside; null: none. */
export function getNewestEvidence(zone: ZoneRecord): Evidence | null {
  const displayed = Object.values(zone.fields)
    .flatMap(({ evidence }) => evidence ?? [])
    .filter(({ claim }) => claim.field !== "lastSearchedOn");
  return displayed.reduce<Evidence | null>(
    (newest, evidence) =>
      newest && newest.effectiveOn >= evidence.effectiveOn ? newest : evidence,
    null,
  );
}

/** What a fact is about: "Rashakai", "Rashakai, Century Steel". */
function describeSubject({ t }: Text, { subject: firm }: LedgerEntry, zone: string): string {
  return firm === null ? zone : t("ledger.entry.firmInZone", { zone, firm });
}

/**
 * "Internal roads", "Rashakai: Internal roads", "Rashakai, Century Steel: Stage".
 * @param zone the name of the zone, where the page around it does not say it
 */
export function describeFact(text: Text, entry: LedgerEntry, zone?: string): string {
  const subject = zone === undefined ? entry.subject : describeSubject(text, entry, zone);
  const field = text.fieldLabel(entry.field);
  return subject === null ? field : text.t("ledger.entry.of", { subject, field });
}

/** A fact and its answer: "Internal roads, Rashakai: Partial (disputed)". */
export function describeAnswer(text: Text, entry: LedgerEntry, zone: string): string {
  const { field, resolution } = entry;
  const { value, mark } = resolution;
  return text.t("zones.meta.evidenceAnswer", {
    field: text.fieldLabel(field),
    subject: describeSubject(text, entry, zone),
    value: value === null ? lowerFirst(text, text.t("evidence.unknown")) : text.value(field, value),
    mark: mark ?? "none",
  });
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
 * independently confirmed." Empty where nothing is displayed, and of what a zone or firm is.
 */
export function describeAge(text: Text, resolution: Resolution, asOf: Day): string {
  const { evidence, value } = resolution;
  const report = getReportDate(resolution, asOf);
  if (evidence === null || report === null || !getsOld(evidence.claim.field)) return "";
  const { ageDays, fresh } = report;
  const { freshFor } = fieldSpec(evidence.claim.field);
  const confirmed = value === null ? null : getIndependentConfirmation(resolution);
  // A value that never becomes stale needs no new confirmation.
  const missing = confirmed === null && value !== null && freshFor !== null;
  const since = confirmed === null ? 0 : daysBetween(confirmed.effectiveOn, asOf);
  return text.t("ledger.history.age", {
    freshness: freshFor !== null && !fresh ? "stale" : ageDays < 1 ? "sameDay" : "other",
    age: text.age(ageDays),
    limit: text.age(freshFor ?? 0),
    check: confirmed !== null ? "found" : missing ? "missing" : "other",
    days: since,
    ago: text.age(since),
    date: confirmed === null ? "" : text.partialDate(confirmed.date),
  });
}

/** "Operational since at least August 2021; last reported December 2025." Empty for what is no step of progress. */
export function describeProgressDates(text: Text, { value, progress }: Resolution): string {
  const { since = null, lastReported = null } = progress ?? {};
  if (since === null || lastReported === null) return "";
  return text.t("ledger.history.progress", {
    value: text.value("status", value),
    since: isOneDate(since, lastReported) ? "same" : text.partialDate(since, "long"),
    reported: text.partialDate(lastReported, "long"),
  });
}

/**
 * Why a value is displayed and not another: which reports are valid, which rule of resolution decided,
 * and whether anything still contradicts the value.
 * @param revision the last revision that counts
 */
export function explainValue(
  text: Text,
  spec: FieldSpec,
  resolution: Resolution,
  revision: number,
): string {
  const { evidence, rivals } = resolution;
  if (evidence === null) {
    return rivals.length === 0
      ? text.t("ledger.why.noReport")
      : text.t("ledger.why.noneUsed", { count: rivals.length });
  }
  if (isImplied(resolution)) {
    const step = { ...evidence, claim: { ...evidence.claim, value: resolution.value } };
    return text.sentences([
      text.t("ledger.why.implied", {
        reports: listShownClaims(resolution).length,
        own: listActiveClaims(resolution).length,
      }),
      describeConflict(text, spec, { ...resolution, evidence: step }, false) ?? "",
    ]);
  }
  const preference = getPreference(evidence, revision);
  const conflict = describeConflict(text, spec, resolution, preference !== null);
  const isConsistent = (rival: Rival) =>
    rival.standing !== "live" || !claimsDiffer(spec, evidence.claim, rival.evidence.claim);
  const agree = conflict !== null ? "no" : rivals.every(isConsistent) ? "yes" : "partly";
  const choice = describeChoice(text, evidence, rivals, preference, agree);
  return text.sentences([choice, conflict ?? ""]);
}

const RECENT = {
  yes: "ledger.why.rule.recentConsistent",
  partly: "ledger.why.rule.recentOther",
  no: "ledger.why.rule.recent",
} as const;

/** @param agree no: a valid report contradicts the value; partly: some give others, which are no contradiction */
function describeChoice(
  { t, sentences }: Text,
  shown: Evidence,
  rivals: readonly Rival[],
  preference: Decision | null,
  agree: "yes" | "partly" | "no",
): string {
  if (preference) {
    return preference.reason ? t("ledger.why.preferredForReason") : t("ledger.why.preferred");
  }
  const next = rivals.find(({ standing }) => standing === "live");
  if (next) {
    const others = rivals.every(({ standing }) => standing === "live") ? "none" : "some";
    const rule = getRule(shown, next.evidence);
    if (rule === "recent") return t(RECENT[agree], { others });
    const words = t(`ledger.why.rule.${rule}`);
    if (agree === "no") return words;
    return sentences([
      words,
      t(agree === "yes" ? "ledger.why.consistent" : "ledger.why.otherValues"),
    ]);
  }
  if (rivals.length > 0) return t("ledger.why.othersNotUsed", { count: rivals.length });
  return shown.claim.value === null
    ? t("ledger.why.onlySourceNotKnown")
    : t("ledger.why.onlySource");
}

/** The rule by which the displayed claim comes before the next active one. */
function getRule(shown: Evidence, next: Evidence): "recent" | "confidence" | "recorded" | "order" {
  if (shown.effectiveOn !== next.effectiveOn) return "recent";
  if (shown.claim.confidence !== next.claim.confidence) return "confidence";
  return shown.claim.revision === next.claim.revision ? "order" : "recorded";
}

/** What contradicts the value, or did before an editor decided; null where nothing is left to say. */
function describeConflict(
  { t, number, sentences }: Text,
  spec: FieldSpec,
  { evidence, mark, rivals }: Resolution,
  preferred: boolean,
): string | null {
  const against = rivals.filter(({ contradicts }) => contradicts);
  if (mark === "contested" && evidence) {
    const live = against.filter(({ standing }) => standing === "live");
    const [only] = live;
    const conflict =
      live.length === 1 && only
        ? t(`ledger.why.contradiction.${getContradiction(spec, evidence, only.evidence)}`)
        : t("ledger.why.contradiction.several", { count: number(live.length) });
    return sentences([conflict, t("ledger.why.unsettled")]);
  }
  // A preference, or that nothing else is used, was said in the first sentence.
  const alone = rivals.every(({ standing }) => standing === "deprecated");
  return mark === "settled" && !alone && !preferred
    ? t("ledger.why.settled", { count: against.length })
    : null;
}

function getContradiction(
  spec: FieldSpec,
  shown: Evidence,
  rival: Evidence,
): "sameTime" | "higher" | "fixed" | "older" {
  if (rival.effectiveOn >= shown.effectiveOn) return "sameTime";
  if (getDirection(spec, rival.claim.value, shown.claim.value) === "down") return "higher";
  return spec.behaviour === "fixed" ? "fixed" : "older";
}
