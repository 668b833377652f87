import type { ReactNode } from "react";
import { ReadinessBand, ReadinessCell } from "@/components/charts/readiness-band";
import { EvidenceLine } from "@/components/evidence/evidence-line";
import { StatusMark } from "@/components/evidence/status-mark";
import { UnknownValue } from "@/components/evidence/unknown-value";
import { fieldSpec, type ZoneFieldKey, type ZoneValues } from "@/lib/catalogue/fields";
import { isStale } from "@/lib/evidence/age";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { formatNumber, formatRange } from "@/lib/text/format-number";
import { formatValue } from "@/lib/text/format-value";
import { type Day, daysBetween, firstDay } from "@/lib/time/day";
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
  /** Address of the zone's page at the moment looked at. */
  page: string;
}

/** What stands in one cell of the table: the value, and under it its date and age; pressed, it says who says so. */
export function ZoneCell({ row, column, asOf, dated, page }: ZoneCellProps) {
  const { key } = column;
  if (!isComposed(key)) {
    return <FieldCell row={row} field={key} asOf={asOf} dated={dated} page={page} />;
  }
  switch (key) {
    case "readiness":
      return (
        <a className="zone-value" tabIndex={-1} href={`${page}#readiness`}>
          {dated ? (
            <ReadinessCell value={row.readiness} candidate={isCandidate(row.values)} />
          ) : (
            <ReadinessLine row={row} />
          )}
        </a>
      );
    case "power":
    case "gasSupply":
      return <GapCell values={row.values} gap={GAPS[key]} page={page} drawn={dated} />;
  }
}

interface ValueLinkProps {
  field: ZoneFieldKey;
  page: string;
  label?: string;
  children: ReactNode;
}

/** A value as the way to its evidence. The arrows reach it from the zone's name, so that the tab key stays quick. */
function ValueLink({ field, page, label, children }: ValueLinkProps) {
  return (
    <a
      className="zone-value"
      tabIndex={-1}
      href={`${page}#${getLedgerAnchor(field)}`}
      aria-haspopup="dialog"
      aria-label={label}
    >
      {children}
    </a>
  );
}

/** The band with its range beside it, for rows of one line. */
function ReadinessLine({ row: { readiness, values } }: { row: RankedRow }) {
  if (readiness === null) return <UnknownValue>not applicable</UnknownValue>;
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_2.75rem] items-center gap-2">
      <ReadinessBand value={readiness} candidate={isCandidate(values)} />
      <span aria-hidden="true" className="meta text-ink">
        {formatRange(readiness.low, readiness.high)}
      </span>
    </span>
  );
}

interface FieldCellProps extends Omit<ZoneCellProps, "column"> {
  field: ZoneFieldKey;
}

function FieldCell({ row, field, asOf, dated, page }: FieldCellProps) {
  const spec = fieldSpec(field);
  const value = row.values[field];
  const words = value === null ? <UnknownValue /> : formatValue(spec, value);
  const marked = field === "status";
  return (
    <ValueLink field={field} page={page}>
      {marked ? (
        <span className="flex items-center gap-1.5">
          <StatusMark status={row.values.status} candidate={isCandidate(row.values)} />
          <span>{words}</span>
        </span>
      ) : (
        <span>{words}</span>
      )}
      {dated ? (
        <Evidence row={row} field={field} asOf={asOf} className={marked ? "pl-5" : undefined} />
      ) : null}
    </ValueLink>
  );
}

function Evidence({
  row,
  field,
  asOf,
  className,
}: Omit<FieldCellProps, "dated" | "page"> & { className?: string }) {
  const date = row.dates[field] ?? null;
  const since = date === null ? null : firstDay(date);
  const candidate = field === "legalStatus" && isCandidate(row.values);
  return (
    <span>
      <EvidenceLine
        className={className}
        date={date === null ? null : date.slice(0, MONTH)}
        ageDays={since === null ? null : daysBetween(since, asOf)}
        fresh={since !== null && fieldSpec(field).freshFor !== null && !isStale(field, since, asOf)}
        mark={row.marks[field] === "contested" ? "contested" : null}
      />
      {candidate ? <span className="meta block">approval not evidenced</span> : null}
    </span>
  );
}

/** What is delivered of what is needed. */
interface Gap {
  readonly delivered: "powerEnergisedMw" | "gasSuppliedMmcfd";
  readonly needed: "powerNeededMw" | "gasNeededMmcfd";
  readonly unit: string;
}

const GAPS = {
  power: { delivered: "powerEnergisedMw", needed: "powerNeededMw", unit: "MW" },
  gasSupply: { delivered: "gasSuppliedMmcfd", needed: "gasNeededMmcfd", unit: "MMCFD" },
} as const satisfies Readonly<Record<string, Gap>>;

interface GapCellProps {
  values: ZoneValues;
  gap: Gap;
  page: string;
  /** With the length under the figures. */
  drawn: boolean;
}

/** Delivered of needed, as figures and as a length; "?" is read as unknown. */
function GapCell({ values, gap, page, drawn }: GapCellProps) {
  const delivered = values[gap.delivered];
  const needed = values[gap.needed];
  if (delivered === null && needed === null) {
    return (
      <ValueLink field={gap.needed} page={page}>
        <UnknownValue />
      </ValueLink>
    );
  }
  const say = (figure: number | null) => (figure === null ? "unknown" : formatNumber(figure));
  const show = (figure: number | null) => (figure === null ? "?" : formatNumber(figure));
  return (
    <>
      <span className="block whitespace-nowrap">
        <ValueLink
          field={gap.delivered}
          page={page}
          label={`${say(delivered)} of ${say(needed)} ${gap.unit}`}
        >
          <span className={delivered === null ? "unknown" : undefined}>{show(delivered)}</span>
        </ValueLink>
        <ValueLink field={gap.needed} page={page} label={`${say(needed)} ${gap.unit} needed`}>
          <span className="text-ink-3"> / {show(needed)}</span>
        </ValueLink>
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
