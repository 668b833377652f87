"use client";

import type { Route } from "next";
import { type KeyboardEvent, memo, type Ref, useImperativeHandle, useMemo, useRef } from "react";
import { DisputedMark } from "@/components/evidence/evidence-line";
import { Link } from "@/components/layout/link";
import { useTermTip } from "@/components/layout/use-term-tip";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { ArrowDownIcon, ArrowUpIcon } from "@/components/ui/icons";
import { shortDistrict, shortenZoneName, zoneName } from "@/lib/evidence/zone-name";
import { TABLE_PAGE_SIZE } from "@/lib/query/list-page";
import type { SortKey, SortTerm } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { useIsActiveZone, useSetActiveZone } from "./active-zone";
import { type ColumnKey, columnTerm, describeColumn, getColumn } from "./columns";
import { useRowsInView } from "./use-rows-in-view";
import type { Density } from "./view-params";
import { isSameZone, ZoneCell } from "./zone-cell";

/** The links of a row that arrow keys move through: the zone's name, then its values. */
const STOPS = "th a, td a";

/** What others can do with the table. */
export interface ZoneTableHandle {
  /**
   * Brings a row into view, unless the whole page scrolls: that would move the map away from under the finger. Where
   * not every row is drawn, it gets the focus, too.
   */
  showRow: (slug: string) => void;
}

interface ZoneTableProps {
  rows: readonly RankedRow[];
  /** The list has more rows, which are not loaded yet. */
  hasMore: boolean;
  /** The rows of the last painted answer, in any order: the same zones as `rows`, except right after a change. */
  settled: readonly RankedRow[];
  columns: readonly ColumnKey[];
  /** The columns of the last painted answer. */
  settledColumns: readonly ColumnKey[];
  density: Density;
  sort: readonly SortTerm[];
  asOf: Day;
  /** The moment as part of an address; empty for today. */
  momentSearch: string;
  selected: readonly string[];
  ref: Ref<ZoneTableHandle>;
  /** `further`: after the present sort, not in its place. */
  onSort: (key: SortKey, descendingFirst: boolean, further: boolean) => void;
  onToggle: (slug: string) => void;
  onToggleAll: () => void;
}

/** Rows drawn above and below those in view, for scrolling and for the arrow keys. */
const AROUND = 12;

/** CSS pixels: rows are at least this high. */
const ROW_HEIGHTS: Readonly<Record<Density, number>> = { dated: 38, compact: 26 };

/**
 * The list of zones: sorted by its heads, with the heads and the names always in view. One longer than a page draws only the
 * rows in view and some around them, so that thousands do not block the page.
 */
