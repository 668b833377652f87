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
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { type PackedRow, unpackRow } from "@/lib/evidence/row";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { RankedRow } from "@/lib/query/select";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { columnName, GridCell } from "./grid-cell";
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

interface ZoneGridProps {
  rows: readonly PackedRow[];
  /** The day in Pakistan. */
  today: Day;
}

/**
 * A row for each zone and a column for each value that an analyst works on. Arrows move between the values as in a
 * spreadsheet; Enter, a letter or a press opens one to change it.
 */
export function ZoneGrid({ rows: packed, today }: ZoneGridProps) {
  const text = useText();
  const { t } = text;
  const params = useSearchParams();
  const view = useMemo(() => parseGridView(params), [params]);
  const rows = useMemo(() => packed.map(unpackRow), [packed]);
  const found = useMemo(() => selectGridRows(rows, view, today), [rows, view, today]);
  const [drawn, setDrawn] = useState(ROWS);
  const data = useMemo(() => found.slice(0, drawn), [found, drawn]);
  const [phoneColumn, setPhoneColumn] = useState<GridColumn>(view.columns[0] ?? "status");
  const single = view.columns.includes(phoneColumn) ? phoneColumn : view.columns[0];
  const grid = useRef<HTMLTableElement>(null);
  const find = useRef<HTMLFormElement>(null);

  const change = (next: Partial<GridView>) =>
    window.history.replaceState(null, "", writeGridView({ ...view, ...next }) || "?");

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

  const listRows = () => [...(grid.current?.tBodies[0]?.rows ?? [])];
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

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      const isTyping =
        target instanceof HTMLElement &&
        target.closest(":is(input, select, textarea, dialog, [role=dialog])");
      if (key.toLowerCase() !== "f" || ctrlKey || metaKey || altKey || isTyping) return;
      event.preventDefault();
      find.current?.querySelector("input")?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (!(target instanceof HTMLElement) || target.dataset.cell === undefined || altKey) return;
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
    window.history.replaceState(null, "", `?${search}`);
  };

  return (
    <div className="grid gap-3">
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
        // Only the cells of the grid move the focus; the region scrolls when there is more than fits.
        <div className="-mx-4 overflow-auto sm:mx-0 md:max-h-[calc(100dvh-16rem)] md:min-h-80">
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
                          id === "name" && "start-0 z-20",
                        )}
                      >
                        <button
                          type="button"
                          className="flex min-h-8 w-full items-center gap-1 px-1.5 text-start hover:text-accent"
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
              onKeyDown={onKeyDown}
              onFocus={({ target }) => {
                if (target.dataset.cell !== undefined) reachByTab(target);
              }}
            >
              {table.getRowModel().rows.map((row, index) => (
                <tr
                  key={row.id}
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
                        )}
                      >
                        <GridCell row={row.original} column={key} today={today} onOpen={remember} />
                      </td>
                    ) : (
                      <th
                        key={id}
                        scope="row"
                        className="start-0 border-line bg-paper p-0 text-start align-top font-normal md:sticky md:z-5 md:min-w-44 md:border-e md:border-b"
                      >
                        <NameCell row={row.original} onOpen={remember} />
                      </th>
                    ),
                  )}
                </tr>
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
      <Keys />
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
function NameCell({ row, onOpen }: { row: RankedRow; onOpen: (cell: string) => void }) {
  const text = useText();
  const { slug, values } = row;
  const cell = `${slug}.name`;
  return (
    <Link
      href={`/admin/zones/${slug}/edit` as Route}
      prefetch={false}
      data-cell={cell}
      tabIndex={-1}
      onClick={() => onOpen(cell)}
      className="block h-full min-h-11 px-1.5 py-1 outline-offset-[-2px] hover:bg-paper-2"
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

/** The keys of the grid and what they do. */
function Keys() {
  const { t } = useText();
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-12 text-ink-2 max-md:hidden pointer-coarse:hidden">
      {KEYS.map(([act, keys]) => (
        <div key={act} className="flex items-center gap-1.5">
          <dt>
            {keys.map((key) => (
              <kbd key={key} className="me-1 rounded-2 bg-paper-2 px-1.5 py-0.5">
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{t(`admin.grid.keys.${act}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
