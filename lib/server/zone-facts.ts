import "server-only";
import type { Claim, Facts, Source } from "@/lib/evidence/ledger-records";
import type { Prisma } from "@/prisma/generated/client";
import { toClaim, toDecision, toFirstVersion, toRevision, toVersion } from "./facts-rows";
import type { NewClaim, NewDecision } from "./ledger-types";
import { NO_FACTS, sortVersions } from "./load-facts";

/**
 * The claims on some zones with their decisions, sources and revisions, as a transaction sees them.
 * @param sourceIds further sources to read
 */
export async function readZoneFacts(
  tx: Prisma.TransactionClient,
  slugs: readonly string[],
  sourceIds: readonly string[],
): Promise<Facts> {
  const onZones = { zoneSlug: { in: [...slugs] } };
  // One query after the other: a transaction has one connection, and an include would use it twice at once.
  const claims = await tx.claim.findMany({ where: onZones });
  const decisions = await tx.decision.findMany({ where: { claim: onZones } });
  const cited = { OR: [{ claims: { some: onZones } }, { id: { in: [...sourceIds] } }] };
  const sources = await tx.source.findMany({ where: cited });
  const versions = await tx.sourceVersion.findMany({ where: { source: cited } });
  const revisions = await tx.revision.findMany({ where: { claims: { some: onZones } } });
  return {
    ...NO_FACTS,
    claims: claims.map(toClaim),
    decisions: decisions.map(toDecision),
    sourceVersions: sortVersions([...sources.map(toFirstVersion), ...versions.map(toVersion)]),
    revisions: revisions.map(toRevision),
  };
}

/** The parts of a write that change what zones show. */
interface WrittenFacts {
  readonly revision: Facts["revisions"][number];
  readonly claims: readonly NewClaim[];
  readonly decisions: readonly NewDecision[];
  readonly sources: readonly Source[];
  readonly sourceChanges: readonly { readonly source: Source; readonly reason: string }[];
}

/** The facts after a write. */
export function addWrittenFacts(facts: Facts, written: WrittenFacts): Facts {
  const { revision, claims, decisions, sources, sourceChanges } = written;
  const { number } = revision;
  const last = facts.decisions.reduce((max, { sequence }) => Math.max(max, sequence), 0);
  return {
    ...facts,
    revisions: [...facts.revisions, revision],
    claims: [
      ...facts.claims,
      ...claims.map((claim) => ({ ...getContent(claim), revision: number })),
    ],
    decisions: [
      ...facts.decisions,
      ...[...claims.map(toPublication), ...decisions].map((decision, i) => ({
        ...decision,
        revision: number,
        sequence: last + i + 1,
      })),
    ],
    sourceVersions: [
      ...facts.sourceVersions,
      ...sources.map((source) => ({ revision: number, reason: null, source })),
      ...sourceChanges.map(({ source, reason }) => ({ revision: number, reason, source })),
    ],
  };
}

/** The decision that comes with every new claim. */
export function toPublication({ id }: Pick<Claim, "id">): NewDecision {
  return { claimId: id, kind: "published", reason: null };
}

/** The content of a claim, without its revision and without the checks of a new claim. */
export function getContent(claim: NewClaim | Claim): Omit<Claim, "revision"> {
  const { id, zone, tenancy, field, value, asOf, sourceId, locator, note, origin, confidence } =
    claim;
  return { id, zone, tenancy, field, value, asOf, sourceId, locator, note, origin, confidence };
}
