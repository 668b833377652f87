// Reproducible random choices: the same seed gives the same choices.

/**
 * @typedef {object} Random
 * @property {(limit: number) => number} number a whole number from 0 to `limit` - 1
 * @property {(min: number, max: number) => number} between a whole number from `min` to `max`
 * @property {() => number} share a number from 0 up to 1
 * @property {<T>(items: readonly T[]) => T} pick one of the items
 */

/** @param {number} seed @returns {Random} */
export function createRandom(seed) {
  let state = seed >>> 0;
  // mulberry32 is short, and good enough to pick moments and values.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (/** @type {number} */ limit) => Math.floor(next() * limit);
  return {
    number,
    share: next,
    between: (min, max) => min + number(max - min + 1),
    pick: (items) => {
      const item = items[number(items.length)];
      if (item === undefined) throw new Error("The list to pick from is empty.");
      return item;
    },
  };
}
