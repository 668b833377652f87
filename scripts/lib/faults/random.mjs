// Chance that can be had again: the same seed gives the same choices.

/**
 * @typedef {object} Chance
 * @property {(below: number) => number} number a whole number from 0 up to, and without, `below`
 * @property {(from: number, to: number) => number} between a whole number from `from` to `to`
 * @property {<T>(items: readonly T[]) => T} oneOf
 */

/** @param {number} seed @returns {Chance} */
export function chanceOf(seed) {
  let state = seed >>> 0;
  // mulberry32: small, and good enough to pick moments and values by.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (/** @type {number} */ below) => Math.floor(next() * below);
  return {
    number,
    between: (from, to) => from + number(to - from + 1),
    oneOf: (items) => {
      const item = items[number(items.length)];
      if (item === undefined) throw new Error("There is nothing to choose from.");
      return item;
    },
  };
}
