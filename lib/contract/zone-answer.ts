import { type FieldKey, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../catalogue/fields";
import type { Weights } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { getFirstRegisteredDay } from "../evidence/active-evidence";
import { type ClaimStatus, listClaimStatuses } from "../evidence/claim-status";
import { type Ledger, subjectKey } from "../evidence/evidence-index";
import type { Source, Tenancy } from "../evidence/ledger-records";
import type { Registry, TenancyRecord, ZoneRecord } from "../evidence/registry";
import type { Evidence, Moment, Resolution, Rival } from "../evidence/resolve";
import { followMerges } from "../evidence/retirement";
import { buildRow } from "../evidence/row";
import { listSourcesAt } from "../evidence/source-versions";
import { countRowSupport } from "../evidence/support";
import type { PlacedFirm } from "../firms/firms";
import { INDICATORS } from "../readiness/indicators";
import { computeReadiness, getScoreBounds } from "../readiness/readiness";
import { formatRevision } from "../text/revision-words";
import type { Text } from "../text/text";
import type { Fact, LedgerEntry, TenancyAnswer, TenancyRow, ZoneAnswer } from "./answer-schemas";
import { unknownZone } from "./not-found";
import type { ApiIssue } from "./problems";

/** The zone of a slug on the registry's day, the slug of the zone into which it was merged, or why there is none. */
export function findZone(
  text: Text,
  { registry, facts, evidence }: Ledger & { readonly registry: Registry },
  slug: string,
  param: "asOf" | "datetime" = "asOf",
): { readonly zone: ZoneRecord } | { readonly mergedInto: string } | { readonly issue: ApiIssue } {
  const { asOf, revision } = registry;
  const zone = registry.zones.find((record) => record.slug === slug);
  if (zone) return { zone };
  const slugs = facts.zones.map((identity) => identity.slug);
  if (!slugs.includes(slug)) return { issue: unknownZone(text, slug, slugs) };
  const mergedInto = followMerges(facts, "zone", slug, revision);
  if (mergedInto !== slug) return { mergedInto };
  const since = getFirstRegisteredDay(evidence, slug, revision);
  const values = { slug, revision: formatRevision(revision) };
  return {
    issue: {
      code: "zone-not-registered",
      message:
        since === null
          ? text.t("api.zoneNotKnown", values)
          : text.t("api.zoneNotYet", { ...values, since, param }),
      param,
      got: asOf,
      allowed: since === null ? [] : [`from ${since}`],
      nearest: since,
    },
  };
}

/** The answer about one zone. */
export function zoneAnswer(zone: ZoneRecord, weights: Weights): ZoneAnswer {
  const row = buildRow(zone);
  const { standing, since, lastReported, implied } = row.progress;
  return {
    slug: zone.slug,
    readiness: computeReadiness(zone, weights),
    indicators: Object.fromEntries(
      INDICATORS.map((key) => {
        const bounds = getScoreBounds(zone, key);
        return [key, bounds === NOT_APPLICABLE ? null : bounds];
      }),
    ),
    support: countRowSupport([row]),
    progress: {
      ...{ standing, since, lastReported, implied },
      evidence: (zone.fields.status.progress?.implied ?? []).map(({ claim }) => claim.id),
      producers: zone.producers,
    },
    fields: toFacts(zone.fields),
  };
}

/** The answer about one firm in a zone. */
export function tenancyAnswer({ tenancy, fields }: TenancyRecord): TenancyAnswer {
  const { id, zone, firm } = tenancy;
  return { id, zone, firm, fields: toFacts(fields) };
}

/**
 * The flat row of a firm in a zone, with the source and support of its stage, or of the first value that is known where the
 * stage is not.
 */
export function tenancyRow({ zone, record }: Pick<PlacedFirm, "zone" | "record">): TenancyRow {
  const { tenancy, values, fields } = record;
  const { id, firmId, firm } = tenancy;
  const first = TENANCY_FIELD_KEYS.find((key) => values[key] !== null);
  const shown = first && fields[first];
  return {
    ...{ id, zone: zone.slug, province: zone.values.province, firmId, firm, ...values },
    support: shown?.support?.support ?? null,
    weak: shown?.support?.weak ?? null,
    sourceId: shown?.evidence?.claim.sourceId ?? null,
  };
}

function toFacts<K extends FieldKey>(fields: Readonly<Record<K, Resolution>>): Record<K, Fact> {
  const entries = Object.entries<Resolution>(fields) as [K, Resolution][];
  return Object.fromEntries(entries.map(([key, field]) => [key, toFact(field)])) as Record<K, Fact>;
}

function toFact({ value, evidence, mark, support, rivals }: Resolution): Fact {
  const rest = {
    mark,
    support: support?.support ?? null,
    weak: support?.weak ?? false,
    rivals: rivals.map(toRival),
  };
  return evidence
    ? { value, ...getProvenance(evidence), ...rest }
    : { value: null, ...NO_PROVENANCE, ...rest };
}

function toRival({ evidence, standing, contradicts, decision }: Rival): Fact["rivals"][number] {
  const reason = decision?.reason ?? null;
  return { value: evidence.claim.value, ...getProvenance(evidence), standing, contradicts, reason };
}

/** The claim behind a value. */
function getProvenance({ claim, effectiveOn }: Evidence) {
  return {
    claimId: claim.id,
    sourceId: claim.sourceId,
    asOf: claim.asOf,
    effectiveOn,
    origin: claim.origin,
    confidence: claim.confidence,
    decline: claim.decline,
    quotation: claim.quotation,
    note: claim.note,
    lastSeenOn: claim.lastSeenOn,
    money: claim.money,
  };
}

/** Where no claim is in use. */
const NO_PROVENANCE = {
  claimId: null,
  sourceId: null,
  asOf: null,
  effectiveOn: null,
  origin: null,
  confidence: null,
  decline: false,
  quotation: null,
  note: null,
  lastSeenOn: null,
  money: null,
} as const;

/**
 * Every claim on a zone and its firms that is in effect and known at a moment: fields in the
 * catalogue's order, newest first, firms after the zone. Claims that wait for review are left out.
 */
export function ledgerAnswer(zone: ZoneRecord, ledger: Ledger, moment: Moment): LedgerEntry[] {
  return createLedgerReader(ledger, moment)(zone);
}

/** Reads the claims of one zone after the other, as `ledgerAnswer` does for one. */
export function createLedgerReader(
  { facts, evidence }: Ledger,
  moment: Moment,
): (zone: ZoneRecord) => LedgerEntry[] {
  const recordedAt = new Map(facts.revisions.map((r) => [r.number, r.recordedAt]));
  const sources = new Map(
    listSourcesAt(facts.sourceVersions, moment.revision).map((source) => [source.id, source]),
  );
  const listEntries = <K extends FieldKey>(
    keys: readonly K[],
    { slug, fields }: { slug: string; fields: Readonly<Record<K, Resolution>> },
    tenancy: Tenancy | null,
  ): LedgerEntry[] => {
    const claims = evidence.get(subjectKey(slug, tenancy?.id ?? null));
    return keys.flatMap((key) =>
      listClaimStatuses(fields[key], claims?.get(key) ?? [], tenancy, moment).flatMap((status) => {
        const { claim } = status.evidence;
        const source = sources.get(claim.sourceId);
        const instant = recordedAt.get(claim.revision);
        return source && instant ? [buildEntry(status, source, instant)] : [];
      }),
    );
  };
  return (zone) => [
    ...listEntries(ZONE_FIELD_KEYS, zone, null),
    ...zone.tenancies.flatMap(({ tenancy, fields }) =>
      listEntries(TENANCY_FIELD_KEYS, { slug: zone.slug, fields }, tenancy),
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
    decline: claim.decline,
    quotation: claim.quotation,
    lastSeenOn: claim.lastSeenOn,
    money: claim.money,
    changed: claim.changed ?? null,
    version: claim.revision,
    recordedAt,
    source,
  };
}
