import type { ZoneValues } from "@/lib/catalogue/fields";
import type { ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { addReadiness, type RankedRow } from "@/lib/query/select";
import { createRow } from "../../support/facts";

/** A row of an evidenced zone called by its slug, unless said otherwise. */
export function zone(slug: string, known: Partial<ZoneValues> = {}): ZoneRow {
  return createRow({ name: slug, cohort: "added-37", ...known }, { slug });
}

/** Rows with their readiness. */
export function ranked(...rows: ZoneRow[]): readonly RankedRow[] {
  return addReadiness(rows, DEFAULT_QUERY);
}

/** The default query with something else. */
export function ask(part: Partial<Query>): Query {
  return { ...DEFAULT_QUERY, ...part };
}

/** A choice of values. */
export function anyOf(...values: string[]) {
  return { values, from: null, to: null };
}
