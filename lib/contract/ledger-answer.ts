import { type FieldKey, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import { type ClaimStanding, type ClaimStatus, listClaimStatuses } from "../evidence/claim-status";
import type { Confidence, DecisionKind, Origin, Source, Tenancy } from "../evidence/ledger-records";
import { type Ledger, subjectKey, type ZoneRecord } from "../evidence/registry";
import type { Moment, Resolution } from "../evidence/resolve";
import { listSourcesAt } from "../evidence/source-versions";
import type { Day, PartialDate } from "../time/day";

/** One claim on a zone with its latest decision and its source. */
export interface LedgerEntry {
  readonly id: string;
  readonly zone: string;
  /** Id and name of the firm that the claim is about; null: the zone itself. */
  readonly tenancy: string | null;
  readonly firm: string | null;
  readonly field: FieldKey;
  readonly value: FieldValue;
  readonly asOf: PartialDate | null;
  readonly effectiveOn: Day;
  /** The latest decision on the claim. */
  readonly decision: DecisionKind;
  /** Why it is preferred, not used, deprecated or withdrawn; null where no reason was given. */
  readonly reason: string | null;
  /** Its standing; `shown` is the claim whose value is displayed. */
  readonly standing: ClaimStanding;
  readonly contradicts: boolean;
  readonly origin: Origin;
  readonly confidence: Confidence;
  readonly locator: string | null;
  readonly note: string | null;
  readonly version: number;
  /** Instant of recording, ISO 8601 UTC. */
  readonly recordedAt: string;
  readonly source: Source;
}

/**
 * Every claim on a zone and its firms that is in effect and known at a moment: fields in the
 * catalogue's order, newest first, firms after the zone. Claims that wait for review are left out.
 */
export function ledgerAnswer(
  zone: ZoneRecord,
  { facts, evidence }: Ledger,
  moment: Moment,
): LedgerEntry[] {
  const recordedAt = new Map(facts.revisions.map((r) => [r.number, r.recordedAt]));
  const sources = new Map(
    listSourcesAt(facts.sourceVersions, moment.revision).map((source) => [source.id, source]),
  );
  const listEntries = <K extends FieldKey>(
    keys: readonly K[],
    fields: Readonly<Record<K, Resolution>>,
    tenancy: Tenancy | null,
  ): LedgerEntry[] => {
    const claims = evidence.get(subjectKey(zone.slug, tenancy?.id ?? null));
    return keys.flatMap((key) =>
      listClaimStatuses(fields[key], claims?.get(key) ?? [], tenancy, moment).flatMap((status) => {
        const { claim } = status.evidence;
        const source = sources.get(claim.sourceId);
        const instant = recordedAt.get(claim.revision);
        return source && instant ? [buildEntry(status, source, instant)] : [];
      }),
    );
  };
  return [
    ...listEntries(ZONE_FIELD_KEYS, zone.fields, null),
    ...zone.tenancies.flatMap(({ tenancy, fields }) =>
      listEntries(TENANCY_FIELD_KEYS, fields, tenancy),
    ),
  ];
}

function buildEntry(
  { evidence, tenancy, decision, reason, standing, contradicts }: ClaimStatus,
  source: Source,
  recordedAt: string,
): LedgerEntry {
  const { claim, effectiveOn } = evidence;
  return {
    id: claim.id,
    zone: claim.zone,
    tenancy: claim.tenancy,
    firm: tenancy?.firm ?? null,
    field: claim.field,
    value: claim.value,
    asOf: claim.asOf,
    effectiveOn,
    decision: decision.kind,
    reason,
    standing,
    contradicts,
    origin: claim.origin,
    confidence: claim.confidence,
    locator: claim.locator,
    note: claim.note,
    version: claim.revision,
    recordedAt,
    source,
  };
}
