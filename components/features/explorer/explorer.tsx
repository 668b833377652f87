"use client";

import "./explorer.css";
import { onlineManager } from "@tanstack/react-query";
import type { Route } from "next";
import {
  type ReactNode,
  useCallback,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { Link } from "@/components/layout/link";
import { ListPageLinks } from "@/components/layout/list-pages";
import type { MapSettings } from "@/components/map/map-layers";
import { FilterPanel } from "@/components/query-bar/filter-panel";
import { RowsNotice, RowsProvider } from "@/components/query-bar/rows-provider";
import type { MomentParams } from "@/components/time/time-parts";
import { TimeBar } from "@/components/time/time-parts";
import { lazyPart } from "@/components/ui/lazy-part";
import { Notice } from "@/components/ui/notice";
import { type AddressChange, currentSearch, FollowRouter } from "@/lib/client/address";
import { useAfterPaint } from "@/lib/client/after-paint";
import type { ShownMoment } from "@/lib/client/rows";
import { zoneName } from "@/lib/evidence/zone-name";
import { momentSearch } from "@/lib/query/moment-params";
import type { ParamIssue } from "@/lib/query/param-issues";
import type { Query, SortKey } from "@/lib/query/query";
import { sortedBy } from "@/lib/query/query-edits";
import type { RankedRow } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { formatRevision } from "@/lib/text/revision-words";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { Day } from "@/lib/time/day";
import { type PackedDays, unpackDays } from "@/lib/time/packed-days";
import { ActiveZoneProvider } from "./active-zone";
import { withFiltered } from "./columns";
import type { FirstAnswer } from "./explorer-answer";
import { ExplorerHead } from "./explorer-head";
import { type AddressContext, EXPLORER_PATH, readState, writeAddress } from "./explorer-state";
import { MapColumn } from "./map-column";
import { SkipButton } from "./skip-button";
import { TableToolbar } from "./table-toolbar";
import { type ChangeView, useExplorerAddress } from "./use-explorer";
import { useExplorerAnswer } from "./use-explorer-answer";
import { useSteadyRows, useWantedRevision } from "./use-live-rows";
import { writeView } from "./view-params";
import { ZoneTable, type ZoneTableHandle } from "./zone-table";

/** What the server gives to the explorer. */
interface ExplorerProps {
  /** The address from its question mark, as the server saw it. */
  search: string;
  context: AddressContext;
  /** The moment in the address; today where that moment cannot be shown. */
  served: ShownMoment;
  /** The answer to the query of the address at that moment. */
  first: FirstAnswer;
  /** Why the moment in the address cannot be shown; null where it can. */
  momentProblem: ParamIssue | null;
  today: Day;
  /** The last revision. */
  latest: number;
  /** Claims by quarter since the first claim. */
  quarters: readonly number[];
  /** The days on which something changed, packed. */
  changeDates: PackedDays;
  /** Names of the zones that the address names, by slug. */
  names: readonly (readonly [slug: string, name: string])[];
  /** To when evidence was searched for, at the moment served, in words. */
  searched: string;
  mapSettings: MapSettings;
  /** Scheme and host of the site. */
  origin: string;
}

/** Map, table and filters on one screen. All show the zones of one query, which is in the address. */
export function Explorer(props: ExplorerProps) {
  return (
    <ActiveZoneProvider>
      <FollowRouter />
      <RowsProvider>
        <Page {...props} />
      </RowsProvider>
    </ActiveZoneProvider>
  );
}

function Page(props: ExplorerProps) {
  const { context, first, served, momentProblem, today, latest } = props;
  const text = usePlainText();
  const changeDates = useMemo(() => unpackDays(props.changeDates), [props.changeDates]);
  const address = useExplorerAddress(props.search, context);
  const { state, changeQuery, changeView } = address;
  const { view } = state;
  const hasMoment = momentProblem === null;
  const query = useMemo(() => withMoment(state.query, hasMoment), [state.query, hasMoment]);
  const firstState = useMemo(() => {
    const { query, view } = readState(props.search, context).state;
    return { query: withMoment(query, hasMoment), columns: withFiltered(view.columns, query) };
  }, [props.search, context, hasMoment]);
  const live = useWantedRevision(query.knownOn === null, served.revision);
  const [ahead, setAhead] = useState<Day | null>(null);
  const { wanted } = live;
  const { answer, shown, moment, loading, failure, retry } = useExplorerAnswer(query, {
    ...{ first, firstQuery: firstState.query, served, wanted, today, latest, ahead },
  });
  const { facets, asOf, isFirst } = answer;
  const steady = useSteadyRows(answer.rows, moment, address.search);
  const { rows } = steady;
  const columns = useMemo(
    () => (isFirst ? firstState.columns : withFiltered(view.columns, query)),
    [isFirst, firstState, view.columns, query],
  );
  // What the reader looks at answers a press at once; the map and rows out of view take longer and follow after that.
  const late = useAfterPaint(
    useMemo(() => ({ query, view, answer, shown, columns }), [query, view, answer, shown, columns]),
  );
  const [exportFailure, setExportFailure] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);
  const timeBar = useRef<HTMLElement>(null);
  const table = useRef<ZoneTableHandle>(null);

  const { selectedRows, toggle, toggleAll } = useSelection(view.selected, rows, changeView);
  const names = useMemo(
    () =>
      new Map([
        ...props.names,
        ...(moment?.rows ?? answer.rows).map((row) => [row.slug, zoneName(row)] as const),
      ]),
    [props.names, moment, answer.rows],
  );
  const pick = useCallback(
    (slug: string) => {
      toggle(slug);
      table.current?.showRow(slug);
    },
    [toggle],
  );
  const { asOf: chosenDay, knownOn } = query;
  const time = useMemo(() => ({ asOf: chosenDay, knownOn }), [chosenDay, knownOn]);
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
  const shareControls = useMemo(
    () => ({
      query: late.query,
      view: late.view,
      subject: {
        query: late.query,
        selected: [],
        columns: late.columns,
        count: late.answer.found,
        asOf: late.answer.asOf,
        revision: late.shown.revision,
      },
      knownOn: late.shown.knownOn,
      origin: props.origin,
      onExportFailure: setExportFailure,
    }),
    [late, props.origin],
  );
  const problems = hasMoment ? address.problems : [...address.problems, momentProblem];
  const skipToList = useCallback(() => list.current?.focus({ preventScroll: true }), []);
  const isServed = asOf === served.asOf && shown.revision === served.revision;
  const isToday = asOf === today && shown.revision >= latest;

  return (
    <main
      id="main"
      tabIndex={-1}
      className="explorer flex flex-col outline-none max-[60rem]:has-[.selection-bar]:pb-28 min-[60rem]:h-[calc(100dvh-var(--header)-var(--tabs)-var(--notice))] min-[60rem]:min-h-136 print:block print:h-auto print:min-h-0 max-[60rem]:[&:has(.selection-bar)_.time-bar]:hidden"
    >
      <ExplorerHead query={query} answer={answer} onQuery={changeQuery} />
      <div className="grid gap-1 px-5 not-empty:pb-2 max-[60rem]:relative max-[60rem]:z-4 max-[60rem]:bg-paper max-[60rem]:not-empty:px-4 max-[60rem]:not-empty:py-2 laptop:not-empty:pb-0.5 laptop:*:py-0.5">
        <OfflineNotice />
        {problems.length > 0 ? (
          <AddressProblems search={address.search} problems={problems} />
        ) : null}
        {isToday ? null : (
          <MomentNotice
            asOf={asOf}
            revision={shown.revision}
            latest={latest}
            todayHref={writeAddress({ query: { ...query, asOf: null, knownOn: null }, view })}
          />
        )}
        <RowsNotice loading={loading} failure={failure} onRetry={retry} />
        {exportFailure === null ? null : (
          <Notice
            tone="rust"
            live
            action={
              <button type="button" className="link" onClick={() => setExportFailure(null)}>
                {text.t("ui.close")}
              </button>
            }
          >
            {exportFailure}
          </Notice>
        )}
      </div>
      <div className="grid min-h-0 border-line border-t max-[60rem]:contents min-[60rem]:flex-[1_1_0] min-[60rem]:grid-cols-[minmax(0,16fr)_minmax(min(42rem,66vw),25fr)] min-[60rem]:grid-rows-[minmax(0,1fr)] min-[75rem]:grid-cols-[14.5rem_minmax(0,37fr)_minmax(min(52rem,58.5vw),50fr)] print:block">
        <aside
          aria-label={text.t("query.panel.title")}
          // A place of its own keeps text for screen readers inside the scrolling box.
          className="no-print relative hidden overflow-y-auto overscroll-contain border-line border-e ps-5 pe-3.5 pt-2.5 [scrollbar-width:thin] min-[75rem]:block"
        >
          <SkipButton onSkip={skipToList}>{text.t("explorer.page.skipFilters")}</SkipButton>
          <FilterPanel query={query} facets={facets} onQuery={changeQuery} />
        </aside>
        <MapColumn
          query={late.query}
          view={late.view}
          answer={late.answer}
          settings={props.mapSettings}
          onSkip={skipToList}
          onQuery={changeQuery}
          onView={changeView}
          onPick={pick}
        />
        <section
          ref={list}
          tabIndex={-1}
          aria-label={text.t("explorer.page.table")}
          className="relative flex min-h-0 min-w-0 flex-col bg-paper -outline-offset-2 max-[60rem]:z-4 max-[60rem]:order-6 print:block"
        >
          <SkipButton onSkip={() => timeBar.current?.focus({ preventScroll: true })}>
            {text.t("explorer.page.skipTable")}
          </SkipButton>
          <TableToolbar
            query={query}
            view={view}
            answer={answer}
            names={names}
            searched={isServed ? props.searched : null}
            onQuery={changeQuery}
            onView={changeView}
            shareControls={shareControls}
          />
          {answer.found === 0 ? (
            <EmptyList
              query={query}
              relaxations={answer.relaxations}
              names={names}
              onQuery={changeQuery}
            />
          ) : (
            <ZoneTable
              ref={table}
              rows={rows}
              hasMore={rows.length < answer.found}
              settled={late.answer.rows}
              columns={columns}
              settledColumns={late.columns}
              density={view.density}
              sort={query.sort}
              asOf={asOf}
              momentSearch={momentSearch(query)}
              selected={view.selected}
              onSort={sort}
              onToggle={toggle}
              onToggleAll={toggleAll}
            />
          )}
          <noscript>
            <ListPageLinks
              list={first.list}
              path={EXPLORER_PATH}
              kept={[...writeQuery(query), ...writeView(view)]}
              label={text.t("explorer.page.table")}
            />
          </noscript>
          {view.selected.length > 0 ? (
            <SelectionBar
              selected={view.selected}
              rows={selectedRows}
              names={names}
              subject={{
                query,
                selected: selectedRows.map(({ slug }) => slug),
                columns,
                count: selectedRows.length,
                asOf,
                revision: shown.revision,
              }}
              onShowOnly={() => changeQuery((now) => ({ ...now, zones: view.selected }))}
              onClear={() => changeView((now) => ({ ...now, selected: [] }))}
              onExportFailure={setExportFailure}
            />
          ) : null}
          <p className="hidden break-inside-avoid px-1.5 py-3 text-12 text-ink-2 print:block">
            {text.t("explorer.page.print", {
              day: text.day(asOf),
              revision: formatRevision(shown.revision),
            })}
          </p>
        </section>
      </div>
      <TimeBar
        ref={timeBar}
        moment={time}
        today={today}
        revision={shown.knownOn}
        quarters={props.quarters}
        changeDates={changeDates}
        words={text.t("common.count.zones", { count: late.answer.found })}
        onAhead={setAhead}
        onTime={goTo}
      />
      {live.databaseAway || steady.update !== null ? (
        <LiveNotes databaseAway={live.databaseAway} steady={steady} />
      ) : null}
    </main>
  );
}

