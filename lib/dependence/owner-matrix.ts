import { groupBy } from "../evidence/group-by";
import type { ZoneRecord } from "../evidence/registry";
import { CHINA, getCountryTie, HOME, listInvolvement, type PlacedFirm } from "../firms/firms";
import { aggregateInvolvement, type ZoneInvolvement } from "./firm-involvement";

/** The firms of a zone with ties to one country. Without firms: no report of a tie, which does not mean none. */
export interface OwnerCell {
  readonly country: string;
  /** Registered in the country or owned from there; for Pakistan, owned there. */
  readonly owned: number;
  /** Partners from there take part, who are not known to own the firm. */
  readonly partners: number;
  /** What partners from there give, firms that closed or left aside. */
  readonly given: readonly ZoneInvolvement[];
}

/** A zone with at least one named firm. */
export interface OwnerRow {
  readonly zone: ZoneRecord;
  readonly firms: number;
  /** A cell for each country of the matrix, in its order. */
  readonly cells: readonly OwnerCell[];
  /** Firms whose owner is unknown, whatever else ties them to a country. */
  readonly unknown: number;
}

/** Zones by countries of owners and partners. A firm with ties to 2 countries is counted for both. */
export interface OwnerMatrix {
  /** China first, Pakistan last, the others by number of firms, then by code. */
  readonly countries: readonly string[];
  /** Zones with most firms tied to China first, then those with most ties abroad, then those with most firms. */
  readonly rows: readonly OwnerRow[];
}

/** Counts firms by zone and country of owner or partner. */
export function buildOwnerMatrix(firms: readonly PlacedFirm[]): OwnerMatrix {
  const ties = new Map<string, number>();
  for (const country of firms.flatMap(listCountries)) {
    ties.set(country, (ties.get(country) ?? 0) + 1);
  }
  const place = (country: string) => (country === CHINA ? -1 : Number(country === HOME));
  const countries = [...ties]
    .sort(([a, inA], [b, inB]) => place(a) - place(b) || inB - inA || (a < b ? -1 : 1))
    .map(([country]) => country);
  const rows = [...groupBy(firms, ({ zone }) => zone)].map(
    ([zone, inZone]): OwnerRow => ({
      zone,
      firms: inZone.length,
      cells: countries.map((country) => countTies(inZone, country)),
      unknown: inZone.filter(({ record }) => record.values.ultimateOwnerNationality === null)
        .length,
    }),
  );
  const count = ({ cells }: OwnerRow, isCounted: (country: string) => boolean) =>
    cells
      .filter(({ country }) => isCounted(country))
      .reduce((sum, { owned, partners }) => sum + owned + partners, 0);
  const inChina = (row: OwnerRow) => count(row, (country) => country === CHINA);
  const abroad = (row: OwnerRow) => count(row, (country) => country !== HOME);
  return {
    countries,
    rows: rows.sort(
      (a, b) =>
        inChina(b) - inChina(a) ||
        abroad(b) - abroad(a) ||
        b.firms - a.firms ||
        a.zone.order - b.zone.order,
    ),
  };
}

/** The countries that a firm is tied to. Registration in Pakistan says nothing of its owner, so it is no tie. */
function listCountries({ record: { values } }: PlacedFirm): string[] {
  const { nationality, ultimateOwnerNationality: owner } = values;
  const known = [
    nationality === HOME ? null : nationality,
    owner,
    ...listInvolvement(values).flatMap(({ country }) => (country === HOME ? [] : country)),
  ];
  return [...new Set(known.filter((country) => country !== null))];
}

function countTies(firms: readonly PlacedFirm[], country: string): OwnerCell {
  const tied = firms.filter((firm) => listCountries(firm).includes(country));
  const owned = tied.filter(
    ({ record }) => getCountryTie(record.values, country) === "owned",
  ).length;
  return {
    country,
    owned,
    partners: tied.length - owned,
    given: aggregateInvolvement(tied.map(({ record }) => record)).filter(
      (one) => one.country === country,
    ),
  };
}
