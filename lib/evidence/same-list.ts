/** Do two lists have the same items in the same order? Objects are the same only as themselves. */
export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, place) => item === b[place]);
}
