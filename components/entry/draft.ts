import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { uuidV7 } from "@/lib/client/send-changes";
import { readLiteral } from "@/lib/entry/read-number";
import { readDateText, readTypedValue } from "@/lib/entry/read-value";
import { isUnderstood, type Reading } from "@/lib/entry/reading";
import { chooseFreeId, toSlug } from "@/lib/entry/slug";
import { chooseSourceId } from "@/lib/entry/source-address";
import { toPlainTyped } from "@/lib/entry/typed-text";
import type {
  Confidence,
  Money,
  Origin,
  Quotation,
  Source,
  SourceKind,
} from "@/lib/evidence/ledger-records";
import type { DraftClaim } from "@/lib/evidence/preview";
import type { Resolution } from "@/lib/evidence/resolve";
import { getFirmId } from "@/lib/firms/firm-address";
import { readDraft, type RecordDraft as TypedParts } from "@/lib/records/record-draft";
import { withRate } from "@/lib/text/entry-words";
import type { Text } from "@/lib/text/text";
import { type Day, isPartialDate, type PartialDate } from "@/lib/time/day";

/** One claim, as typed. */
export interface DraftItem {
  /** The claim's id, made with the item: however often it is sent, it is recorded once. */
  readonly id: string;
  readonly zone: string;
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
  /** The source says that the value fell or ended. */
  readonly decline: boolean;
  /** The source's own words. */
  readonly quotation: string;
  /** Their language, BCP 47. */
  readonly quotationLang: string;
  /** A sum as the source has it, and its currency (ISO 4217); both empty: none. */
  readonly amount: string;
  readonly currency: string;
  readonly gateConfirmed: boolean;
  /** Who makes the report; null: as for the whole draft. */
  readonly origin: Origin | null;
  /** The source of a report that was sent; absent: that of the draft. */
  readonly sourceId?: string;
  /** Has it a day, words and a summary of its own? If not, it has those of the first report of the draft. */
  readonly ownEvidence: boolean;
  /**
   * The claim displayed when the analyst last looked; null: unknown was displayed; undefined: the evidence on the zone
   * was not loaded yet.
   */
  readonly basedOn: string | null | undefined;
}

/** A firm that is not in a zone yet. */
export interface NewFirm {
  /** The id of the tenancy. */
  readonly id: string;
  readonly zone: string;
  readonly firm: string;
}

/** An id as addresses have it, at most as long as the API allows. */
const TENANCY_ID = /^(?=.{1,120}$)[a-z0-9]+(-{1,2}[a-z0-9]+)*$/;

/** A firm that is to be added to a zone. Names without Latin letters give no id, so that theirs is random. */
export function createNewFirm(zone: string, firm: string): NewFirm {
  const id = `${zone}--${getFirmId(firm)}`;
  return { id: TENANCY_ID.test(id) ? id : `${zone}--firm-${uuidV7().slice(-12)}`, zone, firm };
}

/** An event or a national figure of the same source, as typed. */
export interface DraftRecord {
  /** Tells it from others of the draft. */
  readonly id: string;
  readonly kind: "event" | "figure";
  /** All parts but the source. */
  readonly typed: TypedParts;
  /** The id under which it is recorded; null: it was not sent yet. */
  readonly recordId: string | null;
}

/** Everything typed into the form: one source, and one or several claims from it. Survives reload. */
export interface RecordDraft {
  readonly id: string;
  readonly sourceId: string | null;
  /** A source to be added with the claims; null: an existing one is used. */
  readonly newSource: DraftSource | null;
  readonly origin: Origin;
  readonly asOf: string;
  /** Were source and date filled in by the form? Then they are nothing that a person typed. */
  readonly offered: boolean;
  /** Firms that are not in their zone yet; those that claims are on are recorded with them. */
  readonly newFirms: readonly NewFirm[];
  /** The text of the article, from which quotations are selected; it is not sent. */
  readonly article: string;
  /** Ids of the proposed facts of the article that the person skipped. */
  readonly skipped: readonly string[];
  readonly items: readonly DraftItem[];
  readonly records: readonly DraftRecord[];
}

/** An empty draft. */
export function emptyDraft(): RecordDraft {
  return {
    id: uuidV7(),
    sourceId: null,
    newSource: null,
    origin: "official",
    asOf: "",
    offered: false,
    newFirms: [],
    article: "",
    skipped: [],
    items: [],
    records: [],
  };
}

/** An empty claim on a field, based on the claim that is displayed now. */
export function emptyItem(
  zone: string,
  field: FieldKey,
  tenancy: string | null,
  basedOn: string | null | undefined,
): DraftItem {
  return {
    id: uuidV7(),
    zone,
    tenancy,
    field,
    text: "",
    notKnown: false,
    asOf: "",
    locator: "",
    note: "",
    confidence: "medium",
    decline: false,
    quotation: "",
    quotationLang: "en",
    amount: "",
    currency: "",
    gateConfirmed: false,
    origin: null,
    ownEvidence: true,
    basedOn,
  };
}

