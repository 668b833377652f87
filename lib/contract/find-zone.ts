import { getFirstRegisteredDay } from "../evidence/first-seen";
import type { Facts } from "../evidence/ledger-records";
import type { EvidenceIndex, Registry, ZoneRecord } from "../evidence/registry";
import { findNearest } from "../query/edit-distance";
import type { Fault } from "./problems";

/** Where a zone is looked for. */
export interface Holdings {
  readonly registry: Registry;
  readonly facts: Facts;
  readonly evidence: EvidenceIndex;
}

/** The zone of a slug, or why there is none on that day. */
export function findZone(
  { registry, facts, evidence }: Holdings,
  slug: string,
): { readonly zone: ZoneRecord } | { readonly fault: Fault } {
  const zone = registry.zones.find((record) => record.slug === slug);
  if (zone) return { zone };
  const slugs = facts.zones.map((identity) => identity.slug);
  if (!slugs.includes(slug)) return { fault: unknownZone(slug, slugs) };
  const since = getFirstRegisteredDay(evidence, slug, registry.revision);
  const known = `by version r${registry.revision}`;
  return {
    fault: {
      code: "zone-not-registered",
      detail:
        since === null
          ? `Nothing that puts “${slug}” in the registry was known ${known}. EvidenceLink with a later knownOn.`
          : `“${slug}” is in the registry from ${since} on, as known ${known}. EvidenceLink with asOf=${since} or later.`,
      param: "asOf",
      got: registry.asOf,
      allowed: since === null ? [] : [`from ${since}`],
      nearest: since,
    },
  };
}

function unknownZone(slug: string, slugs: readonly string[]): Fault {
  const near = findNearest(slug, slugs);
  return {
    code: "unknown-zone",
    detail: near
      ? `There is no zone “${slug}”. Did you mean “${near}”?`
      : `There is no zone “${slug}”. See the slugs in /api/v1/zones?scope=all.`,
    param: "slug",
    got: slug,
    allowed: slugs,
    nearest: near,
  };
}
