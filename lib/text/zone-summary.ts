import { BLOCK_INDICATORS } from "@/lib/catalogue/fields";
import { BLOCKS } from "@/lib/catalogue/groups";
import { getStep } from "@/lib/catalogue/vocabularies";
import type { ZoneRecord } from "@/lib/evidence/registry";
import type { Evidence, Resolution } from "@/lib/evidence/resolve";
import { isApprovalConfirmed, isCandidate } from "@/lib/query/scope";
import type { PartialDate } from "@/lib/time/day";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A partial date as a sentence says it: "2020", "October 2020", "7 October 2020". */
export function dateInSentence(date: PartialDate): string {
  const [year = "", month, day] = date.split("-");
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(" ");
}

/** "on 7 October 2020", "in October 2020", "in 2020". */
export function whenWords(date: PartialDate): string {
  return `${date.length === 10 ? "on" : "in"} ${dateInSentence(date)}`;
}

/**
 * What is known of a zone in two or three sentences: where it stands on paper, where on the ground,
 * and the age of the last word. Says nothing that the claims shown do not.
 */
export function summarizeZone(zone: ZoneRecord): string {
  const sentences = [paperWords(zone), groundWords(zone)];
  if (!hasReadiness(zone)) {
    sentences.push("Nothing that readiness asks for is known.");
  }
  return sentences.join(" ");
}

function paperWords(zone: ZoneRecord): string {
  const { legalStatus } = zone.values;
  if (isCandidate(zone.values)) {
    const status = beforeApproval(zone);
    return `A candidate for the approvals that were announced and never named: its own is not evidenced.${status}`;
  }
  if (!isApprovalConfirmed(zone.values)) {
    return `Named in a source as a zone, but its federal approval is not evidenced.${beforeApproval(zone)}`;
  }
  switch (legalStatus) {
    case "developer-bound":
      return `On paper it is bound to a developer${firstTold(zone.fields.legalStatus)}.`;
    case "notified":
      return `On paper it is notified${zone.values.approvedOn === null ? "" : `; it was approved ${whenWords(zone.values.approvedOn)}`}.`;
    case "approved":
      return `On paper it ${zone.values.approvedOn === null ? "is approved" : `was approved ${whenWords(zone.values.approvedOn)}`}${notificationWords(zone.fields.legalStatus)}.`;
    case "suspended":
      return `Its status as a zone is suspended${byWord(zone.fields.legalStatus)}.`;
    case "denotified":
      return `Its notification was withdrawn${byWord(zone.fields.legalStatus)}.`;
    case null:
      return "Counted among the approved zones, but how far it has come in law is unknown.";
    default:
      return `Counted among the approved zones, though the last word on its legal status is no more than ${legalStatus}.`;
  }
}

/** For a zone whose approval is not evidenced: how far it is said to have come. */
function beforeApproval(zone: ZoneRecord): string {
  const { legalStatus } = zone.fields;
  const when = byWord(legalStatus);
  switch (legalStatus.value) {
    case "identified":
      return ` A site was named${when}.`;
    case "applied":
      return ` An application is reported${when}.`;
    default:
      return "";
  }
}

function groundWords(zone: ZoneRecord): string {
  const { status } = zone.fields;
  const last = status.evidence ? dateInSentence(status.evidence.date) : null;
  switch (zone.values.status) {
    case "not-started":
      return `On the ground no work had begun by the last word on it, from ${last}.`;
    case "under-development":
      return `On the ground it is under development: ${productionWords(zone)}the last word on it is from ${last}.`;
    case "serviced":
      return `On the ground it is serviced: ${productionWords(zone)}the last word on it is from ${last}.`;
    case "partially-operational":
      return `On the ground it is partly operational, by a source of ${last}${producers(zone)}.`;
    case "operational":
      return `On the ground it is operational, by a source of ${last}${producers(zone)}.`;
    case "stalled":
      return `On the ground work has stalled, by a source of ${last}.`;
    case "stalled-inferred":
      return "On the ground it is taken to have stalled, because nothing has been heard of it for two years.";
    case "cancelled":
      return `It was given up, by a source of ${last}.`;
    case null:
      return unknownGround(status);
  }
}

function unknownGround(status: Resolution): string {
  const deprecated = status.rivals.length;
  if (deprecated === 0) return "How far it has come on the ground is unknown: no source says.";
  if (deprecated === 1) {
    return "How far it has come on the ground is unknown: the one claim on it was deprecated.";
  }
  const claims = deprecated === 2 ? "both" : `all ${deprecated}`;
  return `How far it has come on the ground is unknown: ${claims} claims on it were deprecated.`;
}

/** For a zone that is not yet said to produce: is a firm known to? Ends open, since a clause follows. */
function productionWords({ values, tenancies }: ZoneRecord): string {
  const producing = getStep("tenancyStage", "producing") ?? 0;
  const named = tenancies.some(
    (tenancy) => (getStep("tenancyStage", tenancy.values.tenancyStage) ?? -1) >= producing,
  );
  if (
    named ||
    (typeof values.enterprisesProducing === "number" && values.enterprisesProducing > 0)
  ) {
    return "a firm is said to produce there, and ";
  }
  return values.enterprisesProducing === 0
    ? "no firm produces there, and "
    : "no claim that counts shows a firm in production, and ";
}

function producers(zone: ZoneRecord): string {
  const { enterprisesProducing } = zone.fields;
  const { value, evidence } = enterprisesProducing;
  if (typeof value !== "number" || evidence === null) return "; how many firms produce is unknown";
  const firms = value === 1 ? "one firm" : `${value} firms`;
  return `; ${firms} ${value === 1 ? "was" : "were"} last counted as producing ${whenWords(evidence.date)}`;
}

/** Said only where no claim that counts goes beyond the approval. */
function notificationWords({ rivals }: Resolution): string {
  const notified = getStep("legalStatus", "notified") ?? 0;
  const beyond = rivals.some(
    ({ standing, evidence }) =>
      standing === "live" && (getStep("legalStatus", evidence.claim.value) ?? -1) >= notified,
  );
  return beyond ? "" : "; no claim that counts shows its notification";
}

function byWord({ evidence }: Resolution): string {
  return evidence === null ? "" : `, last told ${whenWords(evidence.date)}`;
}

/** When a value was first told of, among the claims that count. */
function firstTold({ value, evidence, rivals }: Resolution): string {
  const live = rivals.filter(({ standing }) => standing === "live");
  const same = [...(evidence ? [evidence] : []), ...live.map((rival) => rival.evidence)].filter(
    ({ claim }) => claim.value === value,
  );
  const first = same.reduce<Evidence | null>(
    (earliest, claim) => (earliest && earliest.effectiveOn <= claim.effectiveOn ? earliest : claim),
    null,
  );
  return first === null ? "" : `, first told of ${whenWords(first.date)}`;
}

function hasReadiness({ values }: ZoneRecord): boolean {
  return BLOCKS.some((block) => BLOCK_INDICATORS[block].some((key) => values[key] !== null));
}
