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
import type { Facts } from "../evidence/ledger-records";
import { type EvidenceIndex, isRegistered, type Ledger, subjectKey } from "../evidence/registry";
import { type Evidence, type Moment, resolve } from "../evidence/resolve";
import { isShownAt, tenancyAt } from "../evidence/retirement";
import { listEffectiveDays } from "../evidence/source-date-corrections";
import { addDays, type Day } from "../time/day";
import { buildFieldChange, type Change, type Span, type Subject } from "./change";
import { CHANGE_KINDS } from "./change-kinds";
import { type FieldState, listFieldChanges } from "./field-changes";
import { getAdmission, listZoneChanges } from "./zone-changes";

/** A zone or a firm with its fields. */
export interface LedgerSubject extends Subject {
  /** Its key in the evidence index. */
  readonly key: string;
  readonly fields: readonly (ZoneFieldKey | TenancyFieldKey)[];
}

/** A zone and the firms ever reported in it. */
export function listSubjects(facts: Facts, zone: string): LedgerSubject[] {
  const tenancies = facts.tenancies
    .filter((tenancy) => tenancy.zone === zone)
    .map((tenancy) => tenancyAt(tenancy, facts.revision));
  return [
    { zone, tenancy: null, key: subjectKey(zone, null), fields: ZONE_FIELD_KEYS },
    ...tenancies.map((tenancy) => ({
      zone,
      tenancy,
      key: subjectKey(zone, tenancy.id),
      fields: TENANCY_FIELD_KEYS,
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
  const { facts, evidence } = ledger;
  return facts.zones
    .filter((zone) => isShownAt(zone, span.to))
    .filter(({ slug }) => isRegisteredInSpan(evidence, slug, span))
    .flatMap(({ slug }) => [
      ...listZoneChanges(evidence, slug, span.from, span.to),
      ...listSubjects(facts, slug).flatMap((subject) =>
        listSubjectChanges(evidence, subject, span),
      ),
    ])
    .sort(compareChanges(facts));
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
  const claims = index.get(subject.key);
  return subject.fields.flatMap((field) => {
    const evidence = claims?.get(field);
    if (!evidence) return [];
    const at = readFieldStates(field, evidence, listSearches(index, subject.zone));
    return listFieldChanges(field, at(from), at(to)).map((change) =>
      buildFieldChange({ zone: subject.zone, tenancy: subject.tenancy }, field, change),
    );
  });
}

/** The claims on when sources on a zone were last searched. */
export function listSearches(index: EvidenceIndex, zone: string): readonly Evidence[] {
  return index.get(subjectKey(zone, null))?.get("lastSearchedOn") ?? [];
}

/**
 * The states of a field at any moment.
 * @param searches the claims on the last search of its zone
 */
export function readFieldStates(
  field: FieldKey,
  evidence: readonly Evidence[],
  searches: readonly Evidence[],
): (moment: Moment) => FieldState {
  const isStaleAt = (effectiveOn: Day, moment: Moment) => {
    const { value } = resolve(fieldSpec("lastSearchedOn"), searches, moment);
    const lastSearchedOn = typeof value === "string" ? value : null;
    return isStale(field, effectiveOn, getJudgedOn({ lastSearchedOn }, moment.asOf));
  };
  const { freshFor } = fieldSpec(field);
  return (moment) => {
    const shown = resolve(fieldSpec(field), evidence, moment);
    const since = shown.value === null ? null : shown.evidence?.effectiveOn;
    if (freshFor === null || !since || !isStaleAt(since, moment)) return { shown, staleFrom: null };
    const tooOldOn = addDays(since, freshFor + 1);
    const searched = listEffectiveDays(searches).filter((day) => day > tooOldOn);
    const staleFrom = [tooOldOn, ...searched].find((asOf) => isStaleAt(since, { ...moment, asOf }));
    return { shown, staleFrom: staleFrom ?? tooOldOn };
  };
}

const PLACES: ReadonlyMap<FieldKey | null, number> = new Map(
  [null, ...FIELD_KEYS].map((field, place) => [field, place]),
);

/** A comparison function: latest day first, then zone, kind, field and firm. */
export function compareChanges(facts: Facts): (a: Change, b: Change) => number {
  const zones = new Map(facts.zones.map(({ slug, order }) => [slug, order]));
  const keys = ({ zone, kind, field, tenancy }: Change) => [
    zones.get(zone) ?? 0,
    CHANGE_KINDS.indexOf(kind),
    PLACES.get(field) ?? 0,
    tenancy?.order ?? 0,
  ];
  return (a, b) => {
    if (a.on !== b.on) return a.on > b.on ? -1 : 1;
    const [left, right] = [keys(a), keys(b)];
    const differing = left.findIndex((key, i) => key !== right[i]);
    return (left[differing] ?? 0) - (right[differing] ?? 0);
  };
}
