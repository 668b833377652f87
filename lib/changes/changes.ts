import {
  FIELD_KEYS,
  type FieldKey,
  fieldSpec,
  TENANCY_FIELD_KEYS,
  type TenancyFieldKey,
  ZONE_FIELD_KEYS,
  type ZoneFieldKey,
} from "../catalogue/fields";
import type { Facts } from "../evidence/ledger-records";
import { type EvidenceIndex, isRegistered, type Ledger, subjectKey } from "../evidence/registry";
import { resolve } from "../evidence/resolve";
import { buildFieldChange, type Change, type Span, type Subject } from "./change";
import { CHANGE_KINDS } from "./change-kinds";
import { listFieldChanges } from "./field-changes";
import { getAdmission, listZoneChanges } from "./zone-changes";

/** A zone or a firm with its fields. */
export interface LedgerSubject extends Subject {
  /** Its key in the evidence index. */
  readonly key: string;
  readonly fields: readonly (ZoneFieldKey | TenancyFieldKey)[];
}

/** A zone and the firms ever reported in it. */
export function listSubjects(facts: Facts, zone: string): LedgerSubject[] {
  const tenancies = facts.tenancies.filter((tenancy) => tenancy.zone === zone);
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
    const at = (moment: Span["from"]) => ({
      shown: resolve(fieldSpec(field), evidence, moment),
      moment,
    });
    return listFieldChanges(field, at(from), at(to)).map((change) =>
      buildFieldChange({ zone: subject.zone, tenancy: subject.tenancy }, field, change),
    );
  });
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
