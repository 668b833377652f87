import "server-only";
import {
  type EvidenceIndex,
  getValues,
  indexEvidence,
  isRegistered,
  resolveZone,
} from "@/lib/evidence/registry";
import { computeReadiness } from "@/lib/readiness/readiness";
import type { Day } from "@/lib/time/day";
import { Prisma, type Zone } from "@/prisma/generated/client";
import { type FieldColumns, JSON_COLUMNS, toFieldColumns } from "./zone-columns";
import { zoneFacts } from "./zone-facts";

/** The columns of a zone that are computed from its claims. */
export type ProjectedColumns = FieldColumns &
  Pick<Zone, "projectedRevision" | "inRegistry" | "readinessLow" | "readinessHigh" | "coverage">;

/** A zone's columns as of a day, from the claims known at a revision. */
export function projectedColumns(
  evidence: EvidenceIndex,
  slug: string,
  asOf: Day,
  revision: number,
): ProjectedColumns {
  const fields = resolveZone(evidence, slug, { asOf, revision });
  const values = getValues(fields);
  const readiness = computeReadiness(values);
  return {
    ...toFieldColumns(values),
    projectedRevision: revision,
    inRegistry: isRegistered(fields),
    readinessLow: readiness?.low ?? null,
    readinessHigh: readiness?.high ?? null,
    coverage: readiness?.coverage ?? null,
  };
}

/** Writes the columns of some zones from their claims, inside the transaction. */
export async function projectZones(
  tx: Prisma.TransactionClient,
  slugs: Iterable<string>,
  asOf: Day,
  revision: number,
): Promise<void> {
  const touched = [...new Set(slugs)];
  const evidence = indexEvidence(await zoneFacts(tx, touched));
  for (const slug of touched) {
    await tx.zone.update({
      where: { slug },
      data: toUpdate(projectedColumns(evidence, slug, asOf, revision)),
    });
  }
}

/** The columns as Prisma writes them: NULL in a JSON column is `DbNull`. */
function toUpdate(columns: ProjectedColumns): Prisma.ZoneUncheckedUpdateInput {
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => {
      const isJsonNull = value === null && JSON_COLUMNS.has(column);
      return [column, isJsonNull ? Prisma.DbNull : value] as const;
    }),
  );
}
