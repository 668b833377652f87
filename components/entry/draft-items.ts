import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { uuidV7 } from "@/lib/client/send-changes";
import { isUnderstood } from "@/lib/entry/reading";
import type { Resolution } from "@/lib/evidence/resolve";
import { type DraftItem, type RecordDraft, readItem } from "./draft";

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
