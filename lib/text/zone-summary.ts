import { BLOCK_INDICATORS, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { BLOCKS } from "@/lib/catalogue/groups";
import { getStep } from "@/lib/catalogue/vocabularies";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { type Evidence, getFirstReport, type Resolution } from "@/lib/evidence/resolve";
import type { ValueSupport } from "@/lib/evidence/support";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { isApprovalConfirmed, isCandidate } from "@/lib/query/scope";
import { getOperation, type Operation } from "@/lib/readiness/operation";
import { isOneDate } from "./progress-words";
import type { Text } from "./text";

/** A zone at a moment, with the sources that its sentences name. */
type SummarizedZone = Pick<ZoneView, "zone" | "asOf" | "sources">;

/**
 * What is known of a zone in two or three sentences: whether it operates, its legal status, and the dates of the
 * reports. Says nothing that the displayed claims do not.
 */
export function summarizeZone(text: Text, view: SummarizedZone): string {
  return text.sentences([
    text.t("zones.operating.question"),
    answerOperating(text, view),
    describeBackground(text, view.zone),
  ]);
}

/** "Is it operating?" in one sentence: the answer, who says so, when, and how well it is supported. */
export function answerOperating(text: Text, { zone, asOf, sources }: SummarizedZone): string {
  const { t } = text;
  const operation = getOperation(zone, asOf);
  const { basis, support, old, since, lastReported } = operation;
  const shown = zone.fields[basis === "no-producers" ? "enterprisesProducing" : "status"];
  const { evidence, progress } = shown;
  if (evidence === null) return describeSilence(text, zone, sources);
  if (basis === "unknown") {
    return t("zones.operating.notKnown", {
      publisher: getPublisher(evidence, sources),
      date: getDate(text, evidence),
    });
  }
  const isImplied = (progress?.implied.length ?? 0) > 0;
  const words = {
    old: old ? "yes" : "no",
    weak: support?.weak ? "yes" : "no",
    since:
      since === null || lastReported === null || isOneDate(since, lastReported)
        ? "same"
        : text.partialDate(since, "long"),
    reported: lastReported === null ? "" : text.partialDate(lastReported, "long"),
    by: describeVoice(
      text,
      evidence,
      support,
      sources,
      isImplied ? "implied" : old ? "past" : "present",
    ),
  };
  switch (basis) {
    case "operational":
    case "partially-operational":
      return t(`zones.operating.${basis}`, { ...words, firms: describeFirms(text, operation) });
    case "stalled-inferred":
      return t("zones.operating.stalled-inferred", words);
    default:
      return t(`zones.operating.no.${basis}`, words);
  }
}

/** How many producing firms are named, how many of them lately, against those that are counted. */
function describeFirms({ t, number }: Text, { named, recent, counted }: Operation): string {
  const words = { named, recent: recent === named ? "all" : "some", fresh: recent };
  return counted !== null && counted > named
    ? t("zones.operating.counted", { ...words, counted: number(counted), total: counted })
    : t("zones.operating.named", words);
}

/** Who says so, where and when: "a firm in the zone says so in Dunya of 26 December 2025 (3 publishers agree)". */
function describeVoice(
  text: Text,
  evidence: Evidence,
  support: ValueSupport | null,
  sources: SummarizedZone["sources"],
  time: "past" | "present" | "implied",
): string {
  const words = {
    publisher: getPublisher(evidence, sources),
    date: getDate(text, evidence),
    support: text.t("zones.operating.support", {
      level: support?.support ?? "single",
      voices: support?.voices ?? 1,
    }),
  };
  if (time === "implied") return text.t("zones.operating.byFirms", words);
  return text.t("zones.operating.by", { origin: evidence.claim.origin, time, ...words });
}

/** That nothing in use says whether a zone operates; reports that are not used are named with their kind. */
function describeSilence(
  text: Text,
  { fields }: ZoneRecord,
  sources: SummarizedZone["sources"],
): string {
  const unused = fields.status.rivals.map(({ evidence }) =>
    text.t("zones.operating.unusedReport", {
      origin: evidence.claim.origin,
      publisher: getPublisher(evidence, sources),
      date: getDate(text, evidence),
    }),
  );
  return text.t("zones.operating.silent", { count: unused.length, reports: text.list(unused) });
}

function getPublisher({ claim }: Evidence, sources: SummarizedZone["sources"]): string {
  return sources.get(claim.sourceId)?.publisher ?? claim.sourceId;
}

/** The legal status, and that nothing the score needs is known where that is so. */
export function describeBackground(text: Text, zone: ZoneRecord): string {
  const legal = describeLegalStatus(text, zone);
  return hasReadiness(zone) ? legal : text.sentences([legal, text.t("zones.summary.noReadiness")]);
}

function describeLegalStatus(text: Text, zone: ZoneRecord): string {
  const { t } = text;
  const { legalStatus, approvedOn } = zone.values;
  const resolution = zone.fields.legalStatus;
  if (!isApprovalConfirmed(zone.values)) {
    const kind = isCandidate(zone.values) ? "candidate" : "unconfirmed";
    return t(`zones.summary.${kind}`, {
      step: legalStatus === "identified" || legalStatus === "applied" ? legalStatus : "other",
      date: getDate(text, resolution.evidence),
    });
  }
  const approved = approvedOn === null ? "" : text.partialDate(approvedOn, "long");
  const dated = approvedOn === null ? "no" : "yes";
  switch (legalStatus) {
    case "developer-bound":
      return t("zones.summary.contracted", { date: getDate(text, getFirstReport(resolution)) });
    case "notified":
      return t("zones.summary.notified", { dated, approved });
    case "approved":
      return t("zones.summary.approved", {
        dated,
        approved,
        notification: getNotification(resolution),
      });
    case "suspended":
      return t("zones.summary.suspended", { date: getDate(text, resolution.evidence) });
    case "denotified":
      return t("zones.summary.denotified", { date: getDate(text, resolution.evidence) });
    case null:
      return t("zones.summary.statusUnknown");
    default:
      return t("zones.summary.statusBehind", {
        status: text.termLabel("legalStatus", legalStatus),
      });
  }
}

/** Is a notification reported, by claims that are in use or only by others? */
function getNotification({ rivals }: Resolution): "reported" | "unused" | "missing" {
  const notified = getStep("legalStatus", "notified") ?? 0;
  const reports = rivals.filter(
    ({ evidence }) => (getStep("legalStatus", evidence.claim.value) ?? -1) >= notified,
  );
  if (reports.some(({ standing }) => standing === "live")) return "reported";
  return reports.length > 0 ? "unused" : "missing";
}

function getDate(text: Text, evidence: Evidence | null): string {
  return evidence === null ? "" : text.partialDate(evidence.date, "long");
}

function hasReadiness({ values }: ZoneRecord): boolean {
  return BLOCKS.some((block) => BLOCK_INDICATORS[block].some((key) => values[key] !== null));
}

/** The value of every field of a zone and the stage of each of its firms, in words, by label: to tell what changed. */
export function listShownWords(
  text: Text,
  { fields, tenancies }: ZoneRecord,
): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...ZONE_FIELD_KEYS.map((key) => [text.fieldLabel(key), text.value(key, fields[key].value)]),
    ...tenancies.map(({ tenancy: { firm }, values }) => [
      text.t("zones.firms.stageOf", { firm }),
      text.value("tenancyStage", values.tenancyStage),
    ]),
  ]);
}
