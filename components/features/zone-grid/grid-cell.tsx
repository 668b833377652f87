import type { Route } from "next";
import Link from "next/link";
import { memo } from "react";
import { IntervalBar } from "@/components/charts/interval-bar";
import { type DraftItem, readItem } from "@/components/entry/draft";
import { DisputedMark, EvidenceLine, UnknownValue } from "@/components/evidence/evidence-line";
import { StandingMark } from "@/components/evidence/standing-mark";
import { Original } from "@/components/ui/original";
import {
  fieldSpec,
  getFieldLanguage,
  isZoneField,
  type ZoneFieldKey,
} from "@/lib/catalogue/fields";
import { isUnderstood } from "@/lib/entry/reading";
import { getsOld } from "@/lib/evidence/age";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { isStaleIn } from "@/lib/readiness/readiness";
import { describeReadiness } from "@/lib/text/readiness-score";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { type GridColumn, holds } from "./grid-view";

interface GridCellProps {
  row: RankedRow;
  column: GridColumn;
  /** The day in Pakistan. */
  today: Day;
  /** What is typed and not recorded yet; absent: nothing. */
  change?: DraftItem | undefined;
}

/** The head of a column; of the first one, which is no value, the word for a zone. */
export function columnName(text: Text, id: string): string {
  if (id === "readiness") return text.t("admin.grid.readiness");
  return isZoneField(id) && id !== "name" ? text.fieldShort(id) : text.t("admin.grid.zone");
}

const CELL =
  "block h-full min-h-11 px-1.25 py-1 outline-offset-[-2px] hover:bg-paper-2 max-md:text-end";

/** A value with the day of its last report, as a link to where it is changed. A score is only shown. */
export const GridCell = memo(function GridCell({ row, column, today, change }: GridCellProps) {
  const isScore = column === "readiness";
  return (
    <Link
      href={
        (isScore
          ? `/zones/${row.slug}#readiness`
          : `/admin/zones/${row.slug}/edit?open=${column}`) as Route
      }
      prefetch={false}
      data-cell={`${row.slug}.${column}`}
      tabIndex={-1}
      className={CELL}
    >
      {isScore ? (
        <Score row={row} />
      ) : change === undefined || (change.text === "" && !change.notKnown) ? (
        <Value row={row} field={column} today={today} />
      ) : (
        <Typed change={change} />
      )}
    </Link>
  );
});

function Score({ row: { readiness, values } }: Pick<GridCellProps, "row">) {
  const text = useText();
  if (readiness === null) {
    return <span className="unknown">{text.t("common.notApplicableBare")}</span>;
  }
  const { low, high } = readiness;
  return (
    <>
      <span className="sr-only">{describeReadiness(text, readiness)}</span>
      <span aria-hidden="true" className="tabular block">
        {text.range(low, high)}
      </span>
      <IntervalBar low={low} high={high} candidate={isCandidate(values)} />
    </>
  );
}

/** A value that is typed and not recorded yet. */
function Typed({ change: { field, text: typed, notKnown } }: { change: DraftItem }) {
  const text = useText();
  const reading = readItem({ field, text: typed });
  return (
    <>
      <span className="line-clamp-2 break-words">
        {notKnown ? (
          <UnknownValue />
        ) : isUnderstood(reading) ? (
          text.bareValue(field, reading.value)
        ) : (
          typed
        )}
      </span>
      <span className="block font-semibold text-12 text-accent">{text.t("admin.grid.notYet")}</span>
    </>
  );
}

interface ValueProps extends Pick<GridCellProps, "row" | "today"> {
  field: ZoneFieldKey;
}

function Value({ row, field, today }: ValueProps) {
  const text = useText();
  const value = row.values[field];
  const lang = getFieldLanguage(field);
  const words = text.bareValue(field, value);
  const date = row.dates[field] ?? null;
  return (
    <>
      <span className="flex items-start gap-1.5 max-md:justify-end">
        {field === "status" ? (
          <StandingMark
            standing={row.progress.standing}
            candidate={isCandidate(row.values)}
            className="mt-0.5 flex-none"
          />
        ) : null}
        <span className="line-clamp-2 min-w-0 break-words">
          {value === null ? (
            <UnknownValue />
          ) : lang ? (
            <Original lang={lang}>{words}</Original>
          ) : (
            words
          )}
          {holds("disputed", row, field, today) ? (
            <>
              {" "}
              <DisputedMark />
            </>
          ) : null}
        </span>
      </span>
      {(date === null && !row.unused.includes(field)) || !getsOld(field) ? null : (
        <EvidenceLine
          date={date}
          {...(date === null ? {} : { className: "whitespace-nowrap" })}
          fresh={
            date !== null && fieldSpec(field).freshFor !== null && !isStaleIn(row, field, today)
          }
          unused={row.unused.includes(field)}
        />
      )}
    </>
  );
}
