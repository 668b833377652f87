"use client";

import { DateLine, type DateLineProps } from "@/components/evidence/date-line";
import { Anchor } from "@/components/layout/link";
import { Original } from "@/components/ui/original";
import { type PackedRecords, unpackRecords } from "@/lib/evidence/packed-records";
import { usePlainText } from "@/lib/text/use-plain-text";
import { ComparisonPart } from "./comparison-part";
import { ComparisonRow } from "./comparison-row";

/** A value in words, and what stands under it. What there is none of is left out. */
export interface ComparedCell extends Omit<DateLineProps, "className"> {
  readonly value?: string;
  /** The language of words that are those of the record. */
  readonly lang?: string;
}

/** A field in words. */
export interface ComparedRow {
  readonly label: string;
  readonly definition: string;
  readonly note: string;
  readonly strong: boolean;
  /** The HTML id of its evidence on the page of a zone. */
  readonly anchor: string;
}

/** A zone as a column: its name and its page. */
interface NamedZone {
  readonly name: string;
  readonly href: string;
}

/** A group of fields as a part of the table. */
interface ComparedPart {
  readonly id: string;
  readonly title: string;
  /** The number of its fields. */
  readonly fields: number;
}

interface ComparedFieldsProps {
  zones: readonly NamedZone[];
  parts: readonly ComparedPart[];
  /** Of `ComparedRow`: the fields of the first part, then those of the next. */
  rows: PackedRecords;
  /** Of `ComparedCell`: those of the first row, then those of the next. */
  cells: PackedRecords;
}

/** Fields with the value of each zone. A client component, so that a page sends their words once beside the markup. */
export function ComparedFields({ zones, parts, rows, cells }: ComparedFieldsProps) {
  const values = unpackRecords<ComparedCell>(cells);
  const fields = unpackRecords<ComparedRow>(rows).map((row) => ({
    ...row,
    values: values.splice(0, zones.length),
  }));
  return parts.map((part) => (
    <ComparisonPart key={part.id} id={part.id} title={part.title} columns={zones.length + 1}>
      {fields
        .splice(0, part.fields)
        .map(({ label, definition, note, strong, anchor, values: ofZones }) => (
          <ComparisonRow
            key={anchor}
            label={<span title={definition}>{label}</span>}
            note={note}
            strong={strong}
            zones={zones}
            cell={({ name, href }, at) => (
              <ComparedValue {...ofZones[at]} href={`${href}#${anchor}`} of={`${label}, ${name}`} />
            )}
          />
        ))}
    </ComparisonPart>
  ));
}

/** A value with its evidence. */
export interface ComparedValueProps extends ComparedCell {
  /** The address of its evidence. */
  href: string;
  /** The field and the zone, which a screen reader says after the value. */
  of: string;
}

/** A value, which links to its evidence; under it the date, age and mark. */
export function ComparedValue({ value, lang, href, of, ...line }: ComparedValueProps) {
  const { t } = usePlainText();
  return (
    <>
      <Anchor
        href={href}
        className={value === undefined ? "evidence-link unknown" : "evidence-link"}
      >
        {value === undefined ? (
          t("evidence.unknown")
        ) : lang ? (
          <Original lang={lang}>{value}</Original>
        ) : (
          value
        )}
        <span className="sr-only">{`, ${of}`}</span>
      </Anchor>
      <DateLine {...line} />
    </>
  );
}
