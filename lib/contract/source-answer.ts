import type { FieldKey } from "../catalogue/fields";
import type { ClaimStatus } from "../evidence/claim-status";
import type { Ledger } from "../evidence/evidence-index";
import type { Source } from "../evidence/ledger-records";
import type { Registry } from "../evidence/registry";
import type { Mark } from "../evidence/resolve";
import { listClaimsBySource } from "../evidence/source-rows";
import { listSourcesAt, listVersions } from "../evidence/source-versions";
import type { Text } from "../text/text";
import { firstDay } from "../time/day";
import { unknownSource } from "./not-found";
import type { ApiIssue } from "./problems";

/** A version of a source: its content from one revision on. */
interface SourceVersionAnswer extends Source {
  readonly version: number;
  /** Instant of the revision, ISO 8601 UTC. */
  readonly recordedAt: string;
  /** Why it was changed; null for the first version. */
  readonly reason: string | null;
}

/** One claim of a source and its standing. */
interface SourceClaimAnswer {
  readonly claimId: string;
  readonly zone: string;
  readonly tenancy: string | null;
  readonly field: FieldKey;
  readonly standing: ClaimStatus["standing"];
  readonly mark: Mark;
  /** The claims that contradict it, with their sources. */
  readonly against: readonly { readonly claimId: string; readonly sourceId: string }[];
}

/** A source with its history and everything that cites it. */
export interface SourceAnswer extends Source {
  /** Oldest first; the last is the present version. */
  readonly versions: readonly SourceVersionAnswer[];
  readonly claims: readonly SourceClaimAnswer[];
  /** Ids of the events and keys of the national figures that cite it. */
  readonly events: readonly string[];
  readonly context: readonly string[];
}

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

function toClaimAnswer({ evidence, standing, mark, against }: ClaimStatus): SourceClaimAnswer {
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
