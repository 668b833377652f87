import "server-only";
import type { Facts, RetirableKind, Retirement } from "@/lib/evidence/ledger-records";
import { getRetirement, tenancyAt } from "@/lib/evidence/retirement";

/** The records as after the last revision. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Firms with their names, tenancies with their present firms, and what is merged, retired or withdrawn; nothing else of the facts. */
export type Standings = Pick<Facts, "tenancies" | "firmVersions" | "retirements">;

/** Every firm, tenancy and retirement as after the last revision. */
export function listStandings({ tenancies, firmVersions, retirements }: Facts): Standings {
  return {
    tenancies: tenancies.map((tenancy) => tenancyAt(tenancy, LAST)),
    firmVersions,
    retirements,
  };
}

/** The records of a kind that are merged, retired or withdrawn: no claim may be recorded on them or cite them. */
export function listHidden(
  facts: Pick<Facts, "retirements">,
  kind: RetirableKind,
  subjects: Iterable<string>,
): ReadonlySet<string> {
  if (!facts.retirements.some((one) => one.kind === kind)) return new Set();
  return new Set([...subjects].filter((subject) => getLast(facts, kind, subject) !== null));
}

/** What merged, retired or withdrew a record last; null: it is shown. */
export function getLast(
  standings: Pick<Standings, "retirements">,
  kind: RetirableKind,
  subject: string,
): Retirement | null {
  return getRetirement(standings, kind, subject, LAST);
}

/** The present names of every firm, by id, also of those that are merged, retired or withdrawn. */
export function listPresentFirms({
  firmVersions,
}: Pick<Standings, "firmVersions">): ReadonlyMap<string, Facts["firmVersions"][number]> {
  return new Map(firmVersions.map((version) => [version.id, version]));
}

/** The id of the shown firm that has a name now; null: none. */
export function findShownFirm(
  standings: Pick<Standings, "firmVersions" | "retirements">,
  name: string,
): string | null {
  for (const [id, version] of listPresentFirms(standings)) {
    if (version.name === name && getLast(standings, "firm", id) === null) return id;
  }
  return null;
}
