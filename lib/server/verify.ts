import "server-only";
import { isDeepStrictEqual } from "node:util";
import { indexEvidence } from "@/lib/evidence/registry";
import { pakistanDay } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client";
import { db } from "./db";
import { loadFacts, NO_FACTS } from "./load-facts";
import { projectedColumns } from "./projection";

/**
 * Computes the columns of every zone anew from the claims.
 * @returns each difference from the table, a line each; empty where there is none
 */
export async function columnDifferences(): Promise<string[]> {
  const facts = await loadFacts(NO_FACTS);
  const evidence = indexEvidence(facts);
  const today = pakistanDay(new Date());
  const zones = await db().zone.findMany({ orderBy: { sortOrder: "asc" } });
  return zones.flatMap((zone) => {
    // Only the zones that a write touches are projected, so the number of the projection may be older.
    const { projectedRevision: _, ...expected } = projectedColumns(
      evidence,
      zone.slug,
      today,
      facts.version,
    );
    const found: Record<string, unknown> = zone;
    return Object.entries(expected).flatMap(([column, value]) => {
      const wanted = value === Prisma.DbNull ? null : value;
      return isDeepStrictEqual(found[column], wanted)
        ? []
        : [
            `${zone.slug} ${column}: the table has ${JSON.stringify(found[column])}, the claims give ${JSON.stringify(wanted)}`,
          ];
    });
  });
}
