import { cache } from "react";
import type { QueryData } from "@/app/(site)/load-query";
import { groupByYear, listEvents } from "@/lib/changes/event-timeline";
import type { EventKind } from "@/lib/evidence/ledger-records";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { listActiveConditions } from "@/lib/query/query-edits";
import { loadDatedChanges } from "@/lib/server/registry/load-changes";
import type { EventsSummary } from "@/lib/text/events-summary";

type TimelineQuery = Pick<QueryData, "query" | "view" | "rows">;

/** What the timeline shows. With some kinds of event only, it leaves out the changes. */
export async function summarizeTimeline(
  { query, view, rows }: TimelineQuery,
  kinds: readonly EventKind[],
): Promise<EventsSummary> {
  return { ...(await loadTimeline(query, view, rows, kinds.join(","))), kinds };
}

/** Once for each request of the page: its metadata and its content ask the same. */
const loadTimeline = cache(
  async (
    query: TimelineQuery["query"],
    view: TimelineQuery["view"],
    rows: TimelineQuery["rows"],
    kinds: string,
  ): Promise<Omit<EventsSummary, "kinds">> => {
    const zones = new Set(rows.map(({ slug }) => slug));
    // Events of the whole country are about no province and no zone more than another.
    const withCountry = listActiveConditions(query).length === 0;
    const events = listEvents(view.events, view.asOf, zones, withCountry).filter(
      ({ kind }) => kinds === "" || kinds.split(",").includes(kind),
    );
    const changes = kinds === "" ? loadDatedChanges(view, zones) : [];
    const [only] = rows;
    return {
      years: groupByYear(events, changes, view.asOf),
      zones: zones.size,
      zone: only && rows.length === 1 ? shortZoneName(only) : null,
      withCountry,
      asOf: view.asOf,
    };
  },
);
