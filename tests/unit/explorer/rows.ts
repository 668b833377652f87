import type { ZoneValues } from "@/lib/catalogue/fields";
import { DEFAULT_QUERY, type Query } from "@/lib/registry/query";
import type { ZoneRow } from "@/lib/registry/row";
import { type RankedRow, rank } from "@/lib/registry/select";
import { rowWith } from "../../support/facts";

/** A row of an evidenced zone called by its slug, unless said otherwise. */
export function zone(slug: string, known: Partial<ZoneValues> = {}): ZoneRow {
  return rowWith({ name: slug, cohort: "added-37", ...known }, { slug });
}

/** Rows with their readiness. */
export function ranked(...rows: ZoneRow[]): RankedRow[] {
  return rank(rows, DEFAULT_QUERY);
}

/** The default query with something else. */
export function ask(part: Partial<Query>): Query {
  return { ...DEFAULT_QUERY, ...part };
}

/** A choice of values. */
export function anyOf(...values: string[]) {
  return { values, from: null, to: null };
}
