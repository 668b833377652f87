"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useLive } from "@/lib/client/live";
import type { RowsAtMoment } from "@/lib/client/rows";
import type { ZoneRow } from "@/lib/evidence/row";
import type { RankedRow } from "@/lib/query/select";

/** What the explorer knows from the live stream. */
interface LiveState {
  /** The revision to show; null until the stream announces one later than the page's own. */
  readonly wanted: number | null;
  readonly databaseAway: boolean;
}

/** Follows new revisions while the query names no revision. */
export function useWantedRevision(follows: boolean, served: number): LiveState {
  const [wanted, setWanted] = useState<number | null>(null);
  const [databaseAway, setAway] = useState(false);
  useLive(
    {
      onRevision: (revision) => setWanted((now) => (revision > (now ?? served) ? revision : now)),
      onDatabase: setAway,
    },
    served,
    follows,
  );
  return { wanted, databaseAway: follows && databaseAway };
}

/** The rows of the register before and after a live update. */
export interface LiveUpdate {
  readonly before: readonly ZoneRow[];
  readonly after: readonly ZoneRow[];
}

/** Rows in the order in which the reader last saw them, and the last live update. */
export interface SteadyRows {
  readonly rows: readonly RankedRow[];
  /** Does the sort give another order now? */
  readonly outOfOrder: boolean;
  readonly resort: () => void;
  /** The last live update; null: none, or the reader closed its note. */
  readonly update: LiveUpdate | null;
  readonly forgetUpdate: () => void;
}

/**
 * Keeps the order of the rows when a live update changes their values, so that nothing moves under the
 * reader's hand. The next change of the query, or "re-sort", sorts them again.
 * @param search the address; a different one is a different query
 * @param moment null until every row is loaded; nothing can be compared with it
 */
export function useSteadyRows(
  rows: readonly RankedRow[],
  moment: RowsAtMoment | null,
  search: string,
): SteadyRows {
  const [held, setHeld] = useState<{ search: string; order: readonly string[] } | null>(null);
  const [update, setUpdate] = useState<LiveUpdate | null>(null);
  const last = useRef({ moment, search, rows });

  const order = held?.search === search ? held.order : null;
  const steady = useMemo(() => (order ? inOrder(rows, order) : rows), [rows, order]);

  useEffect(() => {
    const before = last.current;
    const isLater =
      moment !== null && before.moment !== null && moment.revision > before.moment.revision;
    if (isLater && before.moment?.asOf === moment.asOf && before.search === search) {
      setHeld({ search, order: before.rows.map(({ slug }) => slug) });
      setUpdate({ before: before.moment.rows, after: moment.rows });
    }
    last.current = { moment, search, rows: steady };
  });

  return {
    rows: steady,
    outOfOrder: steady !== rows && steady.some(({ slug }, i) => slug !== rows[i]?.slug),
    resort: () => setHeld(null),
    update,
    forgetUpdate: () => setUpdate(null),
  };
}

/** Rows in an earlier order; rows that are not in it come last, in their own order. */
function inOrder(rows: readonly RankedRow[], order: readonly string[]): RankedRow[] {
  const place = new Map(order.map((slug, i) => [slug, i]));
  const placeOf = ({ slug }: RankedRow) => place.get(slug) ?? order.length;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}
