import type { TenancyFieldKey, TenancyValues, ZoneFieldKey } from "../catalogue/fields";
import type { Weights } from "../catalogue/groups";
import type { TenancyRecord, ZoneRecord } from "../evidence/registry";
import { computeReadiness, type Readiness } from "../readiness/readiness";
import { type ValueAnswer, valueAnswers } from "./value-answer";

/** One zone, each value with where it comes from. */
export interface ZoneAnswer {
  readonly slug: string;
  readonly readiness: Readiness | null;
  readonly fields: Readonly<Record<ZoneFieldKey, ValueAnswer>>;
}

/** A firm in a zone, each value with where it comes from. */
export interface TenancyAnswer {
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

/** The answer about one zone. */
export function zoneAnswer(zone: ZoneRecord, weights: Weights): ZoneAnswer {
  return {
    slug: zone.slug,
    readiness: computeReadiness(zone.values, weights),
    fields: valueAnswers(zone.fields),
  };
}

/** The answer about one firm in a zone. */
export function tenancyAnswer({ tenancy, fields }: TenancyRecord): TenancyAnswer {
  const { id, zone, firm } = tenancy;
  return { id, zone, firm, fields: valueAnswers(fields) };
}

/** The flat row of a firm in a zone. */
export function tenancyRow({ tenancy, values }: TenancyRecord): TenancyRow {
  const { id, zone, firm } = tenancy;
  return { id, zone, firm, ...values };
}
