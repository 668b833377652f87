/** What can be read of a list of the ledger. An array has all of it. */
export interface LedgerList<T> extends Iterable<T> {
  readonly length: number;
  /** Undefined: there is no such place. */
  at(place: number): T | undefined;
  entries(): Iterable<[number, T]>;
  every(holds: (item: T) => boolean): boolean;
  filter(isWanted: (item: T) => boolean): T[];
  find(isWanted: (item: T) => boolean): T | undefined;
  flatMap<U>(map: (item: T, place: number) => U | readonly U[]): U[];
  map<U>(map: (item: T, place: number) => U): U[];
  slice(start?: number, end?: number): T[];
  some(holds: (item: T) => boolean): boolean;
}

/** Marks growing lists, also those of another copy of this module: see `sharedCache`. */
const GROWING = Symbol.for("cpec-sez-tracker/growing-list");

/**
 * A list that later ones continue. They share its items, so that adding takes time by what is added, and none sees what was
 * added after it.
 */
export class GrowingList<T> implements LedgerList<T> {
  readonly [GROWING] = true;

  private constructor(
    /** The items of this list, and behind them those of later ones. */
    private readonly shared: T[],
    readonly length: number,
  ) {}

  /** A list of the same items. */
  static of<T>(items: LedgerList<T>): GrowingList<T> {
    return GROWING in items
      ? (items as GrowingList<T>)
      : new GrowingList(items.slice(), items.length);
  }

  /** This list with items behind its own. Only the first that continues it shares them: another one copies. */
  concat(added: readonly T[]): GrowingList<T> {
    const isLast = this.shared.length === this.length;
    const shared = isLast ? this.shared : this.slice();
    for (const item of added) shared.push(item);
    return new GrowingList(shared, shared.length);
  }

  at(place: number): T | undefined {
    const counted = place < 0 ? this.length + place : place;
    return counted < this.length ? this.shared[counted] : undefined;
  }

  *entries(): Generator<[number, T]> {
    let place = 0;
    for (const item of this) yield [place++, item];
  }

  *[Symbol.iterator](): Generator<T> {
    for (let place = 0; place < this.length; place++) yield this.shared[place] as T;
  }

  every(holds: (item: T) => boolean): boolean {
    return this.read().every(holds);
  }

  filter(isWanted: (item: T) => boolean): T[] {
    return this.read().filter(isWanted);
  }

  find(isWanted: (item: T) => boolean): T | undefined {
    return this.read().find(isWanted);
  }

  flatMap<U>(map: (item: T, place: number) => U | readonly U[]): U[] {
    return this.read().flatMap(map);
  }

  map<U>(map: (item: T, place: number) => U): U[] {
    return this.read().map(map);
  }

  slice(start = 0, end = this.length): T[] {
    const count = (place: number) =>
      Math.max(0, Math.min(this.length, place < 0 ? this.length + place : place));
    return this.shared.slice(count(start), count(end));
  }

  some(holds: (item: T) => boolean): boolean {
    return this.read().some(holds);
  }

  /** The items of this list alone. */
  private read(): readonly T[] {
    return this.shared.length === this.length ? this.shared : this.slice();
  }
}
