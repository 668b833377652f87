import type { FieldKey } from "../catalogue/fields";
import type { ClaimStatus } from "../evidence/claim-status";
import type { Facts, Source } from "../evidence/ledger-records";
import type { EvidenceIndex, Registry } from "../evidence/registry";
import type { Mark } from "../evidence/resolve";
import { listClaimsBySource } from "../evidence/source-claims";
import { listSourcesAt, listVersions } from "../evidence/source-versions";
import { findNearest } from "../query/edit-distance";
import { firstDay } from "../time/day";
import type { Fault } from "./problems";

/** A source as one revision left it. */
export interface SourceVersionAnswer extends Source {
  readonly version: number;
  /** Instant of the revision, ISO 8601 UTC. */
  readonly recordedAt: string;
  /** Why it was changed; null for what was recorded first. */
  readonly reason: string | null;
}

/** One claim of a source, and what became of it. */
export interface SourceClaimAnswer {
  readonly claimId: string;
  readonly zone: string;
  readonly tenancy: string | null;
  readonly field: FieldKey;
  readonly standing: ClaimStatus["standing"];
  readonly mark: Mark;
  /** The claims that say otherwise, with their sources. */
  readonly against: readonly { readonly claimId: string; readonly sourceId: string }[];
}

/** A source with its history and all that rests on it. */
export interface SourceAnswer extends Source {
  /** The first first; the last says what the source says. */
  readonly versions: readonly SourceVersionAnswer[];
  readonly claims: readonly SourceClaimAnswer[];
  /** Ids of the events, and keys of the figures on the country, that rest on it. */
  readonly events: readonly string[];
  readonly context: readonly string[];
}

/** Where a source is looked for. */
export interface SourceHoldings {
  readonly facts: Facts;
  readonly evidence: EvidenceIndex;
  readonly registry: Registry;
}

/** The source of an id with all that rests on it, or why there is none by then. */
export function sourceAnswer(
  { facts, evidence, registry }: SourceHoldings,
  id: string,
): { readonly source: SourceAnswer } | { readonly fault: Fault } {
  const { asOf, revision: lastRevision } = registry;
  const versions = listVersions(facts.sourceVersions, id, lastRevision);
  const present = versions.at(-1)?.source;
  if (!present) {
    const ids = listSourcesAt(facts.sourceVersions, lastRevision).map((source) => source.id);
    return { fault: unknownSource(id, ids) };
  }
  const instants = new Map(facts.revisions.map((r) => [r.number, r.recordedAt]));
  const rests = ({ sourceId, revision }: { sourceId: string; revision: number }) =>
    sourceId === id && revision <= lastRevision;
  return {
    source: {
      ...present,
      versions: versions.map(({ revision, reason, source }) => ({
        ...source,
        version: revision,
        recordedAt: instants.get(revision) ?? "",
        reason,
      })),
      claims: (listClaimsBySource(registry, evidence).get(id) ?? []).map(claimAnswer),
      events: facts.events
        .filter((event) => rests(event) && firstDay(event.date) <= asOf)
        .map((event) => event.id),
      context: facts.context.filter(rests).map(({ key }) => key),
    },
  };
}

function claimAnswer({ evidence, standing, mark, against }: ClaimStatus): SourceClaimAnswer {
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

function unknownSource(id: string, ids: readonly string[]): Fault {
  const near = findNearest(id, ids);
  return {
    code: "unknown-source",
    detail: near
      ? `There is no source “${id}”. Did you mean “${near}”?`
      : `There is no source “${id}”. See the ids in /api/v1/sources.`,
    param: "id",
    got: id,
    allowed: ids,
    nearest: near,
  };
}
