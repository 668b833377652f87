/** Items that are sorted, merged or looked at in one step: a millisecond or so. */
const STEP_ITEMS = 1_000;

/** The items of a list, with a step after each thousand, for loops over long lists. */
export function* eachInSteps<T>(
  items: readonly T[],
  use: (item: T, place: number) => void,
): Generator<void, void> {
  for (let place = 0; place < items.length; place += 1) {
    use(items[place] as T, place);
    if (place % STEP_ITEMS === STEP_ITEMS - 1) yield;
  }
}

/** The items of a list for which a condition holds. */
export function* filterInSteps<T>(
  items: readonly T[],
  holds: (item: T) => boolean,
): Generator<void, T[]> {
  const kept: T[] = [];
  yield* eachInSteps(items, (item) => {
    if (holds(item)) kept.push(item);
  });
  return kept;
}

/** A sorted copy of a list, as `sort` makes it. Runs are sorted first, then merged two by two. */
export function* sortInSteps<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<void, T[]> {
  let from = [...items];
  for (let start = 0; start < from.length; start += STEP_ITEMS) {
    const run = from.slice(start, start + STEP_ITEMS).sort(compare);
    for (const [i, item] of run.entries()) from[start + i] = item;
    yield;
  }
  let to = [...from];
  for (let length = STEP_ITEMS; length < from.length; length *= 2) {
    for (let start = 0; start < from.length; start += 2 * length) {
      const middle = Math.min(start + length, from.length);
      const end = Math.min(start + 2 * length, from.length);
      let [left, right] = [start, middle];
      for (let place = start; place < end; place += 1) {
        const isLeft =
          left < middle && (right >= end || compare(from[left] as T, from[right] as T) <= 0);
        to[place] = from[isLeft ? left++ : right++] as T;
        if (place % STEP_ITEMS === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/**
 * `sortInSteps` by numbers that are worked out once for each item: ascending by the first in which two items differ.
 * @param keyOf gives as many numbers for each item
 */
export function* sortByKeyInSteps<T>(
  items: readonly T[],
  keyOf: (item: T) => readonly number[],
): Generator<void, T[]> {
  const keyed: Keyed<T>[] = [];
  yield* eachInSteps(items, (item) => {
    keyed.push({ item, key: keyOf(item) });
  });
  const sorted: T[] = [];
  yield* eachInSteps(yield* sortInSteps(keyed, compareKeys), ({ item }) => {
    sorted.push(item);
  });
  return sorted;
}

interface Keyed<T> {
  readonly item: T;
  readonly key: readonly number[];
}

function compareKeys({ key: a }: Keyed<unknown>, { key: b }: Keyed<unknown>): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Two sorted lists as one, in steps; of equal items, those of the first list come first. */
export function* mergeInSteps<T>(
  first: readonly T[],
  second: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<void, T[]> {
  const merged: T[] = [];
  let place = 0;
  yield* eachInSteps(first, (item) => {
    while (place < second.length && compare(second[place] as T, item) < 0) {
      merged.push(second[place] as T);
      place += 1;
    }
    merged.push(item);
  });
  yield* eachInSteps(second.slice(place), (item) => {
    merged.push(item);
  });
  return merged;
}

/** The result of work that can be done in steps, done at once. */
export function finish<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
