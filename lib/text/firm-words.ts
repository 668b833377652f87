import { TENANCY_FIELD_KEYS, type TenancyValues } from "@/lib/catalogue/fields";
import { DEPENDENCE_FIELDS, getGrade } from "@/lib/dependence/dependence";
import type { OwnerRow } from "@/lib/dependence/owner-matrix";
import type { TenancyRecord, ZoneRecord } from "@/lib/evidence/registry";
import { type Evidence, listActiveClaims } from "@/lib/evidence/resolve";
import { shortenZoneName, shortZoneName } from "@/lib/evidence/zone-name";
import { computeTotal, type FirmFunnel, type InvestmentRow } from "@/lib/firms/firm-counts";
import { ANOTHER_COUNTRY, type FirmFilterKey, isInvolvementKind } from "@/lib/firms/firm-filter";
import {
  CHINA,
  countUnknownOwners,
  getFurthestStep,
  groupFirmsByTie,
  isSilent,
  isStrategic,
  listInvolvement,
  type PlacedFirm,
} from "@/lib/firms/firms";
import { UNKNOWN } from "@/lib/query/filters";
import type { Day } from "@/lib/time/day";
import { upperFirst } from "./first-letter";
import type { PageAnswer } from "./page-summaries";
import type { Text } from "./text";

/** A term of the filters as people read it. `zoneNames`: names of zones by slug. */
export function describeFirmTerm(
  text: Text,
  key: FirmFilterKey,
  term: string,
  zoneNames: ReadonlyMap<string, string> = new Map(),
): string {
  if (term === UNKNOWN) return text.t("firms.filter.unknown");
  switch (key) {
    case "stage":
      return text.termLabel("tenancyStage", term);
    case "sector":
      return upperFirst(text, text.sector(term));
    case "strategic":
      return text.t(term === "yes" ? "firms.filter.isStrategic" : "firms.filter.notStrategic");
    case "country":
      return term === ANOTHER_COUNTRY ? text.t("firms.filter.other") : text.country(term);
    case "nationality":
    case "owner":
      return text.country(term);
    case "involvement":
      return isInvolvementKind(key, term)
        ? upperFirst(text, text.involvement(term))
        : text.country(term);
    case "zone":
      return shortenZoneName(zoneNames.get(term) ?? term);
  }
}

/** The values of a firm in one zone by label, as its page shows them, to tell what changed. */
export function firmShownWords(
  text: Text,
  { fields }: Pick<TenancyRecord, "fields">,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    TENANCY_FIELD_KEYS.map((key) => [text.fieldLabel(key), text.value(key, fields[key].value)]),
  );
}

/**
 * Who invests, and how far the firms are tied to a country.
 * @param firms those shown, whatever their ties
 */
export function firmsAnswer(
  text: Text,
  firms: readonly PlacedFirm[],
  { total, producing, recent, weak }: FirmFunnel,
  country: string,
): PageAnswer {
  if (total === 0) {
    return { title: text.t("firms.answer.noFirmTitle"), summary: text.t("firms.answer.noFirm") };
  }
  const { owned, involved } = groupFirmsByTie(firms, country);
  return {
    title: text.t("firms.answer.title", {
      recent,
      total,
      tied: owned.length + involved.length,
      country: text.countryInSentence(country),
    }),
    summary: text.sentences([
      text.t("firms.answer.producing", { total, producing, recent, weak }),
      text.t("firms.answer.ties", {
        country: text.countryInSentence(country),
        owned: owned.length,
        involved: involved.length,
        unknown: countUnknownOwners(firms),
      }),
    ]),
  };
}

/** In how many zones firms with ties to China are named, as the title of the zones by country. */
export function ownersTitle({ t }: Text, rows: readonly OwnerRow[]): string {
  return t("firms.owners.title", {
    zones: rows.length,
    tied: rows.filter(({ cells }) =>
      cells.some(({ country, owned, partners }) => country === CHINA && owned + partners > 0),
    ).length,
    unknown: rows.filter(({ unknown }) => unknown > 0).length,
  });
}

/** How much is realised in how many zones, as the title of the investment by zone. */
export function investmentTitle(text: Text, rows: readonly InvestmentRow[]): string {
  const realised = computeTotal(rows, "realised");
  return text.t("firms.investment.title", {
    zones: rows.length,
    known: realised.known,
    amount: text.amount(realised.sum ?? 0, "USD m"),
  });
}

/** How many zones can be rated, and how well, as the title of the ratings. */
export function ratingsTitle({ t }: Text, rated: readonly ZoneRecord[], zones: number): string {
  const grades = rated
    .flatMap(({ fields }) => DEPENDENCE_FIELDS.map((key) => getGrade(fields[key])))
    .filter((grade) => grade !== null);
  const weak = grades.filter((grade) => grade === "weak").length;
  return t("firms.ratings.title", {
    rated: rated.length,
    share: rated.length === 0 ? "none" : rated.length === zones ? "all" : "some",
    quality: weak > 0 && weak === grades.length ? "weak" : weak > 0 ? "mixed" : "good",
  });
}

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
    ...firms.flatMap(({ record }) => involvementSentences(text, record.values)),
    ...firms.flatMap(({ record }) => strategicSentences(text, record.values)),
  ];
  return text.sentences([...new Set(sentences)]);
}

function progressSentences(text: Text, { zone, record }: PlacedFirm, asOf: Day): string[] {
  const name = shortZoneName(zone);
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
    ...(isSilent({ zone, record }, asOf) ? [text.t("firms.summary.noNews")] : []),
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
  const registered = nationality === null ? null : text.countryInSentence(nationality);
  const owner = from === null ? null : text.countryInSentence(from);
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

/** What partners abroad give, and their share where it is known. */
function involvementSentences(text: Text, values: TenancyValues): string[] {
  const { foreignEquityPct: share, foreignEquityCountry: country } = values;
  const given = listInvolvement(values).map((one) =>
    text.involvement(`${one.kind}:${one.country}`),
  );
  return [
    ...(given.length === 0
      ? []
      : [text.t("firms.summary.involvement", { given: text.list(given) })]),
    ...(share === null
      ? []
      : [
          text.t("firms.summary.equity", {
            share: text.value("foreignEquityPct", share),
            known: country === null ? "no" : "yes",
            country: country === null ? "" : text.countryInSentence(country),
          }),
        ]),
  ];
}

function strategicSentences(
  text: Text,
  { tenancySector: sector }: Pick<TenancyValues, "tenancySector">,
): string[] {
  return sector !== null && isStrategic(sector)
    ? [text.t("firms.summary.strategic", { sector: text.sector(sector) })]
    : [];
}
