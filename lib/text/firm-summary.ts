import { TENANCY_FIELD_KEYS, type TenancyValues } from "@/lib/catalogue/fields";
import type { TenancyRecord } from "@/lib/evidence/registry";
import { type Evidence, listActiveClaims } from "@/lib/evidence/resolve";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { getFurthestStep, isSilent, isStrategic, type PlacedFirm } from "@/lib/firms/firms";
import type { Day } from "@/lib/time/day";
import { countryInSentence } from "./firm-words";
import type { Text } from "./text";

/**
 * A firm in a few sentences: how far it has come in each of its zones and since when, where it is from,
 * and whether its sector is strategic. It claims no more than the displayed evidence.
 * @param firms the firm in each of its zones
 */
export function firmSummary(text: Text, firms: readonly PlacedFirm[], asOf: Day): string {
  const sentences = [
    ...firms.flatMap((firm) => progressSentences(text, firm, asOf)),
    ...firms.flatMap(({ record }) => disputeSentences(text, record)),
    ...firms.map(({ record }) => originSentence(text, record.values)),
    ...firms.flatMap(({ record }) => strategicSentences(text, record.values)),
  ];
  return [...new Set(sentences)].join(" ");
}

function progressSentences(text: Text, { zone, record }: PlacedFirm, asOf: Day): string[] {
  const name = shortZoneName(zone.values.name ?? zone.slug);
  const place = { zone: name, own: name === record.tenancy.firm ? "yes" : "no" };
  const { tenancyStage: stage } = record.values;
  const { evidence, rivals } = record.fields.tenancyStage;
  if (stage === null || evidence === null) {
    const why = rivals.length === 0 ? "noSource" : "notValid";
    return [text.t("firms.summary.stageUnknown", { ...place, why })];
  }
  const when = text.onDate(evidence.date);
  if (stage === "exited") {
    const step = getFurthestStep(record);
    return [
      text.t("firms.summary.left", { ...place, when }),
      step === null
        ? text.t("firms.summary.reachedUnknown")
        : text.t("firms.summary.reached", { stage: text.termLabel("tenancyStage", step) }),
    ];
  }
  return [
    text.t(`firms.summary.at.${stage}`, { ...place, when }),
    firstReportSentence(text, record, evidence),
    ...(isSilent(record, asOf) ? [text.t("firms.summary.noNews")] : []),
  ];
}

/** When a firm was first named in a zone, if that was before the report on its stage. */
function firstReportSentence(text: Text, record: TenancyRecord, stage: Evidence): string {
  const claims = TENANCY_FIELD_KEYS.flatMap((key) => listActiveClaims(record.fields[key]));
  const first = claims.reduce(
    (earliest, claim) => (claim.effectiveOn < earliest.effectiveOn ? claim : earliest),
    stage,
  );
  if (first.effectiveOn < stage.effectiveOn) {
    return text.t("firms.summary.first", { date: text.onDate(first.date) });
  }
  const isOnlySource = claims.every(({ claim }) => claim.sourceId === stage.claim.sourceId);
  return text.t(isOnlySource ? "firms.summary.only" : "firms.summary.noEarlier");
}

function disputeSentences(text: Text, { fields }: TenancyRecord): string[] {
  const disputed = TENANCY_FIELD_KEYS.filter((key) => fields[key].mark === "contested");
  if (disputed.length === 0) return [];
  const names = disputed.map((key) => text.t(`firms.summary.field.${key}`));
  return [text.t("firms.summary.disputed", { fields: text.list(names) })];
}

function originSentence(
  text: Text,
  values: Pick<TenancyValues, "nationality" | "ultimateOwnerNationality">,
): string {
  const { nationality, ultimateOwnerNationality: from } = values;
  const registered = nationality === null ? null : countryInSentence(text, nationality);
  const owner = from === null ? null : countryInSentence(text, from);
  if (registered === null) {
    return owner === null
      ? text.t("firms.summary.originUnknown")
      : text.t("firms.summary.registrationUnknown", { owner });
  }
  if (owner === null) return text.t("firms.summary.ownerUnknown", { registered });
  return nationality === from
    ? text.t("firms.summary.sameOrigin", { registered })
    : text.t("firms.summary.origin", { registered, owner });
}

function strategicSentences(
  text: Text,
  { tenancySector: sector }: Pick<TenancyValues, "tenancySector">,
): string[] {
  return sector !== null && isStrategic(sector)
    ? [text.t("firms.summary.strategic", { sector })]
    : [];
}
