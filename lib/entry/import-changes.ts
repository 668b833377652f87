import { type FieldKey, fieldSpec } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import { type EvidenceIndex, subjectKey } from "../evidence/evidence-index";
import { buildDraftEvidence } from "../evidence/preview";
import { type Moment, resolve } from "../evidence/resolve";
import type { PartialDate } from "../time/day";
import type { PlannedClaim } from "./import-row";

/** What the claims of an import change in one field of one zone or firm. */
export interface FieldEffect {
  readonly zone: string;
  readonly tenancy: string | null;
  readonly field: FieldKey;
  readonly before: FieldValue;
  readonly after: FieldValue;
  /** The claim that states it: the displayed one, else the first of the field. */
  readonly planned: PlannedClaim;
  /** Is a claim of the import displayed afterwards? */
  readonly shows: boolean;
  /** Is the field disputed afterwards, and was not before? */
  readonly disputed: boolean;
}

/**
 * What the claims of an import change, by the same `resolve` as the pages.
 * @param sourceOf the publisher and date of publication of a source; undefined: it does not exist
 */
export function listEffects(
  evidence: EvidenceIndex,
  claims: readonly PlannedClaim[],
  sourceOf: (
    id: string,
  ) => { readonly publisher: string; readonly publishedOn: PartialDate | null } | undefined,
  { asOf, revision }: Moment,
): FieldEffect[] {
  const fields = new Map<string, PlannedClaim[]>();
  for (const planned of claims) {
    const { zone, tenancy, field } = planned.claim;
    const key = `${subjectKey(zone, tenancy)} ${field}`;
    const list = fields.get(key);
    if (list) list.push(planned);
    else fields.set(key, [planned]);
  }
  const next: Moment = { asOf, revision: revision + 1 };
  return [...fields.values()].flatMap((planned): FieldEffect[] => {
    const [first] = planned;
    if (!first) return [];
    const { zone, tenancy, field } = first.claim;
    const known = evidence.get(subjectKey(zone, tenancy))?.get(field) ?? [];
    const added = planned.map(({ claim }) => {
      const source = sourceOf(claim.sourceId);
      const date = claim.asOf ?? source?.publishedOn ?? asOf;
      return buildDraftEvidence(claim, date, source?.publisher ?? claim.sourceId, next.revision);
    });
    const before = resolve(fieldSpec(field), known, next);
    const after = resolve(fieldSpec(field), [...known, ...added], next);
    const displayed = planned.find(({ claim }) => claim.id === after.evidence?.claim.id);
    return [
      {
        zone,
        tenancy,
        field,
        before: before.value,
        after: after.value,
        planned: displayed ?? first,
        shows: displayed !== undefined,
        disputed: after.mark === "contested" && before.mark !== "contested",
      },
    ];
  });
}
