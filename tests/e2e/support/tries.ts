import { test } from "@playwright/test";

/** One of two things for each try of a test: what its first try recorded stays in the ledger. */
export function forThisTry<T>(first: T, second: T): T {
  const { retry, repeatEachIndex } = test.info();
  return (retry + repeatEachIndex) % 2 === 0 ? first : second;
}
