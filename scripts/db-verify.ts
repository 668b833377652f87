// `npm run db:verify`: computes the columns of every zone anew from the claims and prints each difference.
import { isDeepStrictEqual } from "node:util";
import { pakistanDay } from "@/lib/registry/day";
import { indexEvidence } from "@/lib/registry/registry";
import { closeDatabase, db } from "@/lib/server/db";
import { loadFacts, NO_FACTS } from "@/lib/server/load-facts";
import { projectedColumns } from "@/lib/server/projection";
import { Prisma } from "@/prisma/generated/client";

/** Differences between the columns of `zone` and the claims, one line each; empty where there is none. */
async function differences(): Promise<string[]> {
  const facts = await loadFacts(NO_FACTS);
  const evidence = indexEvidence(facts);
  const today = pakistanDay(new Date());
  const zones = await db().zone.findMany({ orderBy: { sortOrder: "asc" } });
  return zones.flatMap((zone) => {
    const expected = projectedColumns(evidence, zone.slug, today, facts.version);
    return Object.entries(expected)
      .filter(([column]) => column !== "projectedRevision")
      .flatMap(([column, value]) => {
        const wanted = value === Prisma.DbNull ? null : value;
        const found = zone[column as keyof typeof zone];
        return isDeepStrictEqual(found, wanted)
          ? []
          : [
              `${zone.slug} ${column}: the table has ${JSON.stringify(found)}, the claims give ${JSON.stringify(wanted)}`,
            ];
      });
  });
}

try {
  const found = await differences();
  for (const line of found) console.error(line);
  console.log(
    found.length === 0
      ? "Every zone's columns agree with its claims."
      : `${found.length} ${found.length === 1 ? "column does" : "columns do"} not agree with the claims.`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
} finally {
  await closeDatabase();
}
