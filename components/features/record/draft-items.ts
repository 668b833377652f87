import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { isUnderstood } from "@/lib/entry/reading";
import type { Resolution } from "@/lib/evidence/resolve";
import { type DraftItem, readItem } from "./draft";

/** Bases a claim on what is displayed now; an empty list starts from what it holds. */
export function startFrom(item: DraftItem, shown: Resolution): DraftItem {
  const held =
    fieldSpec(item.field).kind === "list" && item.text === "" && Array.isArray(shown.value)
      ? shown.value.join(", ")
      : item.text;
  return { ...item, text: held, basedOn: shown.evidence?.claim.id ?? null };
}

/** A found value as the input of its field has it: a value of a list of choices is its key. */
export function toTyped(field: FieldKey, typed: string): string {
  const reading = readItem({ field, text: typed });
  const isListed = ["choice", "flag", "level"].includes(fieldSpec(field).kind);
  return isListed && isUnderstood(reading) ? String(reading.value) : typed;
}

/** The map without an item. */
export function without<V>(all: ReadonlyMap<string, V>, id: string): ReadonlyMap<string, V> {
  if (!all.has(id)) return all;
  const next = new Map(all);
  next.delete(id);
  return next;
}
