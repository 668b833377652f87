import type { SearchEntry, SearchHit } from "../query/search-index";
import { toSearch } from "../query/search-string";
import type { FoundAnswer, HitAnswer } from "./answer-schemas";

/** The moment's parameters as in the request. */
type MomentPairs = readonly (readonly [string, string])[];

/** An entry as the API gives it. */
export function foundAnswer(
  { kind, id, name, about, path, dated }: SearchEntry,
  moment: MomentPairs,
): FoundAnswer {
  return { kind, id, name, about, path: dated ? addParams(path, moment) : path };
}

/** A result as the API gives it. */
export function hitAnswer({ entry, matched }: SearchHit, moment: MomentPairs): HitAnswer {
  return { ...foundAnswer(entry, moment), matched };
}

/** Adds parameters to a path before its fragment. */
function addParams(path: string, pairs: MomentPairs): string {
  const [address = "", ...fragment] = path.split("#");
  const search = toSearch(pairs);
  const added = address.includes("?") ? search.replace("?", "&") : search;
  return [address + added, ...fragment].join("#");
}
