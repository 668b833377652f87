"use client";

import { ReadinessCell } from "@/components/charts/readiness-band";
import { DateLine, type DateLineProps } from "@/components/evidence/date-line";
import { Anchor } from "@/components/layout/link";
import { Original } from "@/components/ui/original";
import { usePlainText } from "@/lib/text/use-plain-text";

/** A value in words, and what stands under it. What there is none of is left out. */
export interface ComparedCell extends Omit<DateLineProps, "className"> {
  readonly value?: string;
  /** The language of words that are those of the record. */
  readonly lang?: string;
  /** Drawn in place of words: a score, 0–100, and the known share of its weight. */
  readonly score?: { readonly low: number; readonly high: number; readonly coverage: number };
}

/** A row: a field in words, or something worked out. */
export interface ComparedRow {
  readonly label: string;
  readonly definition?: string;
  readonly note: string;
  readonly strong: boolean;
  /** The HTML id on the page of a zone of what the row shows. */
  readonly anchor: string;
  /** The title over this row and those below; absent: that of the row before. */
  readonly group?: string;
  /** The values have no date of their own. */
  readonly undated?: boolean;
  /** One of each zone. */
  readonly cells: readonly ComparedCell[];
}

interface ComparedRowsProps {
  zones: readonly { readonly name: string; readonly href: string; readonly candidate: boolean }[];
  rows: readonly ComparedRow[];
}

/** Rows with the value of each zone. A client component, so that a page sends their words once beside the markup. */
export function ComparedRows({ zones, rows }: ComparedRowsProps) {
  return (
    <tbody>
      {rows.flatMap((row) => [
        row.group === undefined ? null : (
          <tr key={row.group}>
            <th scope="rowgroup" colSpan={zones.length + 1}>
              <span>{row.group}</span>
            </th>
          </tr>
        ),
        <tr key={row.anchor}>
          <th scope="row">
            <span className={row.strong ? "font-semibold" : "text-ink-2"} title={row.definition}>
              {row.label}
            </span>
            <span className="meta">{row.note}</span>
          </th>
          {row.cells.map((cell, at) => {
            const zone = zones[at];
            return zone === undefined ? null : (
              <td key={zone.href} data-zone={zone.name}>
                <ComparedValue {...{ row, zone, cell }} />
              </td>
            );
          })}
        </tr>,
      ])}
    </tbody>
  );
}

interface ComparedValueProps {
  row: ComparedRow;
  zone: ComparedRowsProps["zones"][number];
  cell: ComparedCell;
}

/** A value, which links to its evidence; under it the date, age and mark. */
function ComparedValue({ row, zone, cell: { value, lang, score, ...line } }: ComparedValueProps) {
  const { t } = usePlainText();
  if (score !== undefined) return <ReadinessCell value={score} candidate={zone.candidate} />;
  return (
    <>
      <Anchor
        href={`${zone.href}#${row.anchor}`}
        className={value === undefined ? "evidence-link unknown" : "evidence-link"}
      >
        {value === undefined ? (
          t("evidence.unknown")
        ) : lang ? (
          <Original lang={lang}>{value}</Original>
        ) : (
          value
        )}
        <span className="sr-only">{`, ${row.label}, ${zone.name}`}</span>
      </Anchor>
      {row.undated ? null : <DateLine {...line} />}
    </>
  );
}
