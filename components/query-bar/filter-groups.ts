import { fieldSpec, isZoneField } from "@/lib/catalogue/fields";
import { GROUPS, type GroupKey } from "@/lib/catalogue/groups";
import { FILTERS, type FilterKey, type FilterSpec } from "@/lib/query/filters";

/** The filters that stand open, in their order: what most readers ask. */
export const FIRST_FILTERS: readonly FilterKey[] = [
  "status",
  "statusAge",
  "province",
  "legalStatus",
  "cohort",
  "contested",
];

/** Filters under one heading. */
export interface FilterGroup {
  readonly key: GroupKey;
  readonly label: string;
  readonly filters: readonly FilterSpec[];
}

/** Every other filter, by the catalogue's groups and in its order. */
export const MORE_FILTERS: readonly FilterGroup[] = (Object.keys(GROUPS) as GroupKey[])
  .map((key) => ({
    key,
    label: GROUPS[key],
    filters: FILTERS.filter(
      (filter) =>
        isZoneField(filter.key) &&
        fieldSpec(filter.key).group === key &&
        !FIRST_FILTERS.includes(filter.key),
    ),
  }))
  .filter(({ filters }) => filters.length > 0);
