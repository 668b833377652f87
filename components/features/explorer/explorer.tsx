"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { type MomentParams, TimeBar } from "@/components/time/time-bar";
import { Notice } from "@/components/ui/notice";
import { type AddressChange, currentSearch } from "@/lib/client/address";
import { type PackedMoment, type RequestedMoment, unpackMoment } from "@/lib/client/rows";
import type { ParamIssue } from "@/lib/query/param-issues";
import type { SortKey } from "@/lib/query/query";
import { formatDay } from "@/lib/text/format-date";
import type { Day } from "@/lib/time/day";
import { ActiveZoneProvider } from "./active-zone";
import { EmptyList } from "./empty-list";
import "./explorer.css";
import { FilterPanel } from "@/components/query-bar/filter-panel";
import type { ScopeFacts } from "@/components/query-bar/scope-facts";
import { momentSearch } from "@/lib/query/moment-params";
import { sortedBy } from "@/lib/query/query-edits";
import { relaxations } from "./explorer-answer";
import { type AddressContext, writeState } from "./explorer-state";
import type { ExportSubject } from "./export-menu";
import { FunnelStrip } from "./funnel-strip";
import { LiveNotes } from "./live-notes";
import { MapPanel } from "./map-panel";
import { AddressProblems, MomentNotice, OfflineNotice, RowsNotice } from "./page-notices";
import { ScopeSwitch } from "./scope-switch";
import { SelectionBar } from "./selection-bar";
import { SheetHandle } from "./sheet-handle";
import { TableToolbar } from "./table-toolbar";
import { EXPLORER_PATH, useExplorerAddress, useExplorerRows } from "./use-explorer";
import { useSteadyRows, useWantedVersion } from "./use-live-rows";
import { ZoneTable } from "./zone-table";

/** Props of the explorer, all made on the server. */
export interface ExplorerProps {
  /** The address from its question mark, as the server saw it. */
  search: string;
  context: AddressContext;
  /** Rows of the moment that the address asks for. */
  served: PackedMoment;
  /** The moment as the address asks for it; today where it asks for one that cannot be shown. */
  servedFor: RequestedMoment;
  /** Why the moment that the address asks for cannot be shown; null where it can. */
  momentProblem: ParamIssue | null;
  today: Day;
  /** The last revision. */
  latest: number;
  /** Claims by quarter since the record began. */
  quarters: readonly number[];
  scopeFacts: ScopeFacts;
  /** Another map style in place of the product's own. */
  styleUrl: string | null;
}

/** Map, table and filters on one screen, always the same zones, under the one query that stands in the address. */
export function Explorer(props: ExplorerProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <ActiveZoneProvider>
        <Page {...props} />
      </ActiveZoneProvider>
    </QueryClientProvider>
  );
}

