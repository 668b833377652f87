import type { FieldKey } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import type { Tenancy } from "../evidence/ledger-records";
import type { Evidence, Moment } from "../evidence/resolve";
import type { Day, PartialDate } from "../time/day";
import type { ChangeKind } from "./change-kinds";
import type { FieldChange } from "./field-changes";

/** One change of the registry between two moments. */
export interface Change {
  /** The same in every answer that contains the change. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** Slug of the zone. */
  readonly zone: string;
  /** The firm in the zone; null: the zone itself. */
  readonly tenancy: Tenancy | null;
  /** Null for changes of the whole zone. */
  readonly field: FieldKey | null;
  /** The displayed values before and after; null: unknown, or a change of the whole zone. */
  readonly before: FieldValue;
  readonly after: FieldValue;
  /** The value of the contradicting claim, for new and resolved disputes; else null. */
  readonly against: FieldValue;
  /**
   * Effective day of the claim that caused it; of a step of progress the first day on which it is displayed; for lack of news,
   * the first day on which the value counts as stale.
   */
  readonly on: Day;
  /** The date of the claim that caused it; of progress since when its step is reported, or when it was last reported. */
  readonly date: PartialDate;
  readonly claimId: string;
  readonly sourceId: string;
}

/** Two moments to compare; `from` is not later than `to` in day or revision. */
export interface Span {
  readonly from: Moment;
  readonly to: Moment;
}

/** A zone, or a firm in it. */
export interface Subject {
  readonly zone: string;
  readonly tenancy: Tenancy | null;
}

/** Adds the subject and the id to a field's change. */
export function buildFieldChange(
  subject: Subject,
  field: FieldKey,
  { evidence, ...change }: FieldChange,
): Change {
  return buildChange({ ...subject, field, ...change }, evidence);
}

/** Adds the id and the claim that caused the change. */
export function buildChange(
  change: Omit<Change, "id" | "claimId" | "sourceId">,
  { claim }: Evidence,
): Change {
  const { zone, tenancy, field, kind } = change;
  const id = [zone, tenancy?.id, field, kind, claim.id].filter((part) => part != null).join("/");
  return { id, ...change, claimId: claim.id, sourceId: claim.sourceId };
}