export function ZoneTable(props: ZoneTableProps) {
  const { rows, hasMore, settled, columns, settledColumns, density, sort, asOf, selected, onSort } =
    props;
  const text = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const count = rows.length;
  const isLong = count > TABLE_PAGE_SIZE;
  const [inView, draw] = useRowsInView(body, scroller, ROW_HEIGHTS[density], isLong);
  const settledSlugs = useMemo(() => new Set(settled.map(({ slug }) => slug)), [settled]);
  const isWindow = isLong && !inView.printing;
  const start = isWindow ? Math.max(0, Math.min(inView.first, count - 1) - AROUND) : 0;
  const end = isWindow ? Math.min(count, inView.end + AROUND) : count;
  const isComplete = inView.columnsMove || inView.printing;
  const isInView = (place: number) =>
    isComplete || (place >= (isWindow ? inView.first : 0) && place < inView.end);
  // After a change, rows that are new and out of view wait until the others are painted.
  const drawn = listPlaces(start, end).filter(
    (place) => isInView(place) || settledSlugs.has(rows[place]?.slug ?? ""),
  );
  const firstSeen = isWindow ? Math.min(inView.first, count) : 0;
  const rowsAbove = firstSeen - drawn.filter((place) => place < firstSeen).length;
  const rowsBelow = count - drawn.length - rowsAbove;
  useImperativeHandle(props.ref, () => ({
    showRow(slug) {
      const box = scroller.current;
      const place = rows.findIndex((row) => row.slug === slug);
      if (box === null || place === -1 || box.scrollHeight <= box.clientHeight) return;
      const find = () => box.querySelector(`tr[data-slug="${CSS.escape(slug)}"]`);
      const isDrawn = find() !== null;
      if (!isDrawn) draw(place);
      const row = find();
      row?.scrollIntoView({ block: isDrawn ? "nearest" : "center" });
      if (isLong) row?.querySelector<HTMLElement>("th a")?.focus({ preventScroll: true });
    },
  }));
  const all = new Set(selected);
  const selectedHere = rows.filter(({ slug }) => all.has(slug)).length;
  return (
    <div ref={scroller} className="zone-table-scroll">
      <table
        className="zone-table"
        data-density={density}
        aria-rowcount={isWindow ? count + 1 : undefined}
      >
        <caption className="sr-only">{text.t("explorer.table.caption")}</caption>
        <thead>
          <tr aria-rowindex={isWindow ? 1 : undefined}>
            <th className="zone-select">
              <label>
                <span className="sr-only">{text.t("explorer.table.selectAll")}</span>
                <Checkbox
                  checked={count > 0 && selectedHere === count}
                  disabled={hasMore}
                  indeterminate={selectedHere > 0 && selectedHere < count}
                  onChange={props.onToggleAll}
                />
              </label>
            </th>
            <SortHead
              column="name"
              sortKey="name"
              descendingFirst={false}
              sort={sort}
              onSort={onSort}
              className="zone-name"
            />
            {columns.map((key) => {
              const { sort: sortKey, descendingFirst, numeric } = getColumn(key);
              return (
                <SortHead
                  key={key}
                  column={key}
                  sortKey={sortKey}
                  descendingFirst={descendingFirst}
                  sort={sort}
                  onSort={onSort}
                  numeric={numeric}
                />
              );
            })}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={moveByArrow}>
          <RowsNotDrawn rows={rowsAbove} height={inView.height} />
          {drawn.map((place) => {
            const row = rows[place];
            return row === undefined ? null : (
              <ZoneTableRow
                key={row.slug}
                row={row}
                place={isWindow ? place + 1 : null}
                // Rows out of view get a new column after the others.
                columns={isInView(place) ? columns : settledColumns}
                density={density}
                asOf={asOf}
                momentSearch={props.momentSearch}
                selected={all.has(row.slug)}
                onToggle={props.onToggle}
              />
            );
          })}
          <RowsNotDrawn rows={rowsBelow} height={inView.height} />
        </tbody>
      </table>
    </div>
  );
}

/** The places from one to another, the last one excluded. */
function listPlaces(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
}

/** Empty space for rows that are not drawn, so that the table scrolls as if they were. */
function RowsNotDrawn({ rows, height }: { rows: number; height: number }) {
  return rows > 0 ? (
    <tr aria-hidden className="rows-not-drawn" style={{ height: rows * height }} />
  ) : null;
}

interface SortHeadProps extends Pick<ZoneTableProps, "sort" | "onSort"> {
  column: ColumnKey | "name";
  sortKey: SortKey;
  descendingFirst: boolean;
  numeric?: boolean;
  className?: string;
}

/** A column head: a press sorts, and its definition opens by mouse, keyboard focus and tap. */
function SortHead(props: SortHeadProps) {
  const { column, sortKey, descendingFirst, sort, onSort, numeric, className } = props;
  const text = useText();
  const { label, short, definition } = describeColumn(text, column);
  const button = useRef<HTMLButtonElement>(null);
  const { handlers, describedBy, open, tip } = useTermTip(columnTerm(column), button, {
    label,
    definition,
  });
  const place = sort.findIndex(({ key }) => key === sortKey);
  const term = sort[place];
  const Arrow = term?.descending ? ArrowDownIcon : ArrowUpIcon;
  return (
    <th
      scope="col"
      aria-sort={place !== 0 ? undefined : term?.descending ? "descending" : "ascending"}
      className={cx(numeric && "text-end", className)}
    >
      <button
        ref={button}
        type="button"
        aria-describedby={describedBy}
        data-sorted={term ? "" : undefined}
        onClick={(event) => onSort(sortKey, descendingFirst, event.shiftKey)}
        onPointerUp={({ pointerType }) => {
          if (pointerType === "touch") open();
        }}
        {...handlers}
      >
        {short}
        {term ? <Arrow /> : null}
        {place > 0 ? <span className="text-12">{text.number(place + 1)}</span> : null}
      </button>
      {tip}
    </th>
  );
}

