import type { TenancyFieldKey, TenancyValues, ZoneFieldKey } from "../catalogue/fields";
import type { Weights } from "../catalogue/groups";
import type { FieldValue } from "../catalogue/kinds";
import { getFirstRegisteredDay } from "../evidence/active-evidence";
import type { Confidence, Origin } from "../evidence/ledger-records";
import type { Ledger, Registry, TenancyRecord, ZoneRecord } from "../evidence/registry";
import type { Evidence, Mark, Resolution, Rival, Standing } from "../evidence/resolve";
import { computeReadiness, type Readiness } from "../readiness/readiness";
import type { Text } from "../text/text";
import type { Day, PartialDate } from "../time/day";
import { unknownZone } from "./not-found";
import type { ApiIssue } from "./problems";

/** The claim behind a value; all null where there is no active claim. */
interface Provenance {
  readonly claimId: string | null;
  readonly sourceId: string | null;
  /** Date that the source gives; null where it gives none. */
  readonly asOf: PartialDate | null;
  /** First day on which the value counts. */
  readonly effectiveOn: Day | null;
  readonly origin: Origin | null;
  readonly confidence: Confidence | null;
}

/** Another claim on the same field. */
interface RivalAnswer extends Provenance {
  readonly value: FieldValue;
  readonly standing: Standing;
  readonly contradicts: boolean;
  /** Why it is not used or deprecated; null for an active rival. */
  readonly reason: string | null;
}

/** The value of a field. Null with a claim: the source says that it is not known. */
interface ValueAnswer extends Provenance {
  readonly value: FieldValue;
  readonly mark: Mark;
  readonly rivals: readonly RivalAnswer[];
}

/** One zone, each value with its claim. */
export interface ZoneAnswer {
  readonly slug: string;
  readonly readiness: Readiness | null;
  readonly fields: Readonly<Record<ZoneFieldKey, ValueAnswer>>;
}

/** A firm in a zone, each value with its claim. */
interface TenancyAnswer {
  readonly id: string;
  readonly zone: string;
  readonly firm: string;
  readonly fields: Readonly<Record<TenancyFieldKey, ValueAnswer>>;
}

/** A firm in a zone as a flat row: null is unknown. */
export type TenancyRow = {
  readonly id: string;
  readonly zone: string;
  readonly firm: string;
} & TenancyValues;

/** The zone of a slug on the registry's day, or why there is none. */
export function findZone(
  text: Text,
  { registry, facts, evidence }: Ledger & { readonly registry: Registry },
  slug: string,
): { readonly zone: ZoneRecord } | { readonly issue: ApiIssue } {
  const { asOf, revision } = registry;
  const zone = registry.zones.find((record) => record.slug === slug);
  if (zone) return { zone };
  const slugs = facts.zones.map((identity) => identity.slug);
  if (!slugs.includes(slug)) return { issue: unknownZone(text, slug, slugs) };
  const since = getFirstRegisteredDay(evidence, slug, revision);
  const values = { slug, revision: String(revision) };
  return {
    issue: {
      code: "zone-not-registered",
      message:
        since === null
          ? text.t("api.zoneNotKnown", values)
          : text.t("api.zoneNotYet", { ...values, since }),
      param: "asOf",
      got: asOf,
      allowed: since === null ? [] : [`from ${since}`],
      nearest: since,
    },
  };
}

/** The answer about one zone. */
export function zoneAnswer(zone: ZoneRecord, weights: Weights): ZoneAnswer {
  return {
    slug: zone.slug,
    readiness: computeReadiness(zone.values, weights),
    fields: toValueAnswers(zone.fields),
  };
}

/** The answer about one firm in a zone. */
export function tenancyAnswer({ tenancy, fields }: TenancyRecord): TenancyAnswer {
  const { id, zone, firm } = tenancy;
  return { id, zone, firm, fields: toValueAnswers(fields) };
}

/** The flat row of a firm in a zone. */
export function tenancyRow({ tenancy, values }: TenancyRecord): TenancyRow {
  const { id, zone, firm } = tenancy;
  return { id, zone, firm, ...values };
}

function toValueAnswers<K extends string>(
  fields: Readonly<Record<K, Resolution>>,
): Record<K, ValueAnswer> {
  const entries = Object.entries<Resolution>(fields);
  return Object.fromEntries(entries.map(([key, field]) => [key, toValueAnswer(field)])) as Record<
    K,
    ValueAnswer
  >;
}

function toValueAnswer({ value, evidence, mark, rivals }: Resolution): ValueAnswer {
  return { value, ...getProvenance(evidence), mark, rivals: rivals.map(toRivalAnswer) };
}

function toRivalAnswer({ evidence, standing, contradicts, decision }: Rival): RivalAnswer {
  return {
    value: evidence.claim.value,
    ...getProvenance(evidence),
    standing,
    contradicts,
    reason: decision?.reason ?? null,
  };
}

function getProvenance(evidence: Evidence | null): Provenance {
  return {
    claimId: evidence?.claim.id ?? null,
    sourceId: evidence?.claim.sourceId ?? null,
    asOf: evidence?.claim.asOf ?? null,
    effectiveOn: evidence?.effectiveOn ?? null,
    origin: evidence?.claim.origin ?? null,
    confidence: evidence?.claim.confidence ?? null,
  };
}
