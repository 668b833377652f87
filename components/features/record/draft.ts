import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { uuidV7 } from "@/lib/client/send-changes";
import { readValue } from "@/lib/evidence/check-value";
import type { Confidence, Origin, Source } from "@/lib/evidence/ledger-records";
import type { DraftClaim } from "@/lib/evidence/preview";
import { type Day, isPartialDate, type PartialDate } from "@/lib/time/day";
import { type DraftSource, getContent } from "./new-source";

/** One claim, as typed. */
export interface DraftItem {
  /** The claim's id, made with the item: however often it is sent, it is recorded once. */
  readonly id: string;
  readonly tenancy: string | null;
  readonly field: FieldKey;
  readonly text: string;
  /** The source says that the value is not known. */
  readonly notKnown: boolean;
  /** Empty: the date of the whole draft. */
  readonly asOf: string;
  readonly locator: string;
  readonly note: string;
  readonly confidence: Confidence;
  readonly gateConfirmed: boolean;
  /** The claim displayed when the analyst last looked; null: unknown was displayed. */
  readonly basedOn: string | null;
}

/** Everything typed into the form: one source, and one or several claims from it. Survives reload. */
export interface RecordDraft {
  readonly id: string;
  readonly sourceId: string | null;
  /** A source to be added with the claims; null: an existing one is used. */
  readonly newSource: DraftSource | null;
  readonly origin: Origin;
  readonly asOf: string;
  readonly items: readonly DraftItem[];
}

/** An empty draft. */
export function emptyDraft(): RecordDraft {
  return {
    id: uuidV7(),
    sourceId: null,
    newSource: null,
    origin: "official",
    asOf: "",
    items: [],
  };
}

/** An empty claim on a field, based on the claim that is displayed now. */
export function emptyItem(
  field: FieldKey,
  tenancy: string | null,
  basedOn: string | null,
): DraftItem {
  return {
    id: uuidV7(),
    tenancy,
    field,
    text: "",
    notKnown: false,
    asOf: "",
    locator: "",
    note: "",
    confidence: "medium",
    gateConfirmed: false,
    basedOn,
  };
}

/** Has anything been typed that is worth keeping? */
export function isTouched(draft: RecordDraft): boolean {
  return (
    draft.sourceId !== null ||
    draft.newSource !== null ||
    draft.asOf !== "" ||
    draft.items.some(
      ({ text, asOf, note, locator, notKnown }) => text || asOf || note || locator || notKnown,
    )
  );
}

/**
 * The claim that an item makes; null where its value cannot be read.
 * @param sourceId of the draft's source, new or existing
 */
export function toClaim(
  item: DraftItem,
  draft: RecordDraft,
  zone: string,
  sourceId: string,
): DraftClaim | null {
  const value = item.notKnown ? null : readValue(fieldSpec(item.field), item.text);
  if (value === undefined) return null;
  return {
    id: item.id,
    zone,
    tenancy: item.tenancy,
    field: item.field,
    value,
    asOf: (item.asOf || draft.asOf).trim() || null,
    sourceId,
    locator: item.locator.trim() || null,
    note: item.note.trim() || null,
    origin: draft.origin,
    confidence: item.confidence,
    decline: false,
    quotation: null,
    lastSeenOn: null,
    money: null,
  };
}

/** The date from which a draft's claim is in effect: its own, its source's, or today. */
export function effectiveDate(
  claim: DraftClaim,
  draft: RecordDraft,
  sources: ReadonlyMap<string, Source>,
  today: Day,
): PartialDate {
  const published = draft.newSource
    ? draft.newSource.publishedOn.trim() || null
    : (sources.get(claim.sourceId)?.publishedOn ?? null);
  const date = claim.asOf ?? published ?? today;
  return isPartialDate(date) ? date : today;
}

/** The body of `POST /api/v1/claims`. */
export function buildRequest(draft: RecordDraft, claims: readonly DraftClaim[]) {
  const items = new Map(draft.items.map((item) => [item.id, item]));
  const { newSource } = draft;
  const [first] = claims;
  return {
    claims: claims.map((claim) => ({
      ...claim,
      basedOn: items.get(claim.id)?.basedOn ?? null,
      gateConfirmed: items.get(claim.id)?.gateConfirmed ?? false,
    })),
    ...(newSource && first ? { sources: [{ id: first.sourceId, ...getContent(newSource) }] } : {}),
  };
}
