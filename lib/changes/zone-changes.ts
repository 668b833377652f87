import { type EvidenceIndex, subjectKey } from "../evidence/evidence-index";
import {
  ADMISSION_FIELDS,
  type Admission,
  isRegistered,
  resolveSubject,
} from "../evidence/registry";
import type { Evidence, Moment } from "../evidence/resolve";
import { listEffectiveDays } from "../evidence/source-versions";
import { buildChange, type Change } from "./change";
import type { ZONE_CHANGES } from "./change-kinds";

type ZoneChangeKind = (typeof ZONE_CHANGES)[number];

/** A state of a whole zone and the fields that decide it. */
interface ZoneState {
  readonly came: ZoneChangeKind;
  readonly went: ZoneChangeKind;
  readonly holds: (fields: Admission) => boolean;
  readonly fields: readonly (keyof Admission)[];
}

const ZONE_STATES: readonly ZoneState[] = [
  { came: "zone-added", went: "zone-removed", holds: isRegistered, fields: ADMISSION_FIELDS },
  {
    came: "approval-evidenced",
    went: "approval-withdrawn",
    holds: ({ cohort }) => cohort.value === "original-7" || cohort.value === "added-37",
    fields: ["cohort"],
  },
];

/** The resolutions of the fields that put a zone in the registry. */
export function getAdmission(index: EvidenceIndex, zone: string, moment: Moment): Admission {
  return resolveSubject(index, subjectKey(zone, null), ADMISSION_FIELDS, moment);
}

/** The effective days of all claims on those fields, in order. */
export function listAdmissionDays(index: EvidenceIndex, zone: string): string[] {
  const claims = index.get(subjectKey(zone, null));
  const evidence = ADMISSION_FIELDS.flatMap((field) => claims?.get(field) ?? []);
  return listEffectiveDays(evidence);
}

/**
 * Changes of a whole zone between two moments: added, removed, approval confirmed or no longer
 * confirmed.
 */
export function listZoneChanges(
  index: EvidenceIndex,
  zone: string,
  from: Moment,
  to: Moment,
): readonly Change[] {
  const before = getAdmission(index, zone, from);
  const after = getAdmission(index, zone, to);
  return ZONE_STATES.flatMap((standing): Change[] => {
    const { came, went, holds, fields } = standing;
    const is = holds(after);
    if (holds(before) === is) return [];
    const evidence = is ? findFirstClaim(index, zone, to, standing) : getEarliest(before, fields);
    if (!evidence) return [];
    const about = { zone, tenancy: null, field: null, before: null, after: null, against: null };
    const { effectiveOn: on, date } = evidence;
    return [buildChange({ ...about, kind: is ? came : went, on, date }, evidence)];
  });
}

/** The claim by which a state first applied, as known at a moment. */
function findFirstClaim(
  index: EvidenceIndex,
  zone: string,
  { asOf, revision }: Moment,
  { holds, fields }: ZoneState,
): Evidence | null {
  for (const day of listAdmissionDays(index, zone)) {
    if (day > asOf) break;
    const then = getAdmission(index, zone, { asOf: day, revision: revision });
    if (holds(then)) return getEarliest(then, fields);
  }
  return null;
}

function getEarliest(shown: Admission, fields: readonly (keyof Admission)[]): Evidence | null {
  const evidence = fields.flatMap((field) => shown[field].evidence ?? []);
  return evidence.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))[0] ?? null;
}
