import { FIELD_KEYS, type FieldKey } from "../catalogue/fields";
import { listTerms } from "../catalogue/vocabularies";
import type { Change } from "../changes/change";
import { CHANGE_KINDS } from "../changes/change-kinds";
import { type Ledger, subjectKey } from "../evidence/evidence-index";
import type { Facts } from "../evidence/ledger-records";
import { resolveSubject } from "../evidence/registry";
import type { Moment } from "../evidence/resolve";
import { UNKNOWN } from "../query/filters";
import type { Query } from "../query/query";
import { formatKnownOn } from "../time/revision-param";
import type { ChangeRow } from "./answer-schemas";
import type { AcceptedParams, ParsedRequest } from "./parse-request";

/** The conditions on changes, in a fixed order. */
export const CHANGE_CONDITIONS = ["zone", "province", "kind", "field"] as const;

/** Conditions on changes; an absent one lets all through. */
export type ChangeFilter = Partial<Record<(typeof CHANGE_CONDITIONS)[number], readonly string[]>>;

/** The conditions on changes, each with its allowed values. */
export const CHANGE_CHOICES: AcceptedParams["choices"] = {
  zone: ({ zones }) => zones.map(({ slug }) => slug),
  province: [...listTerms("province").map(({ value }) => value), UNKNOWN],
  kind: CHANGE_KINDS,
  field: FIELD_KEYS,
};

/** The conditions on changes that an explorer's query has too: its zones and provinces. */
export function listChangeConditions({ zones, filters }: Query): [string, string][] {
  const province = filters.province?.values ?? [];
  return [
    ...(zones.length > 0 ? [["zone", zones.join(",")] as [string, string]] : []),
    ...(province.length > 0 ? [["province", province.join(",")] as [string, string]] : []),
  ];
}

/** The conditions of a request. */
export function getChangeFilter({ choices }: Pick<ParsedRequest, "choices">): ChangeFilter {
  const { zone, province, kind, field } = choices;
  return { zone, province, kind, field };
}

/** The conditions as pairs of an address, in a fixed order: the same conditions give the same pairs. */
export function listFilterPairs(filter: ChangeFilter): [string, string][] {
  return CHANGE_CONDITIONS.flatMap((key): [string, string][] => {
    const values = filter[key];
    return values ? [[key, [...values].sort().join(",")]] : [];
  });
}

/** The conditions of such pairs, which were checked when they were written. Others are left out. */
export function parseFilterPairs(pairs: Iterable<readonly [string, string]>): ChangeFilter {
  const given = new Map([...pairs].map(([key, values]) => [key, values.split(",")]));
  return Object.fromEntries(
    CHANGE_CONDITIONS.flatMap((key) => {
      const values = given.get(key);
      return values ? [[key, values]] : [];
    }),
  );
}

/** A change with the names of its zone and firm. */
export type NamedChange<C extends Change = Change> = Omit<C, "tenancy"> & ChangeRow;

/** Changes with the names of their zones at a moment. */
export function listChangeRows<C extends Change>(
  { evidence }: Ledger,
  changes: readonly C[],
  moment: Moment,
): NamedChange<C>[] {
  const names = new Map<string, Pick<ChangeRow, "name" | "province">>();
  const listNames = (zone: string) => {
    const known = names.get(zone);
    if (known) return known;
    const shown = resolveSubject(evidence, subjectKey(zone, null), ["name", "province"], moment);
    const found = {
      name: typeof shown.name.value === "string" ? shown.name.value : zone,
      province: typeof shown.province.value === "string" ? shown.province.value : null,
    };
    names.set(zone, found);
    return found;
  };
  return changes.map(({ tenancy, ...change }) => {
    const firm = { tenancy: tenancy?.id ?? null, firm: tenancy?.firm ?? null };
    return { ...change, ...listNames(change.zone), ...firm };
  });
}

/** Is the field the day of our own search? That is no news of a zone, so it is listed only where a reader asks for it. */
export function isOwnSearch(field: FieldKey | null): boolean {
  return field === "lastSearchedOn";
}

/** Does a change meet the conditions? */
export function matchesFilter(
  { zone, province, kind, field }: ChangeFilter,
  row: Pick<ChangeRow, "zone" | "province" | "kind" | "field">,
): boolean {
  return (
    (zone?.includes(row.zone) ?? true) &&
    (province?.includes(row.province ?? UNKNOWN) ?? true) &&
    (kind?.includes(row.kind) ?? true) &&
    (field === undefined
      ? !isOwnSearch(row.field)
      : row.field !== null && field.includes(row.field))
  );
}

/** A moment as an answer names it. @param revisions all of them */
export function toMomentAnswer({ asOf, revision }: Moment, revisions: Facts["revisions"]) {
  return { asOf, knownOn: formatKnownOn(revision, revisions) };
}

/** A change with only the members of an answer, in a fixed order. */
export function toChangeAnswer(row: ChangeRow): ChangeRow {
  const { id, kind, zone, name, province, tenancy, firm, field } = row;
  const { before, after, against, on, claimId, sourceId } = row;
  return {
    id,
    kind,
    zone,
    name,
    province,
    tenancy,
    firm,
    field,
    before,
    after,
    against,
    on,
    claimId,
    sourceId,
  };
}
