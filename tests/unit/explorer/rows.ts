import type { ComponentProps } from "react";
import type { ZoneTable } from "@/components/features/explorer/zone-table";
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

/** What a table of zones has beside its rows: one column, nothing chosen, and presses that do nothing. */
export const TABLE_PROPS = {
  columns: ["status"],
  settledColumns: ["status"],
  density: "dated",
  sort: [],
  asOf: "2026-11-26",
  momentSearch: "",
  selected: [],
  onSort: () => {},
  onToggle: () => {},
  onToggleAll: () => {},
} satisfies Partial<ComponentProps<typeof ZoneTable>>;
