"use client";

import { type KeyboardEvent, type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { ArrowDownIcon, ArrowUpIcon } from "@/components/ui/icons";
import type { SortKey, SortTerm } from "@/lib/query/query";
import type { RankedRow } from "@/lib/query/select";
import type { Day } from "@/lib/time/day";
import { type ColumnKey, getColumn } from "./columns";
import { moveInRows } from "./move-in-rows";
import type { Density } from "./view-params";
import { ZoneTableRow } from "./zone-row";

/** Props of the table. */
export interface ZoneTableProps {
  rows: readonly RankedRow[];
  columns: readonly ColumnKey[];
  density: Density;
  sort: readonly SortTerm[];
  asOf: Day;
  /** The moment as part of an address; empty for today. */
  momentSearch: string;
  selected: readonly string[];
  /** What scrolls around the table, for those who bring a row into sight. */
  scroller: RefObject<HTMLDivElement | null>;
  /** `further`: beside the present sort, not in its place. */
  onSort: (key: SortKey, descendingFirst: boolean, further: boolean) => void;
  onToggle: (slug: string) => void;
  onToggleAll: () => void;
}

/** Rows drawn at once; more come on request, so that thousands do not hold up the page. */
const ROWS_AT_ONCE = 300;

/** The list of zones: sorted by its heads, its name column and head always in sight. */
export function ZoneTable(props: ZoneTableProps) {
  const { rows, columns, density, sort, asOf, selected, scroller } = props;
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const picked = new Set(selected);
  const pickedHere = rows.filter(({ slug }) => picked.has(slug)).length;
  return (
    <div ref={scroller} className="zone-table-scroll">
      <table className="zone-table" data-density={density}>
        <caption className="sr-only">
          Zones that match, with the date of each value. The arrow keys go from a zone's name
          through its values; Enter asks who says so.
        </caption>
        <thead>
          <tr>
            <th className="zone-pick">
              <label>
                <span className="sr-only">Select all zones in the list</span>
                <Checkbox
                  checked={rows.length > 0 && pickedHere === rows.length}
                  indeterminate={pickedHere > 0 && pickedHere < rows.length}
                  onChange={props.onToggleAll}
                />
              </label>
            </th>
            <SortHead
              label="Zone"
              sortKey="name"
              descendingFirst={false}
              sort={sort}
              onSort={props.onSort}
              className="zone-name"
            />
            {columns.map((key) => {
              const { short, definition, sort: sortKey, descendingFirst, numeric } = getColumn(key);
              return (
                <SortHead
                  key={key}
                  label={short}
                  title={definition}
                  sortKey={sortKey}
                  descendingFirst={descendingFirst}
                  sort={sort}
                  onSort={props.onSort}
                  numeric={numeric}
                />
              );
            })}
          </tr>
        </thead>
        <tbody onKeyDown={goAlong}>
          {rows.slice(0, limit).map((row) => (
            <ZoneTableRow
              key={row.slug}
              row={row}
              columns={columns}
              density={density}
              asOf={asOf}
              momentSearch={props.momentSearch}
              selected={picked.has(row.slug)}
              onToggle={props.onToggle}
            />
          ))}
        </tbody>
      </table>
      {rows.length > limit ? (
        <p className="p-4 text-center">
          <Button onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
            Show {Math.min(ROWS_AT_ONCE, rows.length - limit)} more of {rows.length}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

function goAlong(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target instanceof HTMLElement && moveInRows(event.key, event.target)) {
    event.preventDefault();
  }
}

interface SortHeadProps extends Pick<ZoneTableProps, "sort" | "onSort"> {
  label: string;
  title?: string;
  sortKey: SortKey;
  descendingFirst: boolean;
  numeric?: boolean;
  className?: string;
}

function SortHead(props: SortHeadProps) {
  const { label, title, sortKey, descendingFirst, sort, onSort, numeric, className } = props;
  const place = sort.findIndex(({ key }) => key === sortKey);
  const term = sort[place];
  const Arrow = term?.descending ? ArrowDownIcon : ArrowUpIcon;
  return (
    <th
      scope="col"
      aria-sort={place !== 0 ? undefined : term?.descending ? "descending" : "ascending"}
      className={cx(numeric && "text-right", className)}
    >
      <button
        type="button"
        title={title}
        data-sorted={term ? "" : undefined}
        onClick={(event) => onSort(sortKey, descendingFirst, event.shiftKey)}
      >
        {label}
        {term ? <Arrow /> : null}
        {place > 0 ? <span className="text-11">{place + 1}</span> : null}
      </button>
    </th>
  );
}
