import "server-only";
import type { Facts, RetirableKind, Retirement } from "@/lib/evidence/ledger-records";
import { addStandings, getRetirement, tenancyAt } from "@/lib/evidence/retirement";
import type { Prisma } from "@/prisma/generated/client";
import { toFirmVersion, toFirstFirm, toRetirement, toTenancy } from "./fact-rows";
import { NO_FACTS } from "./load-facts";

/** The records as after the last revision. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Firms with their names, tenancies with their present firms, and what is merged or retired; nothing else of the facts. */
export type Standings = Pick<Facts, "tenancies" | "firmVersions" | "retirements">;

/** Every firm, tenancy and retirement as after the last revision. */
export async function readStandings(tx: Prisma.TransactionClient): Promise<Standings> {
  const retirements = await tx.retirement.findMany({ orderBy: { revisionId: "asc" } });
  const firms = await tx.firm.findMany();
  const versions = await tx.firmVersion.findMany({ orderBy: { revisionId: "asc" } });
  const tenancies = await tx.tenancy.findMany({ include: { firm: { select: { name: true } } } });
  const facts = addStandings({
    ...NO_FACTS,
    tenancies: tenancies.map(toTenancy),
    firmVersions: [...firms.map(toFirstFirm), ...versions.map(toFirmVersion)],
    retirements: retirements.map(toRetirement),
  });
  return { ...facts, tenancies: facts.tenancies.map((tenancy) => tenancyAt(tenancy, LAST)) };
}

/** What merged or retired a record last; null: it is shown. */
export function getLast(
  standings: Pick<Standings, "retirements">,
  kind: RetirableKind,
  subject: string,
): Retirement | null {
  return getRetirement(standings, kind, subject, LAST);
}

/** The present names of every firm, merged and retired ones too, by id. */
export function listPresentFirms({
  firmVersions,
}: Pick<Standings, "firmVersions">): ReadonlyMap<string, Facts["firmVersions"][number]> {
  return new Map(firmVersions.map((version) => [version.id, version]));
}
