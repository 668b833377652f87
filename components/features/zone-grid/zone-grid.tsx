"use client";

import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import type { Route } from "next";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import {
  Fragment,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { type DraftItem, isTouched } from "@/components/entry/draft";
import { isWaiting } from "@/components/entry/list-needs";
import { isEnterInField } from "@/components/entry/open-value";
import { RecordDrafts } from "@/components/entry/record-drafts";
import type { RecordSubject } from "@/components/entry/subject";
import { useRecord } from "@/components/entry/use-record";
import { CONTROL, focusMissing, isTypedIn } from "@/components/entry/value-editor";
import { StandingMark } from "@/components/evidence/standing-mark";
import { OtherPersonNotice } from "@/components/layout/other-person-notice";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { addReadiness, type RankedRow } from "@/lib/query/select";
import { STANDINGS } from "@/lib/readiness/standing";
import { useText } from "@/lib/text/use-text";
import { columnName, GridCell } from "./grid-cell";
import { editorId, GridChanges, GridEditors } from "./grid-editors";
import { GridToolbar } from "./grid-toolbar";
import {
  GRID_COLUMNS,
  type GridColumn,
  type GridView,
  isDescendingFirst,
  isGridColumn,
  moveInGrid,
  parseGridView,
  selectGridRows,
  writeGridView,
} from "./grid-view";

/** Rows that are drawn at first, and that one press adds. */
const ROWS = 200;
/** Remembers the cell that was opened, so that Back returns to it. */
const OPENED = "at";

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });
const helper = createColumnHelper<typeof features, RankedRow>();
const column = (id: GridColumn | "name") =>
  helper.accessor((row) => row, {
    id,
    sortDescFirst: id !== "name" && isDescendingFirst(id),
    enableHiding: id !== "name",
  });
const columns = helper.columns([column("name"), ...GRID_COLUMNS.map(column)]);

interface ZoneGridProps extends RecordSubject {
  email: string;
  /** What waits for another person: nothing with `off`, the 2 ladders, or all. */
  review: "off" | "ladders" | "all";
  /** May the person decide alone on what the registry knows against a value? */
  isReviewer: boolean;
}

/** Was anything said of an open value? */
const isChanged = ({ text, notKnown }: DraftItem) => text !== "" || notKnown;

/**
 * A row for each zone and a column for each value that an analyst works on. Arrows move between the values as in a
 * spreadsheet; Enter, a letter or a press opens one in place. Values of several zones are recorded together from one source.
 */
