import "server-only";
import { isDeepStrictEqual } from "node:util";
import { indexEvidence } from "@/lib/evidence/registry";
import { pakistanDay } from "@/lib/time/day";
import { db } from "./db";
import { loadFacts, NO_FACTS } from "./load-facts";
import { projectedColumns } from "./projection";

/**
 * Computes the columns of every zone again and compares them with the table.
 * @returns one line for each difference; empty if there is none
 */
export async function columnDifferences(): Promise<string[]> {
  const facts = await loadFacts(NO_FACTS);
  const evidence = indexEvidence(facts);
  const today = pakistanDay(new Date());
  const zones = await db().zone.findMany({ orderBy: { sortOrder: "asc" } });
  return zones.flatMap((zone) => {
    // A write updates only the zones it touches, so the stored revision may be older.
    const { projectedRevision: _, ...expected } = projectedColumns(
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
          `${zone.slug} ${column}: the table has ${JSON.stringify(found[column])}, the claims give ${JSON.stringify(value)}`,
      );
  });
}