/** Has anything been typed that is worth keeping? */
export function isTouched(draft: RecordDraft): boolean {
  return (
    (!draft.offered && (draft.sourceId !== null || draft.asOf !== "")) ||
    draft.newSource !== null ||
    draft.article !== "" ||
    draft.records.length > 0 ||
    draft.items.some(
      ({ text, asOf, note, locator, quotation, amount, notKnown }) =>
        text || asOf || note || locator || quotation || amount || notKnown,
    )
  );
}

/** What becomes of the typed value of an item. */
export function readItem({ field, text }: Pick<DraftItem, "field" | "text">): Reading {
  return readTypedValue(fieldSpec(field), text);
}

/**
 * The claim that an item makes; null where its value cannot be read.
 * @param sourceId of the draft's source, new or existing
 */
export function toClaim(item: DraftItem, draft: RecordDraft, sourceId: string): DraftClaim | null {
  const reading = item.notKnown ? null : readItem(item);
  if (reading !== null && !isUnderstood(reading)) return null;
  return {
    id: item.id,
    zone: item.zone,
    tenancy: item.tenancy,
    field: item.field,
    value: reading?.value ?? null,
    asOf: readDateText(item.asOf || draft.asOf) || null,
    sourceId,
    locator: item.locator.trim() || null,
    note: item.note.trim() || null,
    origin: item.origin ?? draft.origin,
    confidence: item.confidence,
    decline: item.decline,
    quotation: readQuotation(item),
    lastSeenOn: null,
    money: readMoney(item) ?? reading?.money ?? null,
  };
}

/** The day of the draft's source, as typed or recorded; empty: none. */
function sourceDay(
  { newSource, sourceId }: Pick<RecordDraft, "newSource" | "sourceId">,
  sources: ReadonlyMap<string, Source>,
): string {
  return newSource?.publishedOn ?? sources.get(sourceId ?? "")?.publishedOn ?? "";
}

/** Who makes the reports of a kind of source, as most of them; the analyst sees and can change it. */
const USUAL_ORIGIN: Readonly<Record<SourceKind, Origin>> = {
  government: "official",
  "utility-notice": "official",
  news: "official",
  research: "independent",
  encyclopedia: "independent",
  forum: "independent",
  brief: "independent",
  compiler: "inference",
};

/**
 * The draft with another source. The date and the type follow the source, unless the analyst gave others.
 * @param sources every source, by its id
 * @param offered the form offers the source, the analyst did not choose it
 */
export function withSource(
  draft: RecordDraft,
  part: Pick<RecordDraft, "sourceId" | "newSource">,
  sources: ReadonlyMap<string, Source>,
  offered = false,
): RecordDraft {
  const next = { ...draft, ...part, offered };
  const originOf = ({ newSource, sourceId }: Pick<RecordDraft, "newSource" | "sourceId">) => {
    const kind = newSource?.kind ?? sources.get(sourceId ?? "")?.kind;
    return kind === undefined ? "official" : USUAL_ORIGIN[kind];
  };
  return {
    ...next,
    asOf: ["", sourceDay(draft, sources)].includes(draft.asOf)
      ? sourceDay(next, sources)
      : draft.asOf,
    origin: draft.origin === originOf(draft) ? originOf(next) : draft.origin,
  };
}

function readQuotation({ quotation, quotationLang }: DraftItem): Quotation | null {
  const text = quotation.trim().replace(/\s+/g, " ");
  return text === "" ? null : { text, lang: quotationLang };
}

