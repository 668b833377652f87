import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry, type ZoneRecord } from "@/lib/evidence/registry";
import type { Day } from "@/lib/time/day";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts();

/** The evidence of the data set by subject. */
export const seedIndex = indexEvidence(facts);

/** The number of claims in the data set. */
export const seedClaimCount = facts.claims.length;

/** The sources of the data set by id. */
export const seedSources = new Map(facts.sourceVersions.map(({ source }) => [source.id, source]));

/** The zones of the data set on a day, by default that of the compilation. */
export function seededZones(asOf: Day = COMPILED_ON): readonly ZoneRecord[] {
  return buildRegistry(facts, seedIndex, { asOf, revision: 1 }).zones;
}

/** One zone of the data set on a day. */
export function seededZone(slug: string, asOf?: Day): ZoneRecord {
  const zone = seededZones(asOf).find((candidate) => candidate.slug === slug);
  if (!zone) throw new Error(`no zone ${slug} on ${asOf ?? COMPILED_ON}`);
  return zone;
}
