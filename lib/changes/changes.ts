import {
  FIELD_KEYS,
  type FieldKey,
  fieldSpec,
  TENANCY_FIELD_KEYS,
  type TenancyFieldKey,
  ZONE_FIELD_KEYS,
  type ZoneFieldKey,
} from "../catalogue/fields";
import { getJudgedOn, isStale } from "../evidence/age";
import { type EvidenceIndex, type Ledger, subjectKey } from "../evidence/evidence-index";
import type { Facts, Tenancy, ZoneIdentity } from "../evidence/ledger-records";
import { listProgressEvidence, resolveProgress } from "../evidence/progress";
import { isRegistered, listTenanciesOf } from "../evidence/registry";
import { type Evidence, type Moment, type Resolution, resolve } from "../evidence/resolve";
import { isShownAt, tenancyAt } from "../evidence/retirement";
import { isSameList } from "../evidence/same-list";
import { sharedCache } from "../evidence/shared-cache";
import { sortByKey } from "../evidence/sort-by-key";
import { listEffectiveDays } from "../evidence/source-versions";
import { addDays, type Day, firstDay } from "../time/day";
import { buildFieldChange, type Change, type Span, type Subject } from "./change";
import { CHANGE_KINDS } from "./change-kinds";
import { type FieldState, listFieldChanges } from "./field-changes";
import { getAdmission, listZoneChanges } from "./zone-changes";

/** A zone or a firm with its fields. */
export interface LedgerSubject extends Subject {
  /** Its key in the evidence index. */
  readonly key: string;
  readonly fields: readonly (ZoneFieldKey | TenancyFieldKey)[];
  /** Of a zone, the firms ever reported in it; of a firm, none. */
  readonly firms: readonly Tenancy[];
}

/** A zone and the firms ever reported in it. */
export function listSubjects(facts: Facts, zone: string): LedgerSubject[] {
  const firms = listTenanciesOf(facts, zone);
  return [
    { zone, tenancy: null, key: subjectKey(zone, null), fields: ZONE_FIELD_KEYS, firms },
    ...firms.map((tenancy) => ({
      zone,
      tenancy: tenancyAt(tenancy, facts.revision),
      key: subjectKey(zone, tenancy.id),
      fields: TENANCY_FIELD_KEYS,
      firms: [],
    })),
  ];
}

/**
 * Every difference between the registry at two moments: one change for each value that differs, and
 * new disputes, resolved disputes, values without news, and zones added, removed or approved. What
 * was changed and changed back in between is not a difference. Zones that are in the registry at
 * neither moment are left out.
 * @returns latest day first; within a day in the order of the register, of kinds and of fields
 */
export function listChangesBetween(ledger: Ledger, span: Span): Change[] {
  const changes = ledger.facts.zones.flatMap((zone) => listChangesOf(zone, ledger, span));
  return sortByKey(changes, placeChanges(ledger.facts));
}

/** The changes of a zone and its firms, with what they were listed from. */
interface KeptChanges {
  readonly changes: readonly Change[];
  readonly span: Span;
  /** The last revision then. */
  readonly revision: number;
  /** The zone, its firms, and the evidence on each. */
  readonly from: readonly unknown[];
}

/** The last changes of each zone, by its evidence: a write changes few zones, and the same span is asked for again. */
const keptChanges = sharedCache<object, KeptChanges>("zone-changes");

function listChangesOf(zone: ZoneIdentity, { facts, evidence }: Ledger, span: Span) {
  const { slug } = zone;
  const own = evidence.get(subjectKey(slug, null));
  // It was never in the registry.
  if (!own) return [];
  const subjects = listSubjects(facts, slug);
  const firms = listTenanciesOf(facts, slug);
  const from = [zone, ...firms, ...subjects.map(({ key }) => evidence.get(key))];
  const kept = keptChanges.get(own);
  if (kept && isSameList(kept.from, from) && isSameSpan(kept, { span, revision: facts.revision })) {
    return kept.changes;
  }
  const isListed = isShownAt(zone, span.to) && isRegisteredInSpan(evidence, slug, span);
  const changes = isListed
    ? [
        ...listZoneChanges(evidence, slug, span.from, span.to),
        ...subjects.flatMap((subject) => listSubjectChanges(evidence, subject, span)),
      ]
    : [];
  keptChanges.set(own, { changes, span, revision: facts.revision, from });
  return changes;
}

/** Are two spans the same where nothing was recorded between the last revisions of both? */
function isSameSpan(
  a: Pick<KeptChanges, "span" | "revision">,
  b: Pick<KeptChanges, "span" | "revision">,
): boolean {
  return (["from", "to"] as const).every((end) => {
    const [one, other] = [a.span[end], b.span[end]];
    const isLast = one.revision === a.revision && other.revision === b.revision;
    return one.asOf === other.asOf && (isLast || one.revision === other.revision);
  });
}

function isRegisteredInSpan(index: EvidenceIndex, zone: string, { from, to }: Span): boolean {
  return (
    isRegistered(getAdmission(index, zone, to)) || isRegistered(getAdmission(index, zone, from))
  );
}

