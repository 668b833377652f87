/** Entries of a layer below which a map is not copied as a whole. */
const MIN_LAYER = 64;
/** Marks layered maps, also those of another copy of this module: see `sharedCache`. */
const LAYERED = Symbol.for("cpec-sez-tracker/layered-map");

/**
 * A map whose later versions share its entries: a change takes time by the number of entries that changed lately, and not of
 * all. Entries keep the order of a `Map`.
 */
export class LayeredMap<K, V extends NonNullable<unknown>> implements ReadonlyMap<K, V> {
  readonly [LAYERED] = true;

  private constructor(
    private readonly base: ReadonlyMap<K, V>,
    /** Those that replace entries of the base, or come behind them. */
    private readonly layer: ReadonlyMap<K, V>,
    readonly size: number,
  ) {}

  /** @param map is not copied, so nobody may change it afterwards */
  static over<K, V extends NonNullable<unknown>>(map: ReadonlyMap<K, V>): LayeredMap<K, V> {
    return LAYERED in map ? (map as LayeredMap<K, V>) : new LayeredMap(map, new Map(), map.size);
  }

  /** This map with some entries replaced or added. */
  with(entries: Iterable<readonly [K, V]>): LayeredMap<K, V> {
    const layer = new Map(this.layer);
    let { size } = this;
    for (const [key, value] of entries) {
      if (!layer.has(key) && !this.base.has(key)) size += 1;
      layer.set(key, value);
    }
    // Every change copies the layer. Where that has grown so far, one copy of everything costs no more than those did.
    return layer.size > Math.max(MIN_LAYER, Math.sqrt(this.base.size))
      ? LayeredMap.over(new Map(new LayeredMap(this.base, layer, size)))
      : new LayeredMap(this.base, layer, size);
  }

  get(key: K): V | undefined {
    return this.layer.get(key) ?? this.base.get(key);
  }

  has(key: K): boolean {
    return this.layer.has(key) || this.base.has(key);
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.base) yield [key, this.layer.get(key) ?? value];
    for (const [key, value] of this.layer) if (!this.base.has(key)) yield [key, value];
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(use: (value: V, key: K, map: this) => void): void {
    for (const [key, value] of this) use(value, key, this);
  }
}
