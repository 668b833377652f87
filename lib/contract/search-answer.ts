import type { SearchEntry, SearchHit, SearchKind, SearchResult } from "../query/search-index";
import { toSearch } from "../query/search-string";

/** Something that a search found. */
export interface FoundAnswer {
  readonly kind: SearchKind;
  readonly id: string;
  readonly name: string;
  /** What it is, in a line. */
  readonly about: string;
  /** The address of its page on this site, at the moment of the search. */
  readonly path: string;
}

/** A result with the text that matched. */
export interface HitAnswer extends FoundAnswer {
  readonly matched: SearchHit["matched"];
}

/** What the answer of `GET /api/v1/search` says beside the results and the moment. */
export interface SearchMeta {
  /** Results of each kind, whatever kinds were asked for. */
  readonly kinds: SearchResult["counts"];
  /** Zones and firms with a similar name, where nothing was found. */
  readonly nearest: readonly FoundAnswer[];
}

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