/** A query without its moment, where that cannot be shown. */
function withMoment(query: Query, hasMoment: boolean): Query {
  return hasMoment ? query : { ...query, asOf: null, knownOn: null };
}

/** The selected zones of the list. */
interface Selection {
  /** Those in the list, in its order. Of a large registry only some, until the browser has every row. */
  readonly selectedRows: readonly RankedRow[];
  /** Selects a zone or lets it go. The same function on every render. */
  readonly toggle: (slug: string) => void;
  /** Selects every zone of the list; lets all go where every one is selected. */
  readonly toggleAll: () => void;
}

/**
 * Selects zones of the list; the address holds which.
 * @param selected slugs
 * @param rows of the list
 */
function useSelection(
  selected: readonly string[],
  rows: readonly RankedRow[],
  changeView: ChangeView,
): Selection {
  const selectedRows = useMemo(() => {
    if (selected.length === 0) return [];
    const slugs = new Set(selected);
    return rows.filter(({ slug }) => slugs.has(slug));
  }, [rows, selected]);
  const toggle = useCallback(
    (slug: string) =>
      changeView((now) => ({ ...now, selected: toggleSlug(now.selected, slug) }), {
        act: "selected",
      }),
    [changeView],
  );
  const toggleAll = () =>
    changeView(
      (now) => ({
        ...now,
        selected: selectedRows.length === rows.length ? [] : rows.map(({ slug }) => slug),
      }),
      { act: "selected" },
    );
  return { selectedRows, toggle, toggleAll };
}

