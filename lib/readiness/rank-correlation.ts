import { roundHalfUp } from "./scale";

/**
 * Spearman's rank correlation of two lists of equal length, −1 to 1, to 2 decimals; equal values share their mean rank.
 * Null where it is not defined: fewer than 2 values, or all values of a list equal.
 */
export function correlateRanks(a: readonly number[], b: readonly number[]): number | null {
  if (a.length < 2) return null;
  const left = rank(a);
  const right = rank(b);
  const mean = (a.length + 1) / 2;
  let both = 0;
  let ofLeft = 0;
  let ofRight = 0;
  for (const [i, x] of left.entries()) {
    const dx = x - mean;
    const dy = (right[i] ?? mean) - mean;
    both += dx * dy;
    ofLeft += dx * dx;
    ofRight += dy * dy;
  }
  return ofLeft === 0 || ofRight === 0 ? null : roundHalfUp(both / Math.sqrt(ofLeft * ofRight), 2);
}

/** The rank of each value, from 1 for the least; equal values share their mean rank. */
function rank(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to += 1;
    for (let at = from; at <= to; at++) {
      const item = order[at];
      if (item) ranks[item.i] = (from + to) / 2 + 1;
    }
    from = to + 1;
  }
  return ranks;
}
