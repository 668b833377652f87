import type { ClaimStatus } from "../evidence/claim-status";
import type { Ledger } from "../evidence/evidence-index";
import type { Registry } from "../evidence/registry";
import { listClaimsBySource } from "../evidence/source-rows";
import { listSourcesAt, listVersions } from "../evidence/source-versions";
import type { Text } from "../text/text";
import { firstDay } from "../time/day";
import type { SourceAnswer } from "./answer-schemas";
import { unknownSource } from "./not-found";
import type { ApiIssue } from "./problems";

/** The source of an id with everything that cites it, or why there is none at the registry's revision. */
export function findSource(
  text: Text,
  { facts, evidence, registry }: Ledger & { readonly registry: Registry },
  id: string,
): { readonly source: SourceAnswer } | { readonly issue: ApiIssue } {
  const { asOf, revision: lastRevision } = registry;
  const versions = listVersions(facts.sourceVersions, id, lastRevision);
  const present = versions.at(-1)?.source;
  if (!present) {
    const ids = listSourcesAt(facts.sourceVersions, lastRevision).map((source) => source.id);
    return { issue: unknownSource(text, id, ids) };
  }
  const instants = new Map(facts.revisions.map((r) => [r.number, r.recordedAt]));
  const citesIt = ({ sourceId, revision }: { sourceId: string; revision: number }) =>
    sourceId === id && revision <= lastRevision;
  const claims = listClaimsBySource(registry, evidence, facts, id);
  return {
    source: {
      ...present,
      versions: versions.map(({ revision, reason, source }) => ({
        ...source,
        version: revision,
        recordedAt: instants.get(revision) ?? "",
        reason,
      })),
      claims: (claims.get(id) ?? []).map(toClaimAnswer),
      events: facts.events
        .filter((event) => citesIt(event) && firstDay(event.date) <= asOf)
        .map((event) => event.id),
      context: facts.context.filter(citesIt).map(({ key }) => key),
    },
  };
}

function toClaimAnswer({
  evidence,
  standing,
  mark,
  against,
}: ClaimStatus): SourceAnswer["claims"][number] {
  const { id, zone, tenancy, field } = evidence.claim;
  return {
    claimId: id,
    zone,
    tenancy,
    field,
    standing,
    mark,
    against: against.map(({ claim }) => ({ claimId: claim.id, sourceId: claim.sourceId })),
  };
}
