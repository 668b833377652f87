import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { uuidV7 } from "@/lib/client/uuid";
import type { Confidence, Origin, Source } from "@/lib/evidence/ledger-records";
import type { DraftClaim } from "@/lib/evidence/preview";
import { readValue } from "@/lib/evidence/read-value";
import { type Day, firstDay, isPartialDate, type PartialDate } from "@/lib/time/day";
import { type DraftSource, getContent } from "./new-source";

/** One claim, as typed. */
export interface DraftItem {
  /** The claim's id, made with the item: however often it is sent, it is recorded once. */
  readonly id: string;
  readonly tenancy: string | null;
  readonly field: FieldKey;
  readonly text: string;
  /** "The source says that it is not known." */
  readonly notKnown: boolean;
  /** Empty: the date of the whole draft. */
  readonly asOf: string;
  readonly locator: string;
  readonly note: string;
  readonly confidence: Confidence;
  readonly gateConfirmed: boolean;
  /** The claim that showed when the analyst last looked; null: unknown showed. */
  readonly basedOn: string | null;
}

/** Everything typed into the form: one source, and one or several claims from it. Survives reload. */
export interface RecordDraft {
  readonly id: string;
  readonly sourceId: string | null;
  /** A source to be added with the claims; null: one from the register is used. */
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

/** An empty claim on a field, over what shows now. */
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

/** Has anything been typed that would be missed? */
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

/** The item's own date, or the draft's; null where neither is given. */
export function dateOfItem(item: DraftItem, draft: RecordDraft): PartialDate | null {
  return (item.asOf || draft.asOf).trim() || null;
}

/**
 * Is every letter of a date typed, does it exist, and has it come? An empty one is not given, which is no fault.
 * @param today the day in Pakistan; absent: days to come are not looked for
 */
export function dateFault(text: string, today?: Day): string | null {
  const date = text.trim();
  if (date === "") return null;
  if (!isPartialDate(date)) return "Give a year, a month or a day, as 2025, 2025-04 or 2025-04-30.";
  return today !== undefined && firstDay(date) > today
    ? `Give a date that has come; today in Pakistan is ${today}.`
    : null;
}

/**
 * The claim that an item makes, or what is wrong with its value.
 * @param sourceId of the draft's source, be it new or in the register
 */
export function claimOf(
  item: DraftItem,
  draft: RecordDraft,
  zone: string,
  sourceId: string,
): { readonly claim: DraftClaim } | { readonly fault: string } {
  const value = item.notKnown ? null : readValue(fieldSpec(item.field), item.text);
  if (value === undefined) return { fault: "Invalid" };
  return {
    claim: {
      id: item.id,
      zone,
      tenancy: item.tenancy,
      field: item.field,
      value,
      asOf: dateOfItem(item, draft),
      sourceId,
      locator: item.locator.trim() || null,
      note: item.note.trim() || null,
      origin: draft.origin,
      confidence: item.confidence,
    },
  };
}

/** The date from which a draft's claim would hold: its own, its source's, or today. */
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

/** What `POST /api/v1/claims` is sent. */
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
