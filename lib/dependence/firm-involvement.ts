import { INVOLVEMENT_KINDS, type Involvement } from "../catalogue/involvement";
import type { TenancyRecord } from "../evidence/registry";
import { byZoneAndStage, groupFirmsByTie, listInvolvement, type PlacedFirm } from "../firms/firms";
import { type EvidenceGrade, findWeakestGrade, getGrade } from "./dependence";

/** How firms are tied to a chosen country or to another one abroad, the strongest tie first. */
export const TIE_GROUPS = ["owned", "involved", "elsewhere"] as const;

/**
 * `owned`: owned from the country or registered there. `involved`: partners from there take part, but do not own it.
 * `elsewhere`: owners or partners from other countries abroad only.
 */
export type TieGroup = (typeof TIE_GROUPS)[number];

/** The firms of each group, and the other firms: how many have a known owner, and how many have not. */
export interface TiedFirms extends Readonly<Record<TieGroup, readonly PlacedFirm[]>> {
  readonly domestic: number;
  readonly unknown: number;
}

/** Groups firms by how they are tied to a country, each in the register's order of zones, furthest stage first. */
export function groupTiedFirms(firms: readonly PlacedFirm[], country: string): TiedFirms {
  const { owned, involved, other, unknown } = groupFirmsByTie(firms, country);
  const elsewhere = [...other, ...unknown].filter(isTiedElsewhere);
  return {
    owned,
    involved,
    elsewhere: elsewhere.sort(byZoneAndStage),
    domestic: other.filter((firm) => !isTiedElsewhere(firm)).length,
    unknown: unknown.filter((firm) => !isTiedElsewhere(firm)).length,
  };
}

/** Ties to this country are not ties abroad. */
export const HOME = "PK";

function isTiedElsewhere({ record: { values } }: PlacedFirm): boolean {
  const countries = [values.nationality, values.ultimateOwnerNationality];
  return (
    countries.some((country) => country !== null && country !== HOME) ||
    listInvolvement(values).length > 0
  );
}

/** The grade of the evidence for what partners abroad give a firm, the weakest of its items; null: no report. */
export function getInvolvementGrade(
  firm: Pick<TenancyRecord, "fields" | "values">,
): EvidenceGrade | null {
  return findWeakestGrade(listInvolvement(firm.values).map((one) => getItemGrade(firm, one)));
}

/** The grade of the evidence for one item of a firm, by the fields that give it; the weakest where two do. */
function getItemGrade(
  { fields, values }: Pick<TenancyRecord, "fields" | "values">,
  { kind, country }: Involvement,
): EvidenceGrade | null {
  const given = listInvolvement({ involvement: values.involvement, foreignEquityCountry: null });
  const isListed = given.some((one) => one.kind === kind && one.country === country);
  const isEquity = kind === "equity" && values.foreignEquityCountry === country;
  return findWeakestGrade([
    isListed ? getGrade(fields.involvement) : null,
    isEquity ? getGrade(fields.foreignEquityCountry) : null,
  ]);
}

/** What partners from one country give to firms of a zone. */
interface ZoneInvolvement extends Involvement {
  readonly firms: number;
  /** The weakest grade of the evidence on these firms. */
  readonly grade: EvidenceGrade | null;
}

/** A zone does not depend on a firm that closed or left. */
const GONE: ReadonlySet<string | null> = new Set(["closed", "exited"]);

/**
 * Adds up what partners abroad give to firms: most frequent first, then in the order of kinds and countries. Firms that
 * closed or left do not count.
 */
export function aggregateInvolvement(firms: readonly TenancyRecord[]): ZoneInvolvement[] {
  const groups = new Map<string, { readonly one: Involvement; readonly firms: TenancyRecord[] }>();
  for (const firm of firms.filter(({ values }) => !GONE.has(values.tenancyStage))) {
    for (const one of listInvolvement(firm.values)) {
      const key = `${one.kind}:${one.country}`;
      const group = groups.get(key) ?? { one, firms: [] };
      groups.set(key, group);
      group.firms.push(firm);
    }
  }
  return [...groups.values()]
    .map(({ one, firms: having }) => ({
      ...one,
      firms: having.length,
      grade: findWeakestGrade(having.map((firm) => getItemGrade(firm, one))),
    }))
    .sort(
      (a, b) =>
        b.firms - a.firms ||
        INVOLVEMENT_KINDS.indexOf(a.kind) - INVOLVEMENT_KINDS.indexOf(b.kind) ||
        a.country.localeCompare(b.country, "en"),
    );
}
