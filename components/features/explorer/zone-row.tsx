"use client";

import type { Route } from "next";
import Link from "next/link";
import { memo } from "react";
import { DisputedMark } from "@/components/evidence/evidence-line";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { shortDistrict } from "@/lib/text/short-district";
import type { Day } from "@/lib/time/day";
import { useIsActiveZone, useSetActiveZone } from "./active-zone";
import { type ColumnKey, getColumn } from "./columns";
import type { Density } from "./view-params";
import { ZoneCell } from "./zone-cell";

/** Props of a row. Keep the functions and `columns` the same while nothing has changed. */
export interface ZoneTableRowProps {
  row: RankedRow;
  columns: readonly ColumnKey[];
  density: Density;
  asOf: Day;
  /** The moment as part of an address, so that the zone's page shows it too; empty for today. */
  momentSearch: string;
  selected: boolean;
  onToggle: (slug: string) => void;
}

/** One zone in the table; on a phone a card. Pointing at it or focusing something in it points at its marker too. */
export const ZoneTableRow = memo(function ZoneTableRow(props: ZoneTableRowProps) {
  const { row, columns, density, asOf, momentSearch, selected, onToggle } = props;
  const active = useIsActiveZone(row.slug);
  const setActive = useSetActiveZone();
  const name = row.values.name ?? row.slug;
  const page = `/zones/${row.slug}${momentSearch}`;
  return (
    <tr
      data-slug={row.slug}
      data-active={active || undefined}
      data-selected={selected || undefined}
      data-candidate={isCandidate(row.values) || undefined}
      onPointerEnter={() => setActive(row.slug)}
      onPointerLeave={() => setActive(null)}
      onFocus={() => setActive(row.slug)}
      onBlur={() => setActive(null)}
    >
      <td className="zone-pick">
        <label>
          <span className="sr-only">Select {shortZoneName(name)}</span>
          <Checkbox checked={selected} onChange={() => onToggle(row.slug)} />
        </label>
      </td>
      <th scope="row" className="zone-name">
        <Link href={page as Route} prefetch={false} title={name}>
          {shortZoneName(name)}
        </Link>
        {density === "dated" ? <NameLine row={row} columns={columns} /> : null}
      </th>
      {columns.map((key) => (
        <td
          key={key}
          data-column={key}
          data-label={getColumn(key).short}
          className={cx(getColumn(key).numeric && "text-right")}
        >
          <ZoneCell
            row={row}
            column={getColumn(key)}
            asOf={asOf}
            dated={density === "dated"}
            page={page}
          />
        </td>
      ))}
    </tr>
  );
}, sameRow);

/** Under the name: where it lies, what is contested, and that a candidate is one where no column says so. */
function NameLine({ row, columns }: Pick<ZoneTableRowProps, "row" | "columns">) {
  const contested = Object.values(row.marks).filter((mark) => mark === "contested").length;
  const place = shortDistrict(row.values.district);
  const said = columns.includes("legalStatus");
  return (
    <span className="meta block">
      {place}
      {contested > 0 ? (
        <>
          {place === null ? null : " · "}
          <DisputedMark count={contested} />
        </>
      ) : null}
      {isCandidate(row.values) && !said ? (
        <span className="block">approval not evidenced</span>
      ) : null}
    </span>
  );
}

/** Ranking makes new row objects each time; what is drawn is the same while these are. */
function sameRow(before: ZoneTableRowProps, after: ZoneTableRowProps): boolean {
  return (
    before.row.values === after.row.values &&
    before.row.readiness?.low === after.row.readiness?.low &&
    before.row.readiness?.high === after.row.readiness?.high &&
    before.row.readiness?.coverage === after.row.readiness?.coverage &&
    before.columns === after.columns &&
    before.density === after.density &&
    before.asOf === after.asOf &&
    before.momentSearch === after.momentSearch &&
    before.selected === after.selected &&
    before.onToggle === after.onToggle
  );
}
