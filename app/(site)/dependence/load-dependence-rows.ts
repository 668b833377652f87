import { cache } from "react";
import { buildDependenceRows } from "@/lib/dependence/dependence-row";
import type { RankedRow } from "@/lib/query/select";
import type { RegistryView } from "@/lib/server/registry/registry-at";

/** The rows of the page. Once for each request of the page: its metadata and its content ask the same. */
export const loadDependenceRows = cache(
  ({ registry, asOf }: RegistryView, rows: readonly RankedRow[]) =>
    buildDependenceRows(rows, registry.zones, asOf),
);