function toggleSlug(slugs: readonly string[], slug: string): string[] {
  return slugs.includes(slug) ? slugs.filter((other) => other !== slug) : [...slugs, slug];
}

// Parts that the first view does without.
/** What could not be read of the address. */
const AddressProblems = lazyPart(() => import("./address-problems").then((m) => m.AddressProblems));
/** In place of the list where nothing is found. */
const EmptyList = lazyPart(() => import("./empty-list").then((m) => m.EmptyList));
/** What can be done with the selected zones. */
const SelectionBar = lazyPart(() => import("./selection-bar").then((m) => m.SelectionBar));
/** What a later revision changed, and that the database is away. */
const LiveNotes = lazyPart(() => import("./live-notes").then((m) => m.LiveNotes));

/** Which past day the page shows, and the way back to today. */
function MomentNotice({
  asOf,
  revision,
  latest,
  todayHref,
}: {
  asOf: Day;
  /** The last revision that counts. */
  revision: number;
  /** The last revision of all. */
  latest: number;
  /** The same query today. */
  todayHref: string;
}) {
  const text = usePlainText();
  const day = text.day(asOf);
  const b = (words: ReactNode) => <b>{words}</b>;
  return (
    <Notice
      action={
        <Link className="link min-h-6" href={todayHref as Route} scroll={false} prefetch={false}>
          {text.t("explorer.notices.today")}
        </Link>
      }
    >
      {revision >= latest
        ? text.t.rich("explorer.notices.moment", { day, b })
        : text.t.rich("explorer.notices.momentAtRevision", {
            day,
            revision: formatRevision(revision),
            b,
          })}
    </Notice>
  );
}

/** Says what still works without a connection. */
function OfflineNotice() {
  const text = usePlainText();
  const online = useSyncExternalStore(
    onlineManager.subscribe,
    () => onlineManager.isOnline(),
    () => true,
  );
  return online ? null : (
    <Notice tone="amber" live>
      {text.t("explorer.notices.offline")}
    </Notice>
  );
}
