import {
  type FieldKey,
  TENANCY_FIELD_KEYS,
  type TenancyFieldKey,
  type TenancyValues,
  ZONE_FIELD_KEYS,
  type ZoneFieldKey,
} from "../catalogue/fields";
import type { Weights } from "../catalogue/groups";
import { type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import { getFirstRegisteredDay } from "../evidence/active-evidence";
import { type ClaimStanding, type ClaimStatus, listClaimStatuses } from "../evidence/claim-status";
import { type Ledger, subjectKey } from "../evidence/evidence-index";
import type {
  Confidence,
  DecisionKind,
  Money,
  Origin,
  Quotation,
  Source,
  Tenancy,
} from "../evidence/ledger-records";
import type { Registry, TenancyRecord, ZoneRecord } from "../evidence/registry";
import type { Evidence, Mark, Moment, Resolution, Rival, Standing } from "../evidence/resolve";
import { buildRow, type RowProgress } from "../evidence/row";
import { listSourcesAt } from "../evidence/source-versions";
import { countRowSupport, type SupportCounts } from "../evidence/support";
import type { Support } from "../evidence/support-levels";
import type { ScoreBounds } from "../readiness/bounds";
import { INDICATORS } from "../readiness/indicators";
import { computeReadiness, getScoreBounds, type Readiness } from "../readiness/readiness";
import { formatRevision } from "../text/revision-words";
import type { Text } from "../text/text";
import type { Day, PartialDate } from "../time/day";
import { unknownZone } from "./not-found";
import type { ApiIssue } from "./problems";

/** The claim behind a value; all null where there is no active claim. */
interface Provenance {
  readonly claimId: string | null;
  readonly sourceId: string | null;
  /** Date that the source gives; null where it gives none. */
  readonly asOf: PartialDate | null;
  /** First day on which the value counts. */
  readonly effectiveOn: Day | null;
  readonly origin: Origin | null;
  readonly confidence: Confidence | null;
  /** Does the source say that the value fell or ended? */
  readonly decline: boolean;
  /** The source's own words; null: not kept. */
  readonly quotation: Quotation | null;
  /** Of the editor; null: none. */
  readonly note: string | null;
  /** The last day on which the source still said so; null: not checked again. */
  readonly lastSeenOn: Day | null;
  /** Money as the source has it; null: not kept. */
  readonly money: Money | null;
}

/** Another claim on the same field. */
interface RivalAnswer extends Provenance {
  readonly value: FieldValue;
  readonly standing: Standing;
  readonly contradicts: boolean;
  /** Why it is not used or deprecated; null for an active rival. */
  readonly reason: string | null;
}

/** The value of a field. Null with a claim: the source says that it is not known. */
interface ValueAnswer extends Provenance {
  readonly value: FieldValue;
  readonly mark: Mark;
  /** How well the value is evidenced; null where it is unknown. */
  readonly support: Support | null;
  /** Is the evidence too weak for the value to count as known? */
  readonly weak: boolean;
  readonly rivals: readonly RivalAnswer[];
}

/** The progress of a zone beside its step, which is the field `status`. */
interface ProgressAnswer
  extends Pick<RowProgress, "standing" | "since" | "lastReported" | "implied"> {
  /** Ids of the claims of the zone's firms from which the step follows; empty where a claim on progress says it. */
  readonly evidence: readonly string[];
  /** The firms known by name to produce; their ids are those of firms in zones (tenancies). */
  readonly producers: ZoneRecord["producers"];
}

/** One zone, each value with its claim. */
export interface ZoneAnswer {
  readonly slug: string;
  readonly readiness: Readiness | null;
  /** The scores of the indicators, 0–1; null where the indicator does not apply. */
  readonly indicators: Readonly<Record<string, ScoreBounds | null>>;
  /** How well its known values are evidenced. */
  readonly support: SupportCounts;
  readonly progress: ProgressAnswer;
  readonly fields: Readonly<Record<ZoneFieldKey, ValueAnswer>>;
}

/** A firm in a zone, each value with its claim. */
interface TenancyAnswer {
  readonly id: string;
  readonly zone: string;
  readonly firm: string;
  readonly fields: Readonly<Record<TenancyFieldKey, ValueAnswer>>;
}

/** A firm in a zone as a flat row: null is unknown. */
export type TenancyRow = {
  readonly id: string;
  readonly zone: string;
  readonly firm: string;
} & TenancyValues;

/** The zone of a slug on the registry's day, or why there is none. */
export function findZone(
  text: Text,
  { registry, facts, evidence }: Ledger & { readonly registry: Registry },
  slug: string,
  param: "asOf" | "datetime" = "asOf",
): { readonly zone: ZoneRecord } | { readonly issue: ApiIssue } {
  const { asOf, revision } = registry;
  const zone = registry.zones.find((record) => record.slug === slug);
  if (zone) return { zone };
  const slugs = facts.zones.map((identity) => identity.slug);
  if (!slugs.includes(slug)) return { issue: unknownZone(text, slug, slugs) };
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
    fields: toValueAnswers(zone.fields),
  };
}

/** The answer about one firm in a zone. */
export function tenancyAnswer({ tenancy, fields }: TenancyRecord): TenancyAnswer {
  const { id, zone, firm } = tenancy;
  return { id, zone, firm, fields: toValueAnswers(fields) };
}

/** The flat row of a firm in a zone. */
export function tenancyRow({ tenancy, values }: TenancyRecord): TenancyRow {
  const { id, zone, firm } = tenancy;
  return { id, zone, firm, ...values };
}

function toValueAnswers<K extends FieldKey>(
  fields: Readonly<Record<K, Resolution>>,
): Record<K, ValueAnswer> {
  const entries = Object.entries<Resolution>(fields) as [K, Resolution][];
  return Object.fromEntries(entries.map(([key, field]) => [key, toValueAnswer(field)])) as Record<
    K,
    ValueAnswer
  >;
}

function toValueAnswer(resolution: Resolution): ValueAnswer {
  const { value, evidence, mark, rivals } = resolution;
  return {
    value,
    ...getProvenance(evidence),
    mark,
    support: resolution.support?.support ?? null,
    weak: resolution.support?.weak ?? false,
    rivals: rivals.map(toRivalAnswer),
  };
}

function toRivalAnswer({ evidence, standing, contradicts, decision }: Rival): RivalAnswer {
  return {
    value: evidence.claim.value,
    ...getProvenance(evidence),
    standing,
    contradicts,
    reason: decision?.reason ?? null,
  };
}

function getProvenance(evidence: Evidence | null): Provenance {
  return {
    claimId: evidence?.claim.id ?? null,
    sourceId: evidence?.claim.sourceId ?? null,
    asOf: evidence?.claim.asOf ?? null,
    effectiveOn: evidence?.effectiveOn ?? null,
    origin: evidence?.claim.origin ?? null,
    confidence: evidence?.claim.confidence ?? null,
    decline: evidence?.claim.decline ?? false,
    quotation: evidence?.claim.quotation ?? null,
    note: evidence?.claim.note ?? null,
    lastSeenOn: evidence?.claim.lastSeenOn ?? null,
    money: evidence?.claim.money ?? null,
  };
}

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
  readonly decline: boolean;
  readonly quotation: Quotation | null;
  readonly lastSeenOn: Day | null;
  readonly money: Money | null;
  readonly version: number;
  /** Instant of recording, ISO 8601 UTC. */
  readonly recordedAt: string;
  readonly source: Source;
}

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
    version: claim.revision,
    recordedAt,
    source,
  };
}
