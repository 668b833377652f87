"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { type AddressChange, currentSearch, useSearch, writeSearch } from "@/lib/client/address";
import type { History } from "@/lib/client/history";
import {
  historyQuery,
  type RequestedMoment,
  type RowsAtMoment,
  rowsQuery,
} from "@/lib/client/rows";
import type { ZoneRow } from "@/lib/evidence/row";
import { countFacets, type Facets } from "@/lib/query/facets";
import { countFunnel, type Funnel, type Ladder } from "@/lib/query/ladder-funnel";
import type { ParamIssue } from "@/lib/query/param-issues";
import { type ParseContext, parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { withChoice } from "@/lib/query/query-edits";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { type RankedRow, select } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import type { Day } from "@/lib/time/day";
import { type ExplorerView, readView, VIEW_PARAMS, writeView } from "./view-params";

/** The state in the explorer's address: the query, and how its answer is shown. */
interface ExplorerState {
  readonly query: Query;
  readonly view: ExplorerView;
}

/** What reading an address needs to know of the data. */
export type AddressContext = Required<Pick<ParseContext, "openTerms" | "zoneSlugs">>;

/** Reads the explorer's state from its address, with every parameter that could not be read. */
export function readState(
  search: string,
  context: AddressContext,
): { state: ExplorerState; problems: readonly ParamIssue[] } {
  const pairs = fromSearch(search);
  const parsed = parseQuery(pairs, { ...context, alsoKnown: VIEW_PARAMS });
  const read = readView(pairs, context.zoneSlugs);
  return {
    state: { query: parsed.query, view: read.view },
    problems: [...parsed.problems, ...read.problems],
  };
}

/** The search part of the address of a state, with its question mark; empty for the first state. */
export function writeState({ query, view }: ExplorerState): string {
  return toSearch([...writeQuery(query), ...writeView(view)]);
}

/** The answer to one query: every part of the page is drawn from it. */
export interface ExplorerAnswer {
  readonly rows: readonly RankedRow[];
  /** Zones of the scope. */
  readonly total: number;
  readonly facets: Facets;
  readonly funnels: Readonly<Record<Ladder, Funnel>>;
  /** The day looked at. */
  readonly asOf: Day;
}

/** The answer to a query over the rows of a moment. Pure. */
export function buildAnswer(rows: readonly ZoneRow[], query: Query, asOf: Day): ExplorerAnswer {
  const selection = select(rows, query, asOf);
  return {
    rows: selection.rows,
    total: selection.total,
    facets: countFacets(rows, query, asOf),
    funnels: {
      legalStatus: funnelWithoutOwn("legalStatus"),
      status: funnelWithoutOwn("status"),
    },
    asOf,
  };

  /** A ladder counts under all conditions but its own, so that its other rungs remain choices. */
  function funnelWithoutOwn(ladder: Ladder): Funnel {
    const counted = query.filters[ladder]
      ? select(rows, withChoice(query, ladder, null), asOf).rows
      : selection.rows;
    return countFunnel(counted, ladder);
  }
}

/** The explorer's one path. */
export const EXPLORER_PATH = "/";

/** The address of a state, from its path on. */
export function writeAddress(state: ExplorerState): string {
  return EXPLORER_PATH + writeState(state);
}

/** Changes how the answer is shown. */
export type ChangeView = (edit: (view: ExplorerView) => ExplorerView, how?: AddressChange) => void;

/** The explorer's state, which is in its address, and the ways to change it. */
interface ExplorerAddress {
  readonly search: string;
  readonly state: ExplorerState;
  readonly problems: readonly ParamIssue[];
  readonly changeQuery: ChangeQuery;
  readonly changeView: ChangeView;
}

/** Reads and writes the explorer's address. The two functions that change it are the same on every render. */
export function useExplorerAddress(served: string, context: AddressContext): ExplorerAddress {
  const search = useSearch(EXPLORER_PATH, served);
  const { state, problems } = useMemo(() => readState(search, context), [search, context]);
  const change = useCallback(
    (edit: (state: ExplorerState) => ExplorerState, how?: AddressChange) => {
      // From the address as it is now, so that two changes in one event both count.
      writeSearch(writeState(edit(readState(currentSearch(), context).state)), how);
    },
    [context],
  );
  const changeQuery = useCallback<ChangeQuery>(
    (edit, how) => change((now) => ({ ...now, query: edit(now.query) }), how),
    [change],
  );
  const changeView = useCallback<ChangeView>(
    (edit, how) => change((now) => ({ ...now, view: edit(now.view) }), how),
    [change],
  );
  return { search, state, problems, changeQuery, changeView };
}

/** The answer to the query, and the progress of loading its moment. */
interface ExplorerRows {
  readonly answer: ExplorerAnswer;
  readonly moment: RowsAtMoment;
  /** Rows of another moment are loading; the page still shows the last ones. */
  readonly loading: boolean;
  /** Why the rows of the moment failed to load; null where they did not. */
  readonly failure: string | null;
  readonly retry: () => void;
  /** The days on which a value changed, as known at the shown revision; null while the history is not loaded. */
  readonly changeDates: readonly Day[] | null;
}

/** Where the rows of a moment can come from. */
export interface RowSources {
  /** The rows that came with the page. */
  readonly served: RowsAtMoment;
  /** The moment for which the server made them. */
  readonly servedFor: RequestedMoment;
  /** A later revision that the server announced; used only where the query names no revision. */
  readonly wanted: number | null;
  readonly today: Day;
  /** The last revision when the page was made. */
  readonly latest: number;
  /** Has the reader used the time bar? Then the history is loaded, and the browser makes the rows of any day. */
  readonly moves: boolean;
}

/** The rows of the query's moment, and the answer that the browser computes from them. */
export function useExplorerRows(query: Query, sources: RowSources): ExplorerRows {
  const { asOf, knownOn } = query;
  const { served, servedFor, wanted, today, latest, moves } = sources;
  const minVersion = knownOn === null ? wanted : null;
  const isServed =
    asOf === servedFor.asOf &&
    knownOn === servedFor.knownOn &&
    (minVersion ?? 0) <= served.revision;
  const history = useQuery({
    ...historyQuery(Math.max(latest, wanted ?? 0)),
    enabled: moves,
    placeholderData: keepPreviousData,
  });
  const made = isServed ? null : momentIn(history.data, query, minVersion ?? 0, today);
  const fetched = useQuery({
    ...rowsQuery({ asOf, knownOn, minVersion }),
    // The slider passes many days: while the history is loading, no single day is requested.
    enabled: !isServed && made === null && !history.isFetching,
    placeholderData: keepPreviousData,
  });
  const moment = isServed ? served : (made ?? fetched.data ?? served);
  const isThere = isServed || made !== null;
  // A later revision of the same day arrives without a notice; only another day shows as loading.
  const quiet = minVersion !== null && moment.asOf === (asOf ?? today);
  const answer = useMemo(() => buildAnswer(moment.rows, query, moment.asOf), [moment, query]);
  return {
    answer,
    moment,
    loading: !isThere && !quiet && (fetched.isFetching || history.isFetching),
    failure: isThere ? null : (fetched.error?.message ?? null),
    retry: fetched.refetch,
    changeDates: history.data?.daysOn(moment.revision) ?? null,
  };
}

/** The rows that the history makes for a moment; null where it does not reach there. */
function momentIn(
  history: History | undefined,
  { asOf, knownOn }: Query,
  minVersion: number,
  today: Day,
): RowsAtMoment | null {
  const revision = history?.resolveRevision(knownOn) ?? null;
  if (history === undefined || revision === null || history.revision < minVersion) return null;
  return history.rowsAt(asOf ?? today, revision);
}
