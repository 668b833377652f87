"use client";

import { useEffect, useRef, useState } from "react";
import { compareRegistryRows, type RowChanges } from "@/lib/changes/row-changes";
import { useLive } from "@/lib/client/live";
import type { RowsAtMoment } from "@/lib/client/rows";
import type { RankedRow } from "@/lib/query/select";

/** What the live stream does to the explorer. */
export interface LiveState {
  /** The version to show; null until one later than the page's own is heard of. */
  readonly wanted: number | null;
  readonly databaseAway: boolean;
}

/** Hears of new versions while the page shows all that is known. */
export function useWantedVersion(follows: boolean, served: number): LiveState {
  const [wanted, setWanted] = useState<number | null>(null);
  const [databaseAway, setAway] = useState(false);
  useLive(
    {
      onVersion: (version) => setWanted((now) => (version > (now ?? served) ? version : now)),
      onDatabase: setAway,
    },
    follows,
  );
  return { wanted, databaseAway: follows && databaseAway };
}

/** Rows in the order in which they stood, and what changed. */
export interface SteadyRows {
  readonly rows: readonly RankedRow[];
  /** Would the sort put them in another order now? */
  readonly outOfOrder: boolean;
  readonly resort: () => void;
  /** What the last live update changed; null: nothing to tell. */
  readonly changes: RowChanges | null;
  readonly forgetChanges: () => void;
}

/**
 * Keeps the order of the rows when their values change by themselves, so that nothing moves under the
 * reader's hand. Whatever the reader asks next, or "sort anew", sorts again.
 * @param search the address; another one is another question
 */
export function useSteadyRows(
  rows: readonly RankedRow[],
  moment: RowsAtMoment,
  search: string,
): SteadyRows {
  const [held, setHeld] = useState<{ search: string; order: readonly string[] } | null>(null);
  const [changes, setChanges] = useState<RowChanges | null>(null);
  const last = useRef({ moment, search, order: rows.map(({ slug }) => slug) });

  const order = held?.search === search ? held.order : null;
  const steady = order ? inOrder(rows, order) : rows;

  useEffect(() => {
    const before = last.current;
    const sameDay = before.moment.asOf === moment.asOf;
    if (moment.version > before.moment.version && sameDay && before.search === search) {
      setHeld({ search, order: before.order });
      setChanges(compareRegistryRows(before.moment.rows, moment.rows));
    }
    last.current = { moment, search, order: steady.map(({ slug }) => slug) };
  });

  return {
    rows: steady,
    outOfOrder: steady.some(({ slug }, i) => slug !== rows[i]?.slug),
    resort: () => setHeld(null),
    changes,
    forgetChanges: () => setChanges(null),
  };
}

/** Rows in an earlier order; those that it does not name come last, in their own. */
function inOrder(rows: readonly RankedRow[], order: readonly string[]): RankedRow[] {
  const place = new Map(order.map((slug, i) => [slug, i]));
  const placeOf = ({ slug }: RankedRow) => place.get(slug) ?? order.length;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}
