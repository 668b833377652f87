import "server-only";
import { isDeepStrictEqual } from "node:util";
import { indexEvidence } from "@/lib/evidence/registry";
import { pakistanDay } from "@/lib/time/day";
import { db } from "./db";
import { loadFacts, NO_FACTS } from "./load-facts";
import { projectColumns } from "./projection";

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
