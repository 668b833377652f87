import type { FieldKey } from "../catalogue/fields";
import type { Evidence } from "./resolve";

/**
 * The evidence of one subject by field, as a `Map` would hold it. It is one list in which the evidence of a field is side by
 * side: a subject has few items, and a map with a list for each field takes five times the memory.
 */
export class FieldMap implements ReadonlyMap<FieldKey, readonly Evidence[]> {
  private readonly items: readonly Evidence[];

  /** @param items in any order; fields keep the order of their first items, and items that of their field */
  constructor(items: readonly Evidence[]) {
    const fields = new Map<FieldKey, Evidence[]>();
    for (const item of items) {
      const list = fields.get(item.claim.field);
      if (list) list.push(item);
      else fields.set(item.claim.field, [item]);
    }
    this.items = ([] as readonly Evidence[]).concat(...fields.values());
  }

  get size(): number {
    return this.list().length;
  }

  has(field: FieldKey): boolean {
    return this.items.some(({ claim }) => claim.field === field);
  }

  get(field: FieldKey): readonly Evidence[] | undefined {
    const start = this.items.findIndex(({ claim }) => claim.field === field);
    return start === -1 ? undefined : this.items.slice(start, this.getEnd(start));
  }

  entries(): MapIterator<[FieldKey, readonly Evidence[]]> {
    return this.list().values();
  }

  keys(): MapIterator<FieldKey> {
    return this.list()
      .map(([field]) => field)
      .values();
  }

  values(): MapIterator<readonly Evidence[]> {
    return this.list()
      .map(([, items]) => items)
      .values();
  }

  [Symbol.iterator](): MapIterator<[FieldKey, readonly Evidence[]]> {
    return this.entries();
  }

  forEach(use: (items: readonly Evidence[], field: FieldKey, map: this) => void): void {
    for (const [field, items] of this) use(items, field, this);
  }

  private list(): [FieldKey, readonly Evidence[]][] {
    const fields: [FieldKey, readonly Evidence[]][] = [];
    for (let start = 0, end = 0; start < this.items.length; start = end) {
      end = this.getEnd(start);
      const items = this.items.slice(start, end);
      if (items[0]) fields.push([items[0].claim.field, items]);
    }
    return fields;
  }

  /** The place behind the items of the field whose first item is at a place. */
  private getEnd(start: number): number {
    const field = this.items[start]?.claim.field;
    let end = start + 1;
    while (this.items[end]?.claim.field === field) end += 1;
    return end;
  }
}
