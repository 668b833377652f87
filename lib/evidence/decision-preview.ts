import { isTenancyField, isZoneField } from "../catalogue/fields";
import { answerGap } from "../gaps/dated-gaps";
import { UTILITIES } from "../gaps/gaps";
import { inScope } from "../query/scope";
import { countTargets, getZoneTargets, TARGET_STATES, type TargetState } from "../targets/targets";
import { type EvidenceIndex, subjectKey } from "./evidence-index";
import type { Claim, DecisionKind } from "./ledger-records";
import { compareRows, type Preview } from "./preview";
import { type Registry, resolveRecord, type ZoneRecord } from "./registry";
import type { Moment } from "./resolve";
import { buildRow, type ZoneRow } from "./row";

/** A number before and after. */
export interface CountChange {
  readonly before: number;
  readonly after: number;
}

/** The effect of one decision on a claim. */
export interface DecisionPreview extends Preview {
  /** Every row after it, for sentences about all zones. */
  readonly rows: readonly ZoneRow[];
  /** States of the targets of the zone whose number changes. */
  readonly targets: readonly ({ readonly state: TargetState } & CountChange)[];
  /** Utilities whose comparison of need and delivery over the announced zones changes. */
  readonly gaps: readonly {
    readonly utility: "power" | "gas";
    readonly bothKnown: CountChange;
    readonly short: CountChange;
  }[];
}

/** The present registry, and the zone's own evidence. */
interface DecisionContext extends Moment {
  readonly registry: Registry;
  readonly index: EvidenceIndex;
  readonly rows: readonly ZoneRow[];
}

/**
 * The effect of a decision on a claim of a zone or a firm in it, computed by the same functions as the pages.
 * @returns null where the zone is not in the registry
 */
export function previewDecision(
  { zone: slug, tenancy, field, id }: Pick<Claim, "zone" | "tenancy" | "field" | "id">,
  kind: DecisionKind,
  { registry, index, rows, asOf, revision }: DecisionContext,
): DecisionPreview | null {
  const zone = registry.zones.find((item) => item.slug === slug);
  if (!zone) return null;
  const next: Moment = { asOf, revision: revision + 1 };
  const decided = decide(index, { slug, tenancy, field, id }, kind, next.revision);
  const tenancies = zone.tenancies.map((item) => item.tenancy);
  const [before, after] = [index, decided].map((evidence) =>
    resolveRecord(evidence, { slug, order: zone.order }, tenancies, next),
  );
  if (!before || !after) return null;
  const getResolution = (record: typeof before) => {
    if (tenancy === null) return isZoneField(field) ? record.fields[field] : null;
    const firm = record.tenancies.find((item) => item.tenancy.id === tenancy);
    return isTenancyField(field) ? (firm?.fields[field] ?? null) : null;
  };
  const [was, becomes] = [getResolution(before), getResolution(after)];
  const compared = compareRows(rows, slug, buildRow(after));
  const others = registry.zones.filter((item) => item.slug !== slug);
  return {
    ...compared,
    fields:
      was === null || becomes === null
        ? []
        : [
            {
              field,
              tenancy,
              before: { value: was.value, mark: was.mark },
              after: { value: becomes.value, mark: becomes.mark },
              shows: true,
            },
          ],
    targets: listTargetChanges(before, after, next),
    gaps: listGapChanges([...others, before], [...others, after]),
  };
}

/**
 * States of a zone's targets whose number changes.
 * @param before null: the zone is not shown
 * @param after null: the zone is not shown any more
 */
export function listTargetChanges(
  before: ZoneRecord | null,
  after: ZoneRecord | null,
  moment: Moment,
): DecisionPreview["targets"] {
  const count = (zone: ZoneRecord | null) =>
    countTargets(zone === null ? [] : getZoneTargets(zone, moment));
  const [was, becomes] = [count(before), count(after)];
  return TARGET_STATES.flatMap((state) =>
    was[state] === becomes[state] ? [] : [{ state, before: was[state], after: becomes[state] }],
  );
}

/** Utilities whose comparison of need and delivery over the announced zones changes. */
export function listGapChanges(
  before: readonly ZoneRecord[],
  after: readonly ZoneRecord[],
): DecisionPreview["gaps"] {
  const answer = (zones: readonly ZoneRecord[]) => {
    const announced = zones.filter(({ values }) => inScope(values, "announced"));
    return UTILITIES.map((utility) => answerGap(utility, announced));
  };
  const [answersBefore, answersAfter] = [answer(before), answer(after)];
  return UTILITIES.flatMap((_, i) => {
    const [was, becomes] = [answersBefore[i], answersAfter[i]];
    if (!was || !becomes) return [];
    if (was.bothKnown === becomes.bothKnown && was.short === becomes.short) return [];
    return [
      {
        utility: i === 0 ? ("power" as const) : ("gas" as const),
        bothKnown: { before: was.bothKnown, after: becomes.bothKnown },
        short: { before: was.short, after: becomes.short },
      },
    ];
  });
}

/** The evidence with a further decision on one claim. */
function decide(
  index: EvidenceIndex,
  at: Pick<Claim, "tenancy" | "field" | "id"> & { readonly slug: string },
  kind: DecisionKind,
  revision: number,
): EvidenceIndex {
  const key = subjectKey(at.slug, at.tenancy);
  const subject = index.get(key);
  const evidence = subject?.get(at.field) ?? [];
  const decision = {
    claimId: at.id,
    kind,
    reason: "",
    revision,
    sequence: Number.MAX_SAFE_INTEGER,
  };
  const changed = evidence.map((item) =>
    item.claim.id === at.id ? { ...item, decisions: [...item.decisions, decision] } : item,
  );
  return new Map(index).set(key, new Map(subject).set(at.field, changed));
}
