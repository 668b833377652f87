import { DEFAULT_QUERY, type Query } from "./query";
import { toSearch } from "./search-string";
import { writeQuery } from "./write-query";

/** The moment that a question names as part of another address, with the question mark; empty for today with all that is known. */
export function momentSearch({ asOf, knownOn }: Pick<Query, "asOf" | "knownOn">): string {
  return toSearch(writeQuery({ ...DEFAULT_QUERY, asOf, knownOn }));
}
