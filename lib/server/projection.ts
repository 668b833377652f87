import "server-only";
import { fieldSpec, ZONE_FIELD_KEYS, type ZoneValues } from "@/lib/catalogue/fields";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import {
  type EvidenceIndex,
  getValues,
  indexEvidence,
  isRegistered,
  resolveZone,
} from "@/lib/evidence/registry";
import { computeReadiness } from "@/lib/readiness/readiness";
import type { Day } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client";
import { zoneFacts } from "./zone-facts";

/** The columns of a zone that are computed from its claims. */
export type ProjectedColumns = Omit<
  Prisma.ZoneUncheckedUpdateInput,
  "slug" | "sortOrder" | "revisionId" | "claims" | "tenancies" | "events"
>;

/**
 * Today's columns of a zone: the values that show on a day, in the types of the table. Null is
 * unknown; a number's `not-applicable` is null with the field's key in `notApplicable`.
 */
export function projectedColumns(
  evidence: EvidenceIndex,
  slug: string,
  asOf: Day,
  knownOn: number,
): ProjectedColumns {
  const fields = resolveZone(evidence, slug, { asOf, knownOn });
  const values = getValues(fields);
  const readiness = computeReadiness(values);
  return {
    ...listColumns(values),
    projectedRevision: knownOn,
    inRegistry: isRegistered(fields),
    readinessLow: readiness?.low ?? null,
    readinessHigh: readiness?.high ?? null,
    coverage: readiness?.coverage ?? null,
  };
}

/** Writes today's columns of some zones from their claims, as the transaction sees them. */
export async function projectZones(
  tx: Prisma.TransactionClient,
  slugs: Iterable<string>,
  asOf: Day,
  knownOn: number,
): Promise<void> {
  const touched = [...new Set(slugs)];
  const evidence = indexEvidence(await zoneFacts(tx, touched));
  for (const slug of touched) {
    await tx.zone.update({
      where: { slug },
      data: projectedColumns(evidence, slug, asOf, knownOn),
    });
  }
}

function listColumns(values: ZoneValues): ProjectedColumns {
  const { location, aliases, sectors, ...others } = values;
  const numberOrNull = <T>(value: T | typeof NOT_APPLICABLE | null) =>
    value === NOT_APPLICABLE ? null : value;
  return {
    ...others,
    longitude: location?.lon ?? null,
    latitude: location?.lat ?? null,
    aliases: aliases === null ? Prisma.DbNull : [...aliases],
    sectors: sectors === null ? Prisma.DbNull : [...sectors],
    plotsAllottedPct: numberOrNull(values.plotsAllottedPct),
    plotsBuiltPct: numberOrNull(values.plotsBuiltPct),
    enterprisesAdmitted: numberOrNull(values.enterprisesAdmitted),
    enterprisesProducing: numberOrNull(values.enterprisesProducing),
    notApplicable: ZONE_FIELD_KEYS.filter(
      (key) => fieldSpec(key).kind === "number" && values[key] === NOT_APPLICABLE,
    ),
  };
}
