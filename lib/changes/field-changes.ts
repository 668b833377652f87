import { zoneName } from "@/lib/evidence/zone-name";
import { type FieldKey, fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import type { FieldSpec, FieldValue } from "../catalogue/kinds";
import { type Evidence, getDirection, type Resolution } from "../evidence/resolve";
import type { ZoneRow } from "../evidence/row";
import { type Day, firstDay, lastDay, type PartialDate } from "../time/day";
import type { ChangeKind, MARK_CHANGES, VALUE_CHANGES } from "./change-kinds";

/** The resolution of a field at one moment. */
export interface FieldState {
  readonly shown: Resolution;
  /**
   * The first day on which the value counts as stale: it is too old, and a search reached past that day (see
   * `getJudgedOn`). Null: it is unknown or not stale.
   */
  readonly staleFrom: Day | null;
}

/** One change of one field of one subject. */
export interface FieldChange {
  readonly kind: Extract<
    ChangeKind,
    (typeof VALUE_CHANGES)[number] | (typeof MARK_CHANGES)[number]
  >;
  /** The displayed values before and after; null: unknown. */
  readonly before: FieldValue;
  readonly after: FieldValue;
  /** The value of the contradicting claim, for new and resolved disputes; else null. */
  readonly against: FieldValue;
  /** As in `Change`; for lack of news, `FieldState.staleFrom`. */
  readonly on: Day;
  readonly date: PartialDate;
  /** The claim that caused it; where no claim is displayed any more, the claim displayed before. */
  readonly evidence: Evidence;
}

/**
 * The changes of a field between two moments: at most one of its value, one of its disputes and one for
 * lack of news.
 */
export function listFieldChanges(
  field: FieldKey,
  before: FieldState,
  after: FieldState,
): readonly FieldChange[] {
  return [
    ...getValueChange(fieldSpec(field), before.shown, after.shown),
    ...getMarkChange(before.shown, after.shown),
    ...getSilence(before, after),
  ];
}

/** Are two values identical? See `differs` for the comparison of claims. */
export function isSameValue(a: FieldValue, b: FieldValue): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function getValueChange(spec: FieldSpec, before: Resolution, after: Resolution): FieldChange[] {
  const evidence = after.evidence ?? before.evidence;
  if (!evidence || isSameValue(before.value, after.value)) return [];
  const date = after.progress?.since ?? evidence.date;
  return [
    {
      kind: getKind(spec, before.value, after.value),
      before: before.value,
      after: after.value,
      against: null,
      on: firstDay(date),
      date,
      evidence,
    },
  ];
}

function getKind(spec: FieldSpec, before: FieldValue, after: FieldValue): FieldChange["kind"] {
  if (before === null) return "first-known";
  if (after === null) return "no-longer-known";
  if (spec.group === "targets") {
    const [was, is] = [lastDay(String(before)), lastDay(String(after))];
    if (is === was) return "changed";
    return is > was ? "slipped-later" : "slipped-earlier";
  }
  const direction = getDirection(spec, before, after);
  if (direction === null) return "changed";
  return direction === "up" ? "moved-up" : "moved-down";
}

function getMarkChange(before: Resolution, after: Resolution): FieldChange[] {
  const was = before.mark === "contested";
  const is = after.mark === "contested";
  if (was === is) return [];
  // The moment at which the dispute exists has its claims.
  const contested = is ? after : before;
  const rival = contested.rivals
    .filter(({ contradicts, standing }) => contradicts && standing === "live")
    .sort((a, b) => (a.evidence.effectiveOn > b.evidence.effectiveOn ? -1 : 1))[0];
  const shown = after.evidence ?? contested.evidence;
  if (!rival || !shown) return [];
  const later = rival.evidence.effectiveOn > shown.effectiveOn ? rival.evidence : shown;
  // The later claim causes a dispute; the claim displayed afterwards resolves it.
  const evidence = is ? later : shown;
  return [
    {
      kind: is ? "contradicted" : "settled",
      before: before.value,
      after: after.value,
      against: rival.evidence.claim.value,
      on: evidence.effectiveOn,
      date: evidence.date,
      evidence,
    },
  ];
}

function getSilence(before: FieldState, after: FieldState): FieldChange[] {
  const was = before.shown;
  const { value, evidence, progress } = after.shown;
  if (after.staleFrom === null || evidence === null || was.value === null) return [];
  if (before.staleFrom !== null) return [];
  return [
    {
      kind: "went-silent",
      before: was.value,
      after: value,
      against: null,
      on: after.staleFrom,
      date: progress?.lastReported ?? evidence.date,
      evidence,
    },
  ];
}

/** A changed value of a zone. */
interface ValueChange {
  readonly slug: string;
  readonly name: string;
  readonly field: ZoneFieldKey;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** The differences between the rows of two moments. `added` and `removed` are names of zones. */
interface RowChanges {
  readonly values: readonly ValueChange[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Compares all fields of zones that are in both lists. */
export function compareRegistryRows(
  before: readonly ZoneRow[],
  after: readonly ZoneRow[],
): RowChanges {
  const was = new Map(before.map((row) => [row.slug, row]));
  const is = new Set(after.map(({ slug }) => slug));
  return {
    added: after.filter(({ slug }) => !was.has(slug)).map(zoneName),
    removed: before.filter(({ slug }) => !is.has(slug)).map(zoneName),
    values: after.flatMap((row) => {
      const then = was.get(row.slug);
      if (!then) return [];
      return ZONE_FIELD_KEYS.flatMap((field): ValueChange[] =>
        isSameValue(then.values[field], row.values[field])
          ? []
          : [
              {
                slug: row.slug,
                name: zoneName(row),
                field,
                before: then.values[field],
                after: row.values[field],
              },
            ],
      );
    }),
  };
}
