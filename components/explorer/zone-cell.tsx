import { EvidenceLine } from "@/components/fields/evidence-line";
import { formatNumber, formatRange } from "@/components/fields/format-number";
import { formatValue } from "@/components/fields/format-value";
import { ReadinessBand, ReadinessCell } from "@/components/fields/readiness-band";
import { StatusMark } from "@/components/fields/status-mark";
import { UnknownValue } from "@/components/fields/unknown-value";
import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { isStale } from "@/lib/registry/age";
import { type Day, daysBetween, firstDay } from "@/lib/registry/day";
import { isCandidate } from "@/lib/registry/scope";
import type { RankedRow } from "@/lib/registry/select";
import { type Column, isComposed } from "./columns";

/** Length of a date cut to its month: the day stands on the zone's page. */
const MONTH = "2020-10".length;

/** Props of a cell. */
export interface ZoneCellProps {
  row: RankedRow;
  column: Column;
  /** The day looked at. */
  asOf: Day;
  /** With the date and the age under the value. */
  dated: boolean;
}

/** What stands in one cell of the table: the value, and under it its date and age. */
export function ZoneCell({ row, column, asOf, dated }: ZoneCellProps) {
  const { key } = column;
  if (!isComposed(key)) return <FieldCell row={row} field={key} asOf={asOf} dated={dated} />;
  switch (key) {
    case "readiness":
      return dated ? (
        <ReadinessCell value={row.readiness} candidate={isCandidate(row.values)} />
      ) : (
        <ReadinessLine row={row} />
      );
    case "power":
      return (
        <GapCell
          delivered={row.values.powerEnergisedMw}
          needed={row.values.powerNeededMw}
          unit="MW"
          drawn={dated}
        />
      );
    case "gasSupply":
      return (
        <GapCell
          delivered={row.values.gasSuppliedMmcfd}
          needed={row.values.gasNeededMmcfd}
          unit="MMCFD"
          drawn={dated}
        />
      );
  }
}

/** The band with its range beside it, for rows of one line. */
function ReadinessLine({ row: { readiness, values } }: { row: RankedRow }) {
  if (readiness === null) return <UnknownValue>not applicable</UnknownValue>;
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_2.75rem] items-center gap-2">
      <ReadinessBand value={readiness} candidate={isCandidate(values)} />
      <span aria-hidden="true" className="ev text-ink">
        {formatRange(readiness.low, readiness.high)}
      </span>
    </span>
  );
}

interface FieldCellProps extends Omit<ZoneCellProps, "column"> {
  field: ZoneFieldKey;
}

function FieldCell({ row, field, asOf, dated }: FieldCellProps) {
  const spec = fieldSpec(field);
  const value = row.values[field];
  const words = value === null ? <UnknownValue /> : formatValue(spec, value);
  const marked = field === "status";
  return (
    <>
      {marked ? (
        <span className="flex items-center gap-1.5">
          <StatusMark status={row.values.status} candidate={isCandidate(row.values)} />
          <span>{words}</span>
        </span>
      ) : (
        <span className="block">{words}</span>
      )}
      {dated ? (
        <Evidence row={row} field={field} asOf={asOf} className={marked ? "pl-5" : undefined} />
      ) : null}
    </>
  );
}

function Evidence({
  row,
  field,
  asOf,
  className,
}: Omit<FieldCellProps, "dated"> & { className?: string }) {
  const date = row.dates[field] ?? null;
  const since = date === null ? null : firstDay(date);
  const candidate = field === "legalStatus" && isCandidate(row.values);
  return (
    <span className="block">
      <EvidenceLine
        className={className}
        date={date === null ? null : date.slice(0, MONTH)}
        ageDays={since === null ? null : daysBetween(since, asOf)}
        fresh={since !== null && fieldSpec(field).freshFor !== null && !isStale(field, since, asOf)}
        mark={row.marks[field] === "contested" ? "contested" : null}
      />
      {candidate ? <span className="ev block">approval not evidenced</span> : null}
    </span>
  );
}

/** Delivered of needed, as figures and as a length; "?" is read as unknown. */
function GapCell({
  delivered,
  needed,
  unit,
  drawn,
}: {
  delivered: number | null;
  needed: number | null;
  unit: string;
  /** With the length under the figures. */
  drawn: boolean;
}) {
  if (delivered === null && needed === null) return <UnknownValue />;
  const say = (figure: number | null) => (figure === null ? "unknown" : formatNumber(figure));
  const show = (figure: number | null) => (figure === null ? "?" : formatNumber(figure));
  return (
    <>
      <span className="sr-only">
        {say(delivered)} of {say(needed)} {unit}
      </span>
      <span aria-hidden="true" className="block whitespace-nowrap">
        {delivered === null ? <span className="unknown">?</span> : show(delivered)}
        <span className="text-ink-3"> / {show(needed)}</span>
      </span>
      {!drawn || needed === null || needed <= 0 ? null : (
        <span className="mt-1 block">
          <ReadinessBand label="" height={4} value={gapBand(delivered, needed)} />
        </span>
      )}
    </>
  );
}

/** The share delivered; where that is not known, the whole length is hollow. */
function gapBand(delivered: number | null, needed: number): { low: number; high: number } {
  if (delivered === null) return { low: 0, high: 100 };
  const share = Math.min(100, (100 * delivered) / needed);
  return { low: share, high: share };
}
