import { fieldSpec, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../catalogue/fields";
import type { Tenancy } from "./ledger-records";
import { type EvidenceIndex, type Registry, subjectKey } from "./registry";
import type { Evidence, Mark, Resolution, Standing } from "./resolve";
import { effectiveDateAt } from "./source-date-corrections";

/** One claim of a source, as it stands at a moment. */
export interface SourceClaim {
  readonly evidence: Evidence;
  /** The firm that it speaks of; null: the zone itself. */
  readonly tenancy: Tenancy | null;
  /** Where it stands beside the value shown; `shown` is that value's own claim. */
  readonly standing: "shown" | Standing | "retracted";
  /** `contested`: a claim that counts says otherwise. `settled`: one did, and was judged. */
  readonly mark: Mark;
  /** The claims that say otherwise: the rivals of a value shown, or the value shown over a rival. */
  readonly against: readonly Evidence[];
}

/**
 * What each source's claims on the zones of a registry have become, by the id of the source: in the
 * order of the register, its firms after a zone, fields in the catalogue's order, the latest first.
 * Claims that do not hold yet, are not known yet or wait for review are left out.
 */
export function claimsBySource(
  registry: Registry,
  index: EvidenceIndex,
): ReadonlyMap<string, readonly SourceClaim[]> {
  const found = new Map<string, SourceClaim[]>();
  const add = (claims: readonly SourceClaim[]) => {
    for (const claim of claims) {
      const id = claim.evidence.claim.sourceId;
      const list = found.get(id) ?? [];
      found.set(id, list);
      list.push(claim);
    }
  };
  for (const zone of registry.zones) {
    const known = index.get(subjectKey(zone.slug, null));
    for (const key of ZONE_FIELD_KEYS) {
      add(claimsOn(zone.fields[key], known?.get(key) ?? [], null, registry));
    }
    for (const { tenancy, fields } of zone.tenancies) {
      const ofFirm = index.get(subjectKey(zone.slug, tenancy.id));
      for (const key of TENANCY_FIELD_KEYS) {
        add(claimsOn(fields[key], ofFirm?.get(key) ?? [], tenancy, registry));
      }
    }
  }
  return found;
}

function claimsOn(
  shown: Resolution,
  evidence: readonly Evidence[],
  tenancy: Tenancy | null,
  { asOf, knownOn }: Registry,
): SourceClaim[] {
  return evidence
    .map((item) => effectiveDateAt(item, knownOn))
    .filter(
      ({ effectiveOn, decisions }) =>
        effectiveOn <= asOf && decisions.some(({ revision }) => revision <= knownOn),
    )
    .sort(latestFirst)
    .map((item) => ({ evidence: item, tenancy, ...standingIn(shown, item) }));
}

function standingIn(
  { evidence, mark, rivals }: Resolution,
  { claim }: Evidence,
): Pick<SourceClaim, "standing" | "mark" | "against"> {
  if (evidence?.claim.id === claim.id) {
    const against = rivals.filter(({ contradicts }) => contradicts).map((rival) => rival.evidence);
    return { standing: "shown", mark, against };
  }
  const rival = rivals.find((other) => other.evidence.claim.id === claim.id);
  if (!rival) return { standing: "retracted", mark: null, against: [] };
  const { standing, contradicts } = rival;
  if (!contradicts || !evidence) return { standing, mark: null, against: [] };
  return { standing, mark: standing === "live" ? "contested" : "settled", against: [evidence] };
}

function latestFirst(a: Evidence, b: Evidence): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn > b.effectiveOn ? -1 : 1;
  return a.claim.id > b.claim.id ? -1 : 1;
}

/** Of what a claim speaks, in words: the field, after the firm where it is one's. */
export function labelOfClaim({ evidence, tenancy }: SourceClaim): string {
  const { label } = fieldSpec(evidence.claim.field);
  return tenancy === null ? label : `${tenancy.firm}: ${label.toLowerCase()}`;
}