export function ZoneGrid({ email, review, isReviewer, ...subject }: ZoneGridProps) {
  const { today } = subject;
  const text = useText();
  const { t } = text;
  const params = useSearchParams();
  const [view, setView] = useState(() => parseGridView(params));
  const record = useRecord(subject);
  const { checked, draft, rows } = record;
  useLeaveWarning(isTouched(draft), t("record.draft.leave"));
  const changes = draft.items.filter(isChanged);
  const changed = new Map(changes.map((item) => [`${item.zone}.${item.field}`, item]));
  const waits = isWaiting(record, review, isReviewer);
  const found = useMemo(() => {
    const selected = selectGridRows(rows, view, today);
    // A zone with an open value stays in sight whatever is looked for.
    const isOpen = ({ slug }: RankedRow) => draft.items.some(({ zone }) => zone === slug);
    const others = addReadiness(rows, DEFAULT_QUERY).filter(isOpen);
    return [...others.filter((row) => !selected.includes(row)), ...selected];
  }, [rows, view, today, draft.items]);
  const [drawn, setDrawn] = useState(ROWS);
  const data = useMemo(() => found.slice(0, drawn), [found, drawn]);
  const [phoneColumn, setPhoneColumn] = useState<GridColumn>(view.columns[0] ?? "status");
  const single = view.columns.includes(phoneColumn) ? phoneColumn : view.columns[0];
  const grid = useRef<HTMLTableElement>(null);
  const find = useRef<HTMLFormElement>(null);

  /** The parameters that the grid wrote last. */
  const written = useRef<string | null>(null);
  const write = (search: string) => {
    window.history.replaceState(null, "", search || window.location.pathname);
    written.current = window.location.search;
  };
  const change = (part: Partial<GridView>) => {
    const next = { ...view, ...part };
    setView(next);
    write(writeGridView(next));
  };
  // A link to this page changes the parameters without a new page.
  useEffect(() => {
    if (written.current === null || window.location.search === written.current) return;
    written.current = null;
    setView(parseGridView(params));
  }, [params]);

  const table = useTable({
    features,
    columns,
    data,
    getRowId: ({ slug }) => slug,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: {
      sorting: [{ id: view.sort.key, desc: view.sort.descending }],
      columnVisibility: Object.fromEntries(
        GRID_COLUMNS.map((key) => [key, view.columns.includes(key)]),
      ),
    },
    onSortingChange: (updater) => {
      const before = [{ id: view.sort.key, desc: view.sort.descending }];
      const [next] = typeof updater === "function" ? updater(before) : updater;
      if (next && (next.id === "name" || isGridColumn(next.id))) {
        change({ sort: { key: next.id, descending: next.desc } });
      }
    },
  });

  const listRows = () =>
    [...(grid.current?.tBodies[0]?.rows ?? [])].filter((row) => listCells(row).length > 0);
  const focusSoon = (selector: string) =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
  const focusCell = ({ zone, field }: Pick<DraftItem, "zone" | "field">) =>
    focusSoon(`[data-cell="${CSS.escape(`${zone}.${field}`)}"]`);
  const goToMissing = () => focusMissing(document.querySelector(".zone-grid"));
  /** Closes the values that were only looked at. */
  const closeUnchanged = (kept: (item: DraftItem) => boolean = isChanged) => {
    for (const item of draft.items) if (!isChanged(item) && !kept(item)) record.remove(item.id);
  };
  const open = (zone: string, field: Exclude<GridColumn, "readiness">) => {
    closeUnchanged((item) => item.zone === zone && item.field === field);
    const id = record.open({ zone, field, tenancy: null });
    focusSoon(`#${CSS.escape(editorId(id))} [data-value-control] ${CONTROL}`);
    requestAnimationFrame(() =>
      document.getElementById(editorId(id))?.scrollIntoView({ block: "nearest" }),
    );
  };
  const leave = (item: DraftItem) => {
    record.remove(item.id);
    if (draft.items.length === 1) record.clear();
    focusCell(item);
  };
  // Once the values that were only looked at are closed.
  const [sendsNext, setSendsNext] = useState(false);
  const sendNext = useEffectEvent(() => {
    setSendsNext(false);
    void submit();
  });
  const isAllChanged = changes.length === draft.items.length;
  useEffect(() => {
    if (sendsNext && isAllChanged) sendNext();
  }, [sendsNext, isAllChanged]);
  const discard = () => {
    const [first] = draft.items;
    record.clear();
    if (first) focusCell(first);
  };
  const submit = async () => {
    const [first] = draft.items;
    if (!first) return;
    if (changes.length > 0 && changes.length < draft.items.length) {
      closeUnchanged();
      setSendsNext(true);
      return;
    }
    const next = await record.submit();
    if (next === "missing") goToMissing();
    else if (next === "choice") focusSoon(".zone-grid [data-choice]");
    else if (next === "start") focusCell(first);
  };
  /** One cell can be reached with Tab: the last one that had the focus. */
  const reachByTab = (cell: HTMLElement) => {
    for (const one of grid.current?.querySelectorAll('[data-cell][tabindex="0"]') ?? []) {
      one.setAttribute("tabindex", "-1");
    }
    cell.tabIndex = 0;
  };
  const focusFind = () => find.current?.querySelector("input")?.focus();

  // Filters can take away the cell that Tab reaches.
  useEffect(() => {
    if (grid.current?.querySelector('[data-cell][tabindex="0"]')) return;
    grid.current?.querySelector("[data-cell]")?.setAttribute("tabindex", "0");
  });

  useEffect(() => {
    const opened = new URLSearchParams(window.location.search).get(OPENED);
    if (opened === null) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(opened)}"]`);
    cell?.focus();
    cell?.scrollIntoView({ block: "center" });
  }, []);

  const onPageKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (key === "Enter" && (ctrlKey || metaKey) && draft.items.length > 0) {
      event.preventDefault();
      void submit();
      return;
    }
    if (key.toLowerCase() !== "f" || ctrlKey || metaKey || altKey || isTypedIn(target)) return;
    if (target instanceof HTMLElement && target.closest("[role=dialog], [role=menu]")) return;
    event.preventDefault();
    focusFind();
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => onPageKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  /** Enter in a field goes to the next thing that is needed, and records where nothing is. */
  const goOnWithEnter = (event: KeyboardEvent) => {
    if (!isEnterInField(event)) return;
    event.preventDefault();
    if (checked.ready) void submit();
    else goToMissing();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (!(target instanceof HTMLElement) || altKey) return;
    if (target.dataset.cell === undefined) return goOnWithEnter(event);
    const own = target.closest("tr");
    if (!own) return;
    const all = listRows();
    const isFar = ctrlKey || metaKey;
    const isRtl = getComputedStyle(own).direction === "rtl";
    const from = { row: all.indexOf(own), cell: listCells(own).indexOf(target) };
    const to = moveInGrid(key, from, { isFar, isRtl });
    if (to !== null) {
      const row = all[Math.max(0, Math.min(all.length - 1, to.row))];
      const cells = row ? listCells(row) : [];
      cells[Math.max(0, Math.min(cells.length - 1, to.cell))]?.focus();
    } else if (key === "Escape") focusFind();
    else if (isFar || key.length !== 1 || key === " " || key.toLowerCase() === "f") return;
    else if (key.toLowerCase() === "o") listCells(own)[0]?.click();
    // A key that writes something begins to change the value.
    else target.click();
    event.preventDefault();
  };

  const remember = (cell: string) => {
    const search = new URLSearchParams(window.location.search);
    search.set(OPENED, cell);
    write(`?${search}`);
  };

  /** A press opens a value in place; with a key, and for what is no value, its link. Before the link itself hears of it. */
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { target } = event;
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
    const [zone = "", key = ""] = cell?.dataset.cell?.split(".") ?? [];
    if (cell === null) return;
    if (!isGridColumn(key) || key === "readiness") return remember(`${zone}.${key}`);
    event.preventDefault();
    open(zone, key);
  };

  if (record.otherPerson !== null) return <OtherPersonNotice name={record.otherPerson} isKept />;

  return (
    <div className="zone-grid grid gap-3">
      <RecordDrafts record={record} />
      <GridToolbar
        view={view}
        found={found.length}
        total={rows.length}
        single={single ?? "status"}
        findRef={find}
        onChange={change}
        onSingle={setPhoneColumn}
        onLeave={() =>
          grid.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus()
        }
      />
      {found.length === 0 ? (
        <p className="flex flex-wrap items-center gap-3 border-line border-t py-4">
          {t("admin.grid.none")}
          <Button onClick={() => change({ find: "", scope: "all", conditions: [], within: null })}>
            {t("admin.grid.showAll")}
          </Button>
        </p>
      ) : (
        // Only the cells of the grid move the focus; the region scrolls when there is more than fits. Hidden words are placed in it,
        // so that they do not widen the page.
        <div className="scroll-region relative -mx-4 overflow-auto sm:mx-0 md:max-h-[calc(100dvh-16rem)] md:min-h-80">
          <table
            ref={grid}
            aria-label={t("admin.grid.label")}
            aria-rowcount={found.length + 1}
            className="w-full border-separate border-spacing-0 text-13 max-md:block"
          >
            <thead className="max-md:sr-only">
              {table.getHeaderGroups().map((group) => (
                <tr key={group.id}>
                  {group.headers.map(({ id, column: head }) => {
                    const sorted = head.getIsSorted();
                    return (
                      <th
                        key={id}
                        scope="col"
                        aria-sort={
                          sorted === false ? "none" : sorted === "desc" ? "descending" : "ascending"
                        }
                        className={cx(
                          "sticky top-0 z-10 border-line-2 border-b bg-paper-2 p-0 text-start font-semibold",
                          id === "name"
                            ? "start-0 z-20 w-48"
                            : id === "status"
                              ? "min-w-40"
                              : id === "readiness"
                                ? "w-24 min-w-24"
                                : "min-w-26",
                        )}
                      >
                        <button
                          type="button"
                          className="flex min-h-8 w-full items-center gap-1 px-1.25 text-start hover:text-accent"
                          onClick={head.getToggleSortingHandler()}
                        >
                          {columnName(text, id)}
                          <span aria-hidden="true" className="text-ink-3">
                            {sorted === false ? "" : sorted === "desc" ? "↓" : "↑"}
                          </span>
                        </button>
                      </th>
                    );
                  })}
                </tr>
              ))}
            </thead>
            <tbody
              className="max-md:block"
              onClickCapture={onClick}
              onKeyDown={onKeyDown}
              onFocus={({ target }) => {
                if (target.dataset.cell !== undefined) reachByTab(target);
              }}
            >
              {table.getRowModel().rows.map((row, index) => (
                <Fragment key={row.id}>
                  <tr
                    aria-rowindex={index + 2}
                    className="max-md:grid max-md:grid-cols-2 max-md:border-line max-md:border-b max-md:px-4 max-md:py-1"
                  >
                    {row.getVisibleCells().map(({ id, column: { id: key } }) =>
                      isGridColumn(key) ? (
                        <td
                          key={id}
                          className={cx(
                            "border-line p-0 align-top md:border-e md:border-b",
                            key !== single && "max-md:hidden",
                            changed.has(`${row.id}.${key}`) && "bg-accent-wash",
                          )}
                        >
                          <GridCell
                            row={row.original}
                            column={key}
                            today={today}
                            change={changed.get(`${row.id}.${key}`)}
                          />
                        </td>
                      ) : (
                        <th
                          key={id}
                          scope="row"
                          className="start-0 border-line bg-paper p-0 text-start align-top font-normal md:sticky md:z-5 md:min-w-44 md:border-e md:border-b"
                        >
                          <NameCell row={row.original} />
                        </th>
                      ),
                    )}
                  </tr>
                  {draft.items.some(({ zone }) => zone === row.id) ? (
                    <tr className="max-md:block">
                      <td
                        colSpan={view.columns.length + 1}
                        className="border-line border-b bg-paper-2 p-2 max-md:block"
                      >
                        <div className="sticky start-2 max-w-[min(100%,calc(100vw-3rem))] lg:max-w-[min(100%,calc(100vw-14rem))]">
                          <GridEditors
                            record={record}
                            zone={row.id}
                            name={shortZoneName(row.original)}
                            sources={subject.sources}
                            onPicked={goToMissing}
                            onLeave={leave}
                          />
                        </div>
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length > data.length ? (
        <Button className="justify-self-start" onClick={() => setDrawn(drawn + ROWS)}>
          {t("admin.grid.more", { count: Math.min(ROWS, found.length - data.length) })}
        </Button>
      ) : null}
      {changes.length === 0 ? (
        <Legend />
      ) : (
        <GridChanges
          record={record}
          count={changes.length}
          waits={waits}
          onSubmit={() => void submit()}
          onDiscard={discard}
        />
      )}
      <SignInAgain
        open={record.signedOut}
        email={email}
        onClose={record.closeSignIn}
        onSignedIn={() => void submit()}
      />
    </div>
  );
}

/** The cells of a row that are shown. */
function listCells(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>("[data-cell]")].filter(
    (cell) => cell.offsetParent !== null,
  );
}

/** The zone's name, which opens its sheet, and its province. */
function NameCell({ row }: { row: RankedRow }) {
  const text = useText();
  const { slug, values } = row;
  return (
    <Link
      href={`/admin/zones/${slug}/edit` as Route}
      prefetch={false}
      data-cell={`${slug}.name`}
      tabIndex={-1}
      className="block h-full min-h-11 px-1.25 py-1 outline-offset-[-2px] hover:bg-paper-2"
    >
      <b className="font-semibold">{shortZoneName(row)}</b>
      <span className="block text-12 text-ink-3">
        {values.province === null ? null : text.termLabel("province", values.province)}
      </span>
    </Link>
  );
}

const KEYS = [
  ["arrows", ["↑", "↓", "←", "→"]],
  ["change", ["Enter"]],
  ["open", ["O"]],
  ["find", ["F"]],
  ["leave", ["Esc"]],
] as const;

/** What a bold date and the marks mean, the keys of the grid and what they do. */
function Legend() {
  const { t } = useText();
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-1 text-12 text-ink-2">
      <p>{t("admin.grid.recent")}</p>
      {STANDINGS.map((standing) => (
        <span key={standing} className="flex items-center gap-1.5">
          <StandingMark standing={standing} />
          {t(`query.standing.${standing}`)}
        </span>
      ))}
      <dl className="contents max-md:hidden pointer-coarse:hidden">
        {KEYS.map(([act, keys]) => (
          <div key={act} className="flex items-center gap-1.5">
            <dt>
              {keys.map((key) => (
                <kbd key={key} className="me-1">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(`admin.grid.keys.${act}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
