import { finish } from "./steps";

/** Values of a chunk: 2 to the power of this. A change copies the chunks that it touches, and the list of chunks. */
const CHUNK_BITS = 9;
const CHUNK = 1 << CHUNK_BITS;
/** Marks growing maps, also those of another copy of this module: see `sharedCache`. */
const GROWING = Symbol.for("cpec-sez-tracker/growing-map");

/**
 * A map that later ones continue. They share its keys, and its values but for chunks of 512 in which one changed, so that no
 * change copies everything. Entries keep the order of a `Map`.
 */
export class GrowingMap<K, V extends NonNullable<unknown>> implements ReadonlyMap<K, V> {
  readonly [GROWING] = true;

  private constructor(
    /** The place of each key of this map, in the order of places, and behind them those of later maps. */
    private readonly places: Map<K, number>,
    private readonly chunks: readonly (readonly V[])[],
    readonly size: number,
  ) {}

  /** The entries of a map; a growing map itself. */
  static over<K, V extends NonNullable<unknown>>(map: ReadonlyMap<K, V>): GrowingMap<K, V> {
    return finish(GrowingMap.overInSteps(map));
  }

  /** `over`, in steps. */
  static *overInSteps<K, V extends NonNullable<unknown>>(
    map: ReadonlyMap<K, V>,
  ): Generator<void, GrowingMap<K, V>> {
    if (GROWING in map) return map as GrowingMap<K, V>;
    const places = new Map<K, number>();
    const chunks: V[][] = [];
    for (const [key, value] of map) {
      const place = places.size;
      if (place % CHUNK === 0) {
        yield;
        chunks.push([]);
      }
      places.set(key, place);
      chunks.at(-1)?.push(value);
    }
    return new GrowingMap(places, chunks, places.size);
  }

  /** This map with some entries replaced or added. Only the first map with new keys shares the keys: another one copies. */
  with(entries: Iterable<readonly [K, V]>): GrowingMap<K, V> {
    const chunks = [...this.chunks];
    const copied = new Map<number, V[]>();
    let { places, size } = this;
    for (const [key, value] of entries) {
      let place = places.get(key);
      if (place === undefined || place >= size) {
        if (places.size > size) places = new Map([...places].slice(0, size));
        place = size;
        places.set(key, place);
        size += 1;
      }
      const number = place >> CHUNK_BITS;
      const chunk = copied.get(number) ?? [...(chunks[number] ?? [])];
      copied.set(number, chunk);
      chunk[place % CHUNK] = value;
      chunks[number] = chunk;
    }
    return new GrowingMap(places, chunks, size);
  }

  get(key: K): V | undefined {
    const place = this.places.get(key);
    return place === undefined || place >= this.size ? undefined : this.at(place);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  *keys(): MapIterator<K> {
    for (const [key, place] of this.places) {
      if (place >= this.size) return;
      yield key;
    }
  }

  *values(): MapIterator<V> {
    for (const chunk of this.chunks) yield* chunk;
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, place] of this.places) {
      const value = place < this.size ? this.at(place) : undefined;
      if (value === undefined) return;
      yield [key, value];
    }
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(use: (value: V, key: K, map: this) => void): void {
    for (const [key, value] of this) use(value, key, this);
  }

  private at(place: number): V | undefined {
    return this.chunks[place >> CHUNK_BITS]?.[place % CHUNK];
  }
}
