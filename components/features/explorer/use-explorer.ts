"use client";

import { useCallback, useMemo } from "react";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { type AddressChange, currentSearch, useSearch, writeSearch } from "@/lib/client/address";
import type { ParamIssue } from "@/lib/query/param-issues";
import {
  type AddressContext,
  EXPLORER_PATH,
  type ExplorerState,
  readState,
  writeState,
} from "./explorer-state";
import type { ExplorerView } from "./view-params";

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
