import { INVOLVEMENT_KINDS, type Involvement } from "../catalogue/involvement";
import type { TenancyRecord } from "../evidence/registry";
import { listInvolvement } from "../firms/firms";
import { type EvidenceGrade, findWeakestGrade, getGrade } from "./dependence";

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
export interface ZoneInvolvement extends Involvement {
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
