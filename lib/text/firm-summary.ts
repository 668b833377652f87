import {
  TENANCY_FIELD_KEYS,
  type TenancyFieldKey,
  type TenancyValues,
} from "@/lib/catalogue/fields";
import { getLabel, type VocabularyValue } from "@/lib/catalogue/vocabularies";
import type { TenancyRecord } from "@/lib/evidence/registry";
import type { Evidence } from "@/lib/evidence/resolve";
import { getFurthestStep, isSilent, isStrategic, type PlacedFirm } from "@/lib/firms/firms";
import type { Day } from "@/lib/time/day";
import { shortZoneName } from "../evidence/short-zone-name";
import { countryInSentence } from "./country-words";
import { evidenceOn } from "./evidence-summary";
import { listed } from "./number-words";
import { whenWords } from "./zone-summary";

/**
 * What is known of a firm in a few sentences: how far it has come in each of its zones and since when,
 * where it is from, and whether its sector is strategic. Says nothing that the claims shown do not.
 * @param firms the firm in each of its zones
 */
export function firmSummary(firms: readonly PlacedFirm[], asOf: Day): string {
  const sentences = [
    ...firms.flatMap((firm) => progressWords(firm, asOf)),
    ...firms.flatMap(({ record }) => contestedWords(record)),
    ...firms.map(({ record }) => originWords(record.values)),
    ...firms.flatMap(({ record }) => strategicWords(record.values)),
  ];
  return [...new Set(sentences)].join(" ");
}

type Step = Exclude<VocabularyValue<"tenancyStage">, "exited">;

const AT_STEP: Readonly<Record<Step, string>> = {
  mou: "had a memorandum for",
  applied: "had applied for entry to",
  admitted: "was admitted to",
  "plot-allotted": "held a plot in",
  building: "was building in",
  producing: "was producing in",
  exporting: "was exporting from",
};

function progressWords({ zone, record }: PlacedFirm, asOf: Day): string[] {
  const place = placeWords({ zone, record });
  const { tenancyStage: stage } = record.values;
  const { evidence, rivals } = record.fields.tenancyStage;
  if (stage === null || evidence === null) {
    const why = rivals.length === 0 ? "no source says" : "no claim on it counts";
    return [`How far it has come in ${place} is unknown: ${why}.`];
  }
  if (stage === "exited") {
    const step = getFurthestStep(record);
    const came =
      step === null
        ? "how far it had come is unknown"
        : `it had come as far as “${getLabel("tenancyStage", step).toLowerCase()}”`;
    return [`It left ${place} or gave up, by a source that speaks of ${dayOf(evidence)}; ${came}.`];
  }
  return [
    `When last heard of, ${whenWords(evidence.date)}, it ${AT_STEP[stage]} ${place}${sinceWords(record, evidence)}.`,
    ...(isSilent(record, asOf) ? ["Nothing has been heard of it since, for over two years."] : []),
  ];
}

/** A zone as a sentence names it; one that bears the firm's own name is its own. */
function placeWords({ zone, record }: Pick<PlacedFirm, "zone" | "record">): string {
  const name = shortZoneName(zone.values.name ?? zone.slug);
  return name === record.tenancy.firm ? "its own zone" : name;
}

const CONTESTED: Readonly<Record<TenancyFieldKey, string>> = {
  tenancyStage: "on how far it has come",
  tenancySector: "on its sector",
  nationality: "on where it is registered",
  ultimateOwnerNationality: "on who owns it",
  investmentUsdM: "on its investment",
  tenancyJobs: "on its jobs",
};

/** On which of its values sources contradict each other, and nobody has settled it. */
function contestedWords({ fields }: TenancyRecord): string[] {
  const contested = TENANCY_FIELD_KEYS.filter((key) => fields[key].mark === "contested");
  if (contested.length === 0) return [];
  return [
    `Sources contradict each other ${listed(
      contested.map((key) => CONTESTED[key]),
      "and",
    )}.`,
  ];
}

/** The day of a claim without "on" and "in". */
function dayOf({ date }: Evidence): string {
  return whenWords(date).replace(/^(?:on|in) /, "");
}

/** When a firm was first named there, where that is not said already. */
function sinceWords(record: TenancyRecord, last: Evidence): string {
  const first = firstNamed(record);
  return first === null || first.effectiveOn >= last.effectiveOn
    ? ", which is also the first word of it there"
    : `; it was first named there ${whenWords(first.date)}`;
}

/** The earliest claim on a firm in its zone that counts; null where none does. */
export function firstNamed({ fields }: Pick<TenancyRecord, "fields">): Evidence | null {
  const dead = new Set(
    Object.values(fields).flatMap(({ rivals }) =>
      rivals.flatMap(({ standing, evidence }) => (standing === "live" ? [] : [evidence.claim.id])),
    ),
  );
  return evidenceOn(fields)
    .filter(({ claim }) => !dead.has(claim.id))
    .reduce<Evidence | null>(
      (first, evidence) => (first && first.effectiveOn <= evidence.effectiveOn ? first : evidence),
      null,
    );
}

function originWords({
  nationality,
  ultimateOwnerNationality: owner,
}: Pick<TenancyValues, "nationality" | "ultimateOwnerNationality">): string {
  if (nationality === null && owner === null) {
    return "Where it is registered and who owns it in the end is unknown.";
  }
  if (owner === null) {
    return `It is registered in ${countryInSentence(nationality ?? "")}; who owns it in the end is unknown.`;
  }
  const from = countryInSentence(owner);
  if (nationality === null) return `It is owned from ${from}; where it is registered is unknown.`;
  return nationality === owner
    ? `It is registered in ${from} and owned from there.`
    : `It is registered in ${countryInSentence(nationality)} and owned from ${from}.`;
}

function strategicWords({ tenancySector: sector }: Pick<TenancyValues, "tenancySector">): string[] {
  return sector !== null && isStrategic(sector)
    ? [`Its sector, ${sector}, is one that the brief treats as strategic.`]
    : [];
}