function Page(props: ExplorerProps) {
  const { context, servedFor, momentProblem, today, latest } = props;
  const served = useMemo(() => unpackMoment(props.served), [props.served]);
  const address = useExplorerAddress(props.search, context);
  const { state, changeQuery, changeView } = address;
  const { view } = state;
  const query = useMemo(
    () => (momentProblem === null ? state.query : { ...state.query, asOf: null, knownOn: null }),
    [state.query, momentProblem],
  );
  const live = useWantedVersion(query.knownOn === null, served.version);
  const [moves, setMoves] = useState(false);
  const move = useCallback(() => setMoves(true), []);
  const { answer, moment, loading, failure, retry, turns } = useExplorerRows(query, {
    served,
    servedFor,
    wanted: live.wanted,
    today,
    latest,
    moves,
  });
  const { facets, asOf } = answer;
  const steady = useSteadyRows(answer.rows, moment, address.search);
  const { rows } = steady;
  // The list answers a press at once; the map, which is dearer to draw, follows in the next frame.
  const mapped = useDeferredValue(useMemo(() => ({ query, view, answer }), [query, view, answer]));
  const [exportFailure, setExportFailure] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);

  const names = useMemo(
    () => new Map(moment.rows.map((row) => [row.slug, row.values.name ?? row.slug])),
    [moment.rows],
  );
  const toggle = useCallback(
    (slug: string) =>
      changeView((now) => ({ ...now, selected: toggled(now.selected, slug) }), { act: "selected" }),
    [changeView],
  );
  const pick = useCallback(
    (slug: string) => {
      toggle(slug);
      const around = scroller.current;
      // Where the whole page scrolls, it would take the map away from under the finger.
      if (around === null || around.scrollHeight <= around.clientHeight) return;
      around
        .querySelector(`tr[data-slug="${CSS.escape(slug)}"]`)
        ?.scrollIntoView({ block: "nearest" });
    },
    [toggle],
  );
  const goTo = useCallback(
    (time: MomentParams, how?: AddressChange) => {
      changeQuery((now) => ({ ...now, ...time }), how);
      return EXPLORER_PATH + currentSearch();
    },
    [changeQuery],
  );
  const sort = useCallback(
    (key: SortKey, descendingFirst: boolean, further: boolean) =>
      changeQuery((now) => ({ ...now, sort: sortedBy(now.sort, key, descendingFirst, further) })),
    [changeQuery],
  );
  const picked = rows.filter(({ slug }) => view.selected.includes(slug));
  const toggleAll = () =>
    changeView(
      (now) => ({
        ...now,
        selected: picked.length === rows.length ? [] : rows.map(({ slug }) => slug),
      }),
      { act: "selected" },
    );
  const subject: ExportSubject = {
    query,
    selected: [],
    count: rows.length,
    asOf,
    version: moment.version,
  };
  const problems = momentProblem === null ? address.problems : [...address.problems, momentProblem];
  const isToday = asOf === today && moment.version >= latest;

  return (
    <main id="main" tabIndex={-1} className="explorer">
      <div className="explorer-head">
        <SheetHandle />
        <div className="explorer-headline">
          <h1>{answer.headline}</h1>
          <a className="explorer-new link no-print" href={`/overview${momentSearch(query)}`}>
            New here? Overview
          </a>
        </div>
        <ScopeSwitch
          value={query.scope}
          onScope={(scope) => changeQuery((now) => ({ ...now, scope }))}
          rows={moment.rows}
          counts={facets.scopes}
          asOf={asOf}
          facts={moment === served ? props.scopeFacts : null}
        />
        <FunnelStrip query={query} answer={answer} onQuery={changeQuery} />
      </div>
      <div className="explorer-notices">
        <OfflineNotice />
        <AddressProblems search={address.search} problems={problems} />
        {isToday ? null : (
          <MomentNotice
            asOf={asOf}
            version={moment.version}
            latest={latest}
            todayHref={`${EXPLORER_PATH}${writeState({ query: { ...query, asOf: null, knownOn: null }, view })}`}
          />
        )}
        <RowsNotice loading={loading} failure={failure} onRetry={retry} />
        {exportFailure === null ? null : (
          <Notice
            tone="rust"
            live
            action={
              <button type="button" className="link" onClick={() => setExportFailure(null)}>
                Close
              </button>
            }
          >
            {exportFailure}
          </Notice>
        )}
      </div>
      <div className="explorer-work">
        <aside aria-label="Filters" className="explorer-filters no-print">
          <button
            type="button"
            className="explorer-skip"
            onClick={() => list.current?.focus({ preventScroll: true })}
          >
            Skip the filters
          </button>
          <FilterPanel query={query} facets={facets} onQuery={changeQuery} />
        </aside>
        <MapPanel
          query={mapped.query}
          view={mapped.view}
          answer={mapped.answer}
          styleUrl={props.styleUrl}
          onQuery={changeQuery}
          onView={changeView}
          onPick={pick}
        />
        <section ref={list} tabIndex={-1} aria-label="Table of zones" className="explorer-list">
          <TableToolbar
            query={query}
            view={view}
            answer={answer}
            names={names}
            subject={subject}
            onQuery={changeQuery}
            onView={changeView}
            onExportFailure={setExportFailure}
          />
          {rows.length === 0 ? (
            <EmptyList
              query={query}
              ways={relaxations(moment.rows, query, asOf)}
              names={names}
              onQuery={changeQuery}
            />
          ) : (
            <ZoneTable
              rows={rows}
              columns={view.columns}
              density={view.density}
              sort={query.sort}
              asOf={asOf}
              momentSearch={momentSearch(query)}
              selected={view.selected}
              scroller={scroller}
              onSort={sort}
              onToggle={toggle}
              onToggleAll={toggleAll}
            />
          )}
          <SelectionBar
            selected={view.selected}
            rows={picked}
            names={names}
            columns={view.columns}
            subject={{ ...subject, selected: picked.map(({ slug }) => slug), count: picked.length }}
            onShowOnly={() => changeQuery((now) => ({ ...now, zones: view.selected }))}
            onClear={() => changeView((now) => ({ ...now, selected: [] }))}
            onExportFailure={setExportFailure}
          />
          <p className="explorer-print">
            CPEC SEZ Tracker, as of {formatDay(asOf)}, revision {moment.version}. Compiled data: CC
            BY 4.0. Unknown is not zero: hollow parts of a bar are what no source says.
          </p>
        </section>
      </div>
      <TimeBar
        asked={query}
        today={today}
        version={moment.version}
        quarters={props.quarters}
        turns={turns}
        words={rows.length === 1 ? "1 zone" : `${rows.length} zones`}
        onUse={move}
        onTime={goTo}
      />
      <LiveNotes databaseAway={live.databaseAway} steady={steady} />
    </main>
  );
}

function toggled(slugs: readonly string[], slug: string): string[] {
  return slugs.includes(slug) ? slugs.filter((other) => other !== slug) : [...slugs, slug];
}
