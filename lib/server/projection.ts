import "server-only";
import { isDeepStrictEqual } from "node:util";
import {
  type EvidenceIndex,
  getValues,
  indexEvidence,
  isRegistered,
  resolveZone,
} from "@/lib/evidence/registry";
import { computeReadiness } from "@/lib/readiness/readiness";
import { type Day, pakistanDay } from "@/lib/time/day";
import { Prisma, type Zone } from "@/prisma/generated/client";
import { db } from "./db";
import { loadFacts, NO_FACTS } from "./load-facts";
import { type FieldColumns, JSON_COLUMNS, toFieldColumns } from "./zone-columns";

/** The columns of a zone that are computed from its claims. */
type ProjectedColumns = FieldColumns &
  Pick<Zone, "projectedRevision" | "inRegistry" | "readinessLow" | "readinessHigh" | "coverage">;

/** The columns of a zone on a day, from the claims known at a revision. */
function projectColumns(
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

/** Updates the columns of some zones from their evidence. */
export async function projectZones(
  tx: Prisma.TransactionClient,
  evidence: EvidenceIndex,
  slugs: Iterable<string>,
  asOf: Day,
  revision: number,
): Promise<void> {
  for (const slug of slugs) {
    await tx.zone.update({
      where: { slug },
      data: toUpdate(projectColumns(evidence, slug, asOf, revision)),
    });
  }
}

/** The columns for Prisma, where NULL in a JSON column is `DbNull`. */
function toUpdate(columns: ProjectedColumns): Prisma.ZoneUncheckedUpdateInput {
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => {
      const isJsonNull = value === null && JSON_COLUMNS.has(column);
      return [column, isJsonNull ? Prisma.DbNull : value] as const;
    }),
  );
}

/**
 * Computes the columns of every zone again and compares them with the table.
 * @returns one line per difference
 */
export async function listColumnDifferences(): Promise<string[]> {
  const facts = await loadFacts(NO_FACTS);
  const evidence = indexEvidence(facts);
  const today = pakistanDay(new Date());
  const zones = await db().zone.findMany({ orderBy: { sortOrder: "asc" } });
  return zones.flatMap((zone) => {
    // A write updates only its own zones, so the stored revision can be older.
    const { projectedRevision: _, ...expected } = projectColumns(
      evidence,
      zone.slug,
      today,
      facts.revision,
    );
    const found: Record<string, unknown> = zone;
    return Object.entries(expected)
      .filter(([column, value]) => !isDeepStrictEqual(found[column], value))
      .map(
        ([column, value]) =>
          `${zone.slug} ${column}: the table has ${JSON.stringify(found[column])}, the claims result in ${JSON.stringify(value)}`,
      );
  });
}