/** Moves the focus to the link beside it in the row, or to the one at the same place of the next row. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(event.target instanceof HTMLElement)) return;
  const row = event.target.closest("tr");
  const to = row && findStop(event.key, row, event.target);
  if (!to) return;
  to.focus();
  event.preventDefault();
}

function findStop(key: string, row: Element, from: HTMLElement): HTMLElement | undefined {
  const stops = listStops(row);
  const at = stops.indexOf(from);
  if (at === -1) return undefined;
  switch (key) {
    case "ArrowRight":
      return stops[at + 1];
    case "ArrowLeft":
      return stops[at - 1];
    case "ArrowDown":
      return listStops(row.nextElementSibling)[at];
    case "ArrowUp":
      return listStops(row.previousElementSibling)[at];
    default:
      return undefined;
  }
}

function listStops(row: Element | null): readonly HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
}

/** A row redraws only where one of these changes: pass the same functions and the same `columns`. */
interface ZoneRowProps {
  row: RankedRow;
  /** From 1, where not every row is drawn; else null. */
  place: number | null;
  columns: readonly ColumnKey[];
  density: Density;
  asOf: Day;
  /** The moment as part of an address, for the link to the zone's page; empty for today. */
  momentSearch: string;
  selected: boolean;
  onToggle: (slug: string) => void;
}

/** One zone in the table; on a phone a card. Hovering or focusing it also highlights its marker. */
const ZoneTableRow = memo(function ZoneTableRow(props: ZoneRowProps) {
  const { row, place, columns, density, asOf, momentSearch, selected, onToggle } = props;
  const text = useText();
  const active = useIsActiveZone(row.slug);
  const setActive = useSetActiveZone();
  const name = zoneName(row);
  const short = shortenZoneName(name);
  const page = `/zones/${row.slug}${momentSearch}`;
  return (
    <tr
      data-slug={row.slug}
      aria-rowindex={place === null ? undefined : place + 1}
      data-active={active || undefined}
      data-selected={selected || undefined}
      data-candidate={isCandidate(row.values) || undefined}
      onPointerEnter={() => setActive(row.slug)}
      onPointerLeave={() => setActive(null)}
      onFocus={() => setActive(row.slug)}
      onBlur={() => setActive(null)}
    >
      <td className="zone-select">
        <label>
          <Checkbox
            aria-label={text.t("explorer.table.select", { name: short })}
            checked={selected}
            onChange={() => onToggle(row.slug)}
          />
        </label>
      </td>
      <th scope="row" className="zone-name">
        <Link href={page as Route} prefetch={false} title={name === short ? undefined : name}>
          {short}
        </Link>
        {density === "dated" ? <NameLine row={row} columns={columns} /> : null}
      </th>
      {columns.map((key) => (
        <ZoneCell
          key={key}
          row={row}
          column={key}
          asOf={asOf}
          dated={density === "dated"}
          page={page}
        />
      ))}
    </tr>
  );
}, isSameRow);

/** The line under the name: district, number of disputed values, and "approval not confirmed" where no column says it. */
function NameLine({ row, columns }: Pick<ZoneRowProps, "row" | "columns">) {
  const text = useText();
  const disputed = Object.values(row.marks).filter((mark) => mark === "contested").length;
  const district = shortDistrict(row.values.district);
  return (
    <span className="meta block">
      {district === null ? null : <bdi>{district}</bdi>}
      {disputed > 0 ? (
        <>
          {district === null ? null : " · "}
          <bdi>
            <DisputedMark count={disputed} />
          </bdi>
        </>
      ) : null}
      {isCandidate(row.values) && !columns.includes("legalStatus") ? (
        <span className="block">{text.t("common.approval.notConfirmed")}</span>
      ) : null}
    </span>
  );
}

function isSameRow(before: ZoneRowProps, after: ZoneRowProps): boolean {
  return (
    isSameZone(before.row, after.row) &&
    before.place === after.place &&
    before.columns === after.columns &&
    before.density === after.density &&
    before.asOf === after.asOf &&
    before.momentSearch === after.momentSearch &&
    before.selected === after.selected &&
    before.onToggle === after.onToggle
  );
}
