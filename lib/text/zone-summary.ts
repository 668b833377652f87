import { BLOCK_INDICATORS, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { BLOCKS } from "@/lib/catalogue/groups";
import { getStep } from "@/lib/catalogue/vocabularies";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { type Evidence, listActiveClaims, type Resolution } from "@/lib/evidence/resolve";
import { isProducing } from "@/lib/firms/firms";
import { isApprovalConfirmed, isCandidate } from "@/lib/query/scope";
import type { Text } from "./text";

/**
 * What is known of a zone in two or three sentences: its legal status, its progress on site, and the
 * dates of the reports. Says nothing that the displayed claims do not.
 */
export function summarizeZone(text: Text, zone: ZoneRecord): string {
  const sentences = [describeLegalStatus(text, zone), describeProgress(text, zone)];
  if (!hasReadiness(zone)) sentences.push(text.t("zones.summary.noReadiness"));
  return sentences.join(" ");
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
        notification: hasNotification(resolution) ? "reported" : "missing",
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

function describeProgress(text: Text, zone: ZoneRecord): string {
  const { t } = text;
  const { evidence, rivals } = zone.fields.status;
  const date = getDate(text, evidence);
  const { status } = zone.values;
  switch (status) {
    case "under-development":
    case "serviced":
      return t(`zones.summary.${status}`, { date, production: getProduction(zone) });
    case "partially-operational":
    case "operational":
      return t(`zones.summary.${status}`, { date, firms: describeProducers(text, zone) });
    case "not-started":
    case "idle":
    case "stalled":
    case "cancelled":
      return t(`zones.summary.${status}`, { date });
    case "stalled-inferred":
      return t("zones.summary.stalled-inferred");
    case null:
      return t("zones.summary.progressUnknown", { count: rivals.length });
  }
}

/** Of a zone below partly operational: does any firm produce, as far as is reported? */
function getProduction({ values, tenancies }: ZoneRecord): "some" | "none" | "unknown" {
  const { enterprisesProducing } = values;
  if (tenancies.some((tenancy) => isProducing(tenancy.values.tenancyStage))) return "some";
  if (typeof enterprisesProducing !== "number") return "unknown";
  return enterprisesProducing > 0 ? "some" : "none";
}

function describeProducers(text: Text, zone: ZoneRecord): string {
  const { value, evidence } = zone.fields.enterprisesProducing;
  if (typeof value !== "number" || evidence === null) return text.t("zones.summary.firmsUnknown");
  return text.t("zones.summary.firms", { count: value, date: getDate(text, evidence) });
}

/** Does an active claim go beyond the approval? */
function hasNotification({ rivals }: Resolution): boolean {
  const notified = getStep("legalStatus", "notified") ?? 0;
  return rivals.some(
    ({ standing, evidence }) =>
      standing === "live" && (getStep("legalStatus", evidence.claim.value) ?? -1) >= notified,
  );
}

/** The earliest active claim with the displayed value. */
function getFirstReport(resolution: Resolution): Evidence | null {
  return listActiveClaims(resolution)
    .filter(({ claim }) => claim.value === resolution.value)
    .reduce<Evidence | null>(
      (first, claim) => (first && first.effectiveOn <= claim.effectiveOn ? first : claim),
      null,
    );
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
