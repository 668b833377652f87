import { PAGE_PARAM } from "@/lib/query/list-page";
import type { ParamIssue } from "@/lib/query/param-issues";
import { type ParseContext, parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { withoutLanguage } from "@/lib/text/reader-language";
import { type ExplorerView, readView, VIEW_PARAMS, writeView } from "./view-params";

/** The state in the explorer's address: the query, and how its answer is shown. */
export interface ExplorerState {
  readonly query: Query;
  readonly view: ExplorerView;
}

/** What reading an address needs to know of the data. */
export interface AddressContext extends Required<Pick<ParseContext, "openTerms">> {
  /**
   * Every zone; null: they are too many for a page. A slug that no zone has then is a condition that nothing meets, and the
   * empty list offers to remove it, instead of a notice that names it.
   */
  readonly zoneSlugs: readonly string[] | null;
}

/** What an address of the explorer says. */
interface ReadAddress {
  readonly state: ExplorerState;
  /** The parameters that could not be read. */
  readonly problems: readonly ParamIssue[];
}

/** Reads the address of the explorer, on the server and in the browser with the same result for the same context. */
export function readState(search: string, context: AddressContext): ReadAddress {
  const pairs = withoutLanguage(fromSearch(search));
  const { openTerms, zoneSlugs } = context;
  const parsed = parseQuery(pairs, {
    openTerms,
    ...(zoneSlugs === null ? {} : { zoneSlugs }),
    // The page of the table is read by the server alone: with scripts the table has every row.
    alsoKnown: [...VIEW_PARAMS, PAGE_PARAM],
  });
  const read = readView(pairs, zoneSlugs);
  return {
    state: { query: parsed.query, view: read.view },
    problems: [...parsed.problems, ...read.problems],
  };
}

/** The search part of the address of a state, with its question mark; empty for the first state. */
export function writeState({ query, view }: ExplorerState): string {
  return toSearch([...writeQuery(query), ...writeView(view)]);
}

/** The explorer's one path. */
export const EXPLORER_PATH = "/zones";

/** The address of a state, from its path on. */
export function writeAddress(state: ExplorerState): string {
  return EXPLORER_PATH + writeState(state);
}
