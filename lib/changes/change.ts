import type { FieldKey } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import type { Tenancy } from "../evidence/ledger-records";
import type { Evidence, Moment } from "../evidence/resolve";
import type { Day } from "../time/day";
import type { ChangeKind } from "./change-kinds";
import type { FieldChange } from "./field-changes";

/** One thing that changed in the registry between two moments. */
export interface Change {
  /** The same for the same change, whatever else is asked for with it. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** Slug of the zone. */
  readonly zone: string;
  /** The firm in the zone that it is about; null: the zone itself. */
  readonly tenancy: Tenancy | null;
  /** Null where the zone as a whole came, went or was approved. */
  readonly field: FieldKey | null;
  /** What showed before and after; null is unknown, or that no value is meant. */
  readonly before: FieldValue;
  readonly after: FieldValue;
  /** What the claim against it says, of a contradiction that came up or was settled; else null. */
  readonly against: FieldValue;
  /** Effective day of the claim that did it; of silence, the first day on which the value was stale. */
  readonly on: Day;
  readonly claimId: string;
  readonly sourceId: string;
}

/** Two moments to compare; `from` is not after `to` in either day or version. */
export interface Span {
  readonly from: Moment;
  readonly to: Moment;
}

/** Whom a change is about: a zone, or a firm in it. */
export interface Subject {
  readonly zone: string;
  readonly tenancy: Tenancy | null;
}

/** A change of a field of a subject. */
export function buildFieldChange(
  subject: Subject,
  field: FieldKey,
  { evidence, ...change }: FieldChange,
): Change {
  return buildChange({ ...subject, field, ...change }, evidence);
}

/** A change with its id and the claim that did it. */
export function buildChange(
  change: Omit<Change, "id" | "claimId" | "sourceId">,
  { claim }: Evidence,
): Change {
  const { zone, tenancy, field, kind } = change;
  const id = [zone, tenancy?.id, field, kind, claim.id].filter((part) => part != null).join("/");
  return { id, ...change, claimId: claim.id, sourceId: claim.sourceId };
}