/** null where none is typed. Half of a sum becomes one that no rule allows, so that it is not lost silently. */
function readMoney({ amount, currency }: DraftItem): Money | null {
  if (amount.trim() === "" && currency.trim() === "") return null;
  const literal = readLiteral(toPlainTyped(amount).text);
  return {
    amount: "digits" in literal ? Number(literal.digits) : Number.NaN,
    currency: currency.trim().toUpperCase(),
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
    ? readDateText(draft.newSource.publishedOn) || null
    : (sources.get(claim.sourceId)?.publishedOn ?? null);
  const date = claim.asOf ?? published ?? today;
  return isPartialDate(date) ? date : today;
}

/** The body of `POST /api/v1/claims`. */
export function buildRequest(text: Text, draft: RecordDraft, claims: readonly DraftClaim[]) {
  const items = new Map(draft.items.map((item) => [item.id, item]));
  const { newSource } = draft;
  const [first] = claims;
  const newFirms = draft.newFirms.filter(({ id }) => claims.some(({ tenancy }) => tenancy === id));
  return {
    claims: claims.map((claim) => {
      const item = items.get(claim.id);
      const reading = item && !item.notKnown ? readItem(item) : null;
      return {
        ...claim,
        note: withRate(text, claim.note ?? "", reading) || null,
        basedOn: item?.basedOn,
        gateConfirmed: item?.gateConfirmed ?? false,
      };
    }),
    ...(newFirms.length > 0 ? { tenancies: newFirms } : {}),
    ...(first ? listRecords(draft.records, first.sourceId) : {}),
    ...(newSource && first ? { sources: [{ id: first.sourceId, ...getContent(newSource) }] } : {}),
  };
}

/** The events and figures of a request: absent where there are none. */
function listRecords(records: readonly DraftRecord[], sourceId: string) {
  const contentOf = (wanted: DraftRecord["kind"], idKey: "id" | "key") =>
    records
      .filter(({ kind }) => kind === wanted)
      .map(({ typed, recordId }) => ({
        ...readDraft(wanted, { ...typed, sourceId }),
        [idKey]: recordId,
      }));
  const [events, context] = [contentOf("event", "id"), contentOf("figure", "key")];
  return {
    ...(events.length > 0 ? { events } : {}),
    ...(context.length > 0 ? { context } : {}),
  };
}

/**
 * The draft with an id for each event and figure, by its title and date. One that was sent keeps its id, so that it is
 * recorded once.
 * @param taken the ids of other events and figures
 */
export function withRecordIds(draft: RecordDraft, taken: readonly string[]): RecordDraft {
  const used = new Set([...taken, ...draft.records.map(({ recordId }) => recordId)]);
  const records = draft.records.map((record) => {
    if (record.recordId !== null) return record;
    const { date = "", title = "", label = "", period = "" } = record.typed;
    const named = record.kind === "event" ? `${date} ${title}` : `${label} ${period}`;
    const recordId = chooseFreeId(toSlug(named, 70) || record.kind, (id) => used.has(id));
    used.add(recordId);
    return { ...record, recordId };
  });
  return { ...draft, records };
}

/** A source that is not recorded yet, as typed. */
export interface DraftSource {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly publishedOn: string;
  readonly kind: SourceKind;
}

/** Nothing typed yet. */
export const EMPTY_SOURCE: DraftSource = {
  title: "",
  publisher: "",
  url: "",
  publishedOn: "",
  kind: "news",
};

/** The content of a new source, as it is sent. */
export function getContent({ title, publisher, url, publishedOn, kind }: DraftSource) {
  return {
    title: title.trim(),
    publisher: publisher.trim(),
    url: url.trim() || null,
    publishedOn: readDateText(publishedOn) || null,
    kind,
  };
}

/**
 * The id of a new source; see `chooseSourceId`.
 * @param existing every source, by its id
 */
export function newSourceId(draft: DraftSource, existing: ReadonlyMap<string, Source>): string {
  return chooseSourceId(getContent(draft), existing);
}

/** Bases a claim on what is displayed now; an empty list starts from what it holds. */
export function startFrom(item: DraftItem, shown: Resolution): DraftItem {
  const held =
    fieldSpec(item.field).kind === "list" && item.text === "" && Array.isArray(shown.value)
      ? shown.value.join(", ")
      : item.text;
  return { ...item, text: held, basedOn: shown.evidence?.claim.id ?? null };
}

/** The text of a value as `readItem` reads it; null: it is unknown, or a place. */
export function typeValue(field: FieldKey, value: FieldValue): string | null {
  if (value === null || fieldSpec(field).kind === "place") return null;
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** A found value as the input of its field has it: a value of a list of choices is its key. */
export function toTyped(field: FieldKey, typed: string): string {
  const reading = readItem({ field, text: typed });
  const isListed = ["choice", "flag", "level"].includes(fieldSpec(field).kind);
  return isListed && isUnderstood(reading) ? String(reading.value) : typed;
}

/**
 * What of a draft was typed after it was sent; null: nothing. A report that was changed since is another one, because
 * its id is recorded.
 */
export function withoutSent(draft: RecordDraft, sent: RecordDraft): RecordDraft | null {
  if (draft === sent) return null;
  const sentItems = new Map(sent.items.map((item) => [item.id, item]));
  const items = draft.items.flatMap((item) => {
    const before = sentItems.get(item.id);
    if (before === undefined) return [item];
    return isSame(item, before) ? [] : [{ ...item, id: uuidV7() }];
  });
  const sentRecords = new Set(sent.records.map(({ id }) => id));
  const records = draft.records.filter(({ id }) => !sentRecords.has(id));
  const rest = { items: [], records: [] };
  const isUnchanged = isSame({ ...draft, ...rest }, { ...sent, ...rest });
  if (items.length === 0 && records.length === 0 && isUnchanged) return null;
  const newFirms = draft.newFirms.filter(({ id }) => items.some(({ tenancy }) => tenancy === id));
  return { ...draft, items, records, newFirms };
}

/** Are two values or parts of a draft the same, as they are kept? */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The map without an item. */
export function without<V>(all: ReadonlyMap<string, V>, id: string): ReadonlyMap<string, V> {
  if (!all.has(id)) return all;
  const next = new Map(all);
  next.delete(id);
  return next;
}
