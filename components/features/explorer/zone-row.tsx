"use client";

import type { Route } from "next";
import { memo } from "react";
import { DisputedMark } from "@/components/evidence/evidence-line";
import { Link } from "@/components/layout/link";
import { Checkbox } from "@/components/ui/checkbox";
import { shortDistrict, shortenZoneName, zoneName } from "@/lib/evidence/zone-name";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { useIsActiveZone, useSetActiveZone } from "./active-zone";
import type { ColumnKey } from "./columns";
import type { Density } from "./view-params";
import { isSameZone, ZoneCell } from "./zone-cell";

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
export const ZoneTableRow = memo(function ZoneTableRow(props: ZoneRowProps) {
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