function listSubjectChanges(
  index: EvidenceIndex,
  subject: LedgerSubject,
  { from, to }: Span,
): Change[] {
  return subject.fields.flatMap((field) => {
    const history = readHistory(index, subject, field);
    if (history.evidence.length === 0 || !mayDiffer(field, history.evidence, { from, to }))
      return [];
    const at = readFieldStates(field, history, listSearches(index, subject.zone));
    return listFieldChanges(field, at(from), at(to)).map((change) =>
      buildFieldChange({ zone: subject.zone, tenancy: subject.tenancy }, field, change),
    );
  });
}

/**
 * May a field differ between two moments? Its value depends on the days and revisions of its claims alone; a value that
 * becomes stale depends on the day too.
 */
function mayDiffer(field: FieldKey, evidence: readonly Evidence[], { from, to }: Span): boolean {
  if (fieldSpec(field).freshFor !== null) return true;
  return (
    listEffectiveDays(evidence).some((day) => day > from.asOf && day <= to.asOf) ||
    listEvidenceRevisions(evidence).some((one) => one > from.revision && one <= to.revision)
  );
}

/** The revisions that recorded claims, decided on them or corrected their dates. */
export function listEvidenceRevisions(evidence: readonly Evidence[]): number[] {
  return evidence.flatMap(({ claim, decisions, corrections = [] }) => [
    claim.revision,
    ...decisions.map(({ revision }) => revision),
    ...corrections.map(({ revision }) => revision),
  ]);
}

/** The claims on when sources on a zone were last searched. */
export function listSearches(index: EvidenceIndex, zone: string): readonly Evidence[] {
  return index.get(subjectKey(zone, null))?.get("lastSearchedOn") ?? [];
}

/** The claims that a field's value depends on, and its value at any moment. */
export interface FieldHistory {
  readonly evidence: readonly Evidence[];
  readonly resolveAt: (moment: Moment) => Resolution;
}

/** The history of a field of a subject. Progress on site depends on the stages of the zone's firms too. */
export function readHistory(
  index: EvidenceIndex,
  { key, zone, firms }: LedgerSubject,
  field: FieldKey,
): FieldHistory {
  if (field === "status") {
    const input = { index, slug: zone, tenancies: firms };
    return {
      evidence: listProgressEvidence(input),
      resolveAt: (moment) => resolveProgress({ ...input, moment }).shown,
    };
  }
  const evidence = index.get(key)?.get(field) ?? [];
  return { evidence, resolveAt: (moment) => resolve(fieldSpec(field), evidence, moment) };
}

/**
 * The states of a field at any moment.
 * @param searches the claims on the last search of its zone
 */
export function readFieldStates(
  field: FieldKey,
  { resolveAt }: FieldHistory,
  searches: readonly Evidence[],
): (moment: Moment) => FieldState {
  const isStaleAt = (effectiveOn: Day, moment: Moment) => {
    const { value } = resolve(fieldSpec("lastSearchedOn"), searches, moment);
    const lastSearchedOn = typeof value === "string" ? value : null;
    return isStale(field, effectiveOn, getJudgedOn({ lastSearchedOn }, moment.asOf));
  };
  const { freshFor } = fieldSpec(field);
  return (moment) => {
    const shown = resolveAt(moment);
    const reported = shown.value === null ? null : getLastReport(shown);
    if (freshFor === null || !reported || !isStaleAt(reported, moment)) {
      return { shown, staleFrom: null };
    }
    const tooOldOn = addDays(reported, freshFor + 1);
    const searched = listEffectiveDays(searches).filter((day) => day > tooOldOn);
    const staleFrom = [tooOldOn, ...searched].find((asOf) =>
      isStaleAt(reported, { ...moment, asOf }),
    );
    return { shown, staleFrom: staleFrom ?? tooOldOn };
  };
}

/** The day of the newest report of a value. */
function getLastReport({ evidence, progress }: Resolution): Day | null {
  return progress?.lastReported ? firstDay(progress.lastReported) : (evidence?.effectiveOn ?? null);
}

const FIELD_PLACES: ReadonlyMap<FieldKey | null, number> = new Map(
  [null, ...FIELD_KEYS].map((field, place) => [field, place]),
);
const KIND_PLACES: ReadonlyMap<string, number> = new Map(
  CHANGE_KINDS.map((kind, place) => [kind, place]),
);

/** The key by which changes are sorted: latest day first, then zone, kind, field and firm. See `sortByKey`. */
export function placeChanges(facts: Facts): (change: Change) => readonly number[] {
  const zones = new Map(facts.zones.map(({ slug, order }) => [slug, order]));
  return ({ on, zone, kind, field, tenancy }) => [
    -Date.parse(on),
    zones.get(zone) ?? 0,
    KIND_PLACES.get(kind) ?? 0,
    FIELD_PLACES.get(field) ?? 0,
    tenancy?.order ?? 0,
  ];
}
