"use client";

import type { Route } from "next";
import Link from "next/link";
import { memo } from "react";
import { DisputedMark } from "@/components/evidence/evidence-line";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { shortDistrict, shortZoneName } from "@/lib/evidence/short-zone-name";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { useIsActiveZone, useSetActiveZone } from "./active-zone";
import { type ColumnKey, columnShort, getColumn } from "./columns";
import type { Density } from "./view-params";
import { ZoneCell } from "./zone-cell";

/** A row redraws only where one of these changes: pass the same functions and the same `columns`. */
interface ZoneRowProps {
  row: RankedRow;
  columns: readonly ColumnKey[];
  density: Density;
  asOf: Day;
  /** The moment as part of an address, for the link to the zone's page; empty for today. */
  momentSearch: string;
  selected: boolean;
  onToggle: (slug: string) => void;
}

/** One zone in the table; on a phone a card. Hovering or focusing it also highlights its marker. */
export const ZoneTableRow = memo(function ZoneTableRow(props: ZoneRowProps) {
  const { row, columns, density, asOf, momentSearch, selected, onToggle } = props;
  const text = useText();
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
      <td className="zone-select">
        <label>
          <span className="sr-only">
            {text.t("explorer.table.select", { name: shortZoneName(name) })}
          </span>
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
          data-label={columnShort(text, key)}
          className={cx(getColumn(key).numeric && "text-end")}
        >
          <ZoneCell row={row} column={key} asOf={asOf} dated={density === "dated"} page={page} />
        </td>
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
      {district}
      {disputed > 0 ? (
        <>
          {district === null ? null : " · "}
          <DisputedMark count={disputed} />
        </>
      ) : null}
      {isCandidate(row.values) && !columns.includes("legalStatus") ? (
        <span className="block">{text.t("explorer.table.notConfirmed")}</span>
      ) : null}
    </span>
  );
}

/** Ranking makes new row objects each time; the drawing is the same while these are. */
function isSameRow(before: ZoneRowProps, after: ZoneRowProps): boolean {
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
