import { memo, type ReactNode } from "react";
import { IntervalBar } from "@/components/charts/interval-bar";
import { EvidenceLine, UnknownValue } from "@/components/evidence/evidence-line";
import { StandingMark } from "@/components/evidence/standing-mark";
import { Anchor } from "@/components/layout/link";
import { Original } from "@/components/ui/original";
import { fieldSpec, getFieldLanguage, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { getsOld } from "@/lib/evidence/age";
import { getRowSupport } from "@/lib/evidence/row";
import { computeGap, GAS, getRowShare, POWER, type Utility } from "@/lib/gaps/gaps";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { isStaleIn } from "@/lib/readiness/readiness";
import { lowerFirst } from "@/lib/text/first-letter";
import { describeGap } from "@/lib/text/gap-words";
import { describeReadiness } from "@/lib/text/readiness-score";
import { useText } from "@/lib/text/use-text";
import { type Day, daysBetween, firstDay, toMonth } from "@/lib/time/day";
import { type ColumnKey, columnShort, getColumn, isComposed } from "./columns";

interface ZoneCellProps {
  row: RankedRow;
  column: ColumnKey;
  /** The day looked at. */
  asOf: Day;
  /** Shows the date and the age under the value. */
  dated: boolean;
  /** Address of the zone's page at the moment looked at. */
  page: string;
}

/** Columns that a card shows without their label. */
const UNLABELLED: ReadonlySet<ColumnKey> = new Set(["readiness", "standing"]);

/**
 * One cell of the table: the value, with its date and age under it. A press opens its source and history. It is drawn
 * again only when its own value may have changed, and not when another column is added.
 */
export const ZoneCell = memo(function ZoneCell(props: ZoneCellProps) {
  const { column } = props;
  const text = useText();
  return (
    <td
      data-column={column}
      data-label={UNLABELLED.has(column) ? undefined : columnShort(text, column)}
      className={getColumn(column).numeric ? "text-end" : undefined}
    >
      <CellContent {...props} />
    </td>
  );
}, isSameCell);

function isSameCell(before: ZoneCellProps, after: ZoneCellProps): boolean {
  return (
    isSameZone(before.row, after.row) &&
    before.column === after.column &&
    before.asOf === after.asOf &&
    before.dated === after.dated &&
    before.page === after.page
  );
}

/** Do two rows draw the same? Compares every value that a column shows. Rows of another day are other objects, also where their zone did not change. */
export function isSameZone(before: RankedRow, after: RankedRow): boolean {
  return (
    before === after ||
    (before.values === after.values &&
      before.progress.standing === after.progress.standing &&
      before.progress.since === after.progress.since &&
      before.progress.lastReported === after.progress.lastReported &&
      before.readiness?.low === after.readiness?.low &&
      before.readiness?.high === after.readiness?.high &&
      before.readiness?.coverage === after.readiness?.coverage)
  );
}

function CellContent({ row, column, asOf, dated, page }: ZoneCellProps) {
  if (!isComposed(column)) {
    return <FieldContent row={row} field={column} asOf={asOf} dated={dated} page={page} />;
  }
  switch (column) {
    case "standing":
      return <StandingContent row={row} asOf={asOf} dated={dated} page={page} />;
    case "readiness":
      return (
        <Anchor tabIndex={-1} href={`${page}#readiness`}>
          <Readiness row={row} dated={dated} />
        </Anchor>
      );
    case "power":
      return <GapContent row={row} utility={POWER} page={page} drawn={dated} />;
    case "gasSupply":
      return <GapContent row={row} utility={GAS} page={page} drawn={dated} />;
  }
}

interface ValueLinkProps {
  field: ZoneFieldKey;
  page: string;
  label?: string;
  children: ReactNode;
}

/** A value that opens its evidence. Arrow keys reach it from the zone's name, so that Tab has few stops. */
function ValueLink({ field, page, label, children }: ValueLinkProps) {
  return (
    <Anchor
      tabIndex={-1}
      href={`${page}#${getLedgerAnchor(field)}`}
      aria-haspopup="dialog"
      aria-label={label}
    >
      {children}
    </Anchor>
  );
}

/** The range of the readiness as a bar with its figures: under it, or beside it in rows of one line. */
function Readiness({ row: { readiness, values }, dated }: Pick<ZoneCellProps, "row" | "dated">) {
  const text = useText();
  if (readiness === null) {
    return <span className="unknown">{text.t("common.notApplicableBare")}</span>;
  }
  const { low, high, coverage } = readiness;
  const range = text.range(low, high);
  const share = text.percent(coverage);
  const bar = <IntervalBar low={low} high={high} candidate={isCandidate(values)} />;
  const aloud = <span className="sr-only">{describeReadiness(text, readiness)}</span>;
  if (!dated) {
    return (
      <span className="grid grid-cols-[minmax(0,1fr)_2.75rem] items-center gap-2">
        {bar}
        {aloud}
        <span aria-hidden="true" className="meta text-ink">
          {range}
        </span>
      </span>
    );
  }
  return (
    <span>
      {bar}
      <span className="band-figures meta">
        {aloud}
        <span aria-hidden="true">{range}</span>
        <span aria-hidden="true">{text.t("common.readiness.known", { share })}</span>
      </span>
    </span>
  );
}

interface FieldContentProps extends Omit<ZoneCellProps, "column"> {
  field: ZoneFieldKey;
}

function FieldContent({ row, field, asOf, dated, page }: FieldContentProps) {
  const text = useText();
  const value = row.values[field];
  const lang = getFieldLanguage(field);
  const known = text.bareValue(field, value);
  const written = lang ? <Original lang={lang}>{known}</Original> : known;
  const words = value === null ? <UnknownValue /> : written;
  return (
    <ValueLink field={field} page={page}>
      <span>{words}</span>
      {dated ? <Evidence row={row} field={field} asOf={asOf} /> : null}
    </ValueLink>
  );
}

/** The standing with its mark and the step of progress behind it, and under them since when and when last reported. */
function StandingContent({ row, asOf, dated, page }: Omit<ZoneCellProps, "column">) {
  const text = useText();
  const { values, progress } = row;
  const standing = text.t(`query.standing.${progress.standing}`);
  return (
    <ValueLink field="status" page={page}>
      <span>
        <StandingMark standing={progress.standing} candidate={isCandidate(values)} />
        {values.status === null ? (
          <UnknownValue>{standing}</UnknownValue>
        ) : (
          <span>
            {standing}{" "}
            <span className="text-12 text-ink-3">
              {lowerFirst(text, text.termLabel("status", values.status))}
            </span>
          </span>
        )}
      </span>
      {dated ? <Evidence row={row} field="status" asOf={asOf} /> : null}
    </ValueLink>
  );
}

function Evidence({ row, field, asOf }: Omit<FieldContentProps, "dated" | "page">) {
  const text = useText();
  const date = row.dates[field] ?? null;
  const since = date === null ? null : firstDay(date);
  const isFresh =
    since !== null && fieldSpec(field).freshFor !== null && !isStaleIn(row, field, asOf);
  return (
    <span>
      <EvidenceLine
        since={field === "status" ? (row.progress.since ?? undefined) : undefined}
        date={date === null || field === "status" ? date : toMonth(date)}
        ageDays={since === null ? null : daysBetween(since, asOf)}
        timeless={!getsOld(field)}
        fresh={isFresh}
        mark={row.marks[field] === "contested" ? "contested" : null}
        support={getRowSupport(row, field)}
        unused={row.unused.includes(field)}
      />
      {field === "legalStatus" && isCandidate(row.values) ? (
        <span className="meta block">{text.t("common.approval.notConfirmed")}</span>
      ) : null}
    </span>
  );
}

interface GapContentProps {
  row: RankedRow;
  utility: Utility;
  page: string;
  /** With a bar under the figures. */
  drawn: boolean;
}

/** Delivered and needed, under them their years, and as a bar where they are comparable; "?" is read aloud as unknown. */
function GapContent({ row, utility, page, drawn }: GapContentProps) {
  const text = useText();
  const { delivered, needed } = computeGap(utility, row.values);
  if (delivered === null && needed === null) {
    return (
      <ValueLink field={utility.needed} page={page}>
        <UnknownValue />
      </ValueLink>
    );
  }
  const unit = text.unitWords(utility.unit).name;
  const show = (amount: number | null) => (amount === null ? "?" : text.number(amount));
  const years = [
    delivered === null ? undefined : row.dates[utility.delivered],
    needed === null ? undefined : row.dates[utility.needed],
  ].flatMap((date) => date?.slice(0, 4) ?? []);
  return (
    <>
      <span className="block whitespace-nowrap">
        <ValueLink field={utility.delivered} page={page} label={describeGap(text, utility, row)}>
          <span className={delivered === null ? "unknown" : undefined}>{show(delivered)}</span>
        </ValueLink>
        <ValueLink
          field={utility.needed}
          page={page}
          label={text.t("explorer.table.needed", {
            needed: needed === null ? text.t("common.unknown") : text.number(needed),
            unit,
          })}
        >
          <span className="text-ink-3"> / {show(needed)}</span>
        </ValueLink>
      </span>
      {drawn ? <span className="meta">{[...new Set(years)].join(" / ")}</span> : null}
      {!drawn || getRowShare(utility, row) === null ? null : (
        <IntervalBar
          low={delivered}
          high={delivered}
          full={needed ?? 0}
          size="cell"
          className="gap-bar mt-1"
        />
      )}
    </>
  );
}
