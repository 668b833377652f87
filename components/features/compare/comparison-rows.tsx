import type { ReactNode } from "react";
import { ValueDate } from "@/components/evidence/field-value";
import { cx } from "@/components/ui/cx";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { type ComparedZone, getEvidenceHref } from "./compared-zone";

interface ComparisonPartProps {
  id: string;
  title: string;
  /** Beside the title. */
  note?: string;
  /** The number of columns of the table, with that of the labels. */
  columns: number;
  children: ReactNode;
}

/** A part of the table with its own title. */
export function ComparisonPart({ id, title, note, columns, children }: ComparisonPartProps) {
  return (
    <tbody id={id} className="scroll-mt-16">
      <tr>
        <th scope="rowgroup" colSpan={columns}>
          <div>
            <h2 className="title">{title}</h2>
            {note === undefined ? null : (
              <span className="font-normal text-12 text-ink-2">{note}</span>
            )}
          </div>
        </th>
      </tr>
      {children}
    </tbody>
  );
}

interface ComparisonRowProps {
  label: ReactNode;
  /** Under the label. */
  note?: string;
  /** Closer to the rows around it, without a line. */
  plain?: boolean;
  strong?: boolean;
  zones: readonly ComparedZone[];
  cell: (zone: ComparedZone) => ReactNode;
}

/** A row: its label, then one cell for each zone. */
export function ComparisonRow(props: ComparisonRowProps) {
  const { label, note, plain = false, strong = false, zones, cell } = props;
  return (
    <tr data-plain={plain || undefined}>
      <th scope="row">
        <span className={cx("block", strong ? "font-semibold" : "text-ink-2")}>{label}</span>
        {note === undefined ? null : <span className="meta block">{note}</span>}
      </th>
      {zones.map((zone) => (
        <td key={zone.record.slug}>{cell(zone)}</td>
      ))}
    </tr>
  );
}

interface ComparedValueProps {
  zone: ComparedZone;
  field: ZoneFieldKey;
  asOf: Day;
}

/** The displayed value of a field, which links to its evidence; under it the date, age and mark. */
export function ComparedValue({ zone, field, asOf }: ComparedValueProps) {
  const text = useText();
  const resolution = zone.record.fields[field];
  const { value } = resolution;
  return (
    <>
      <a
        href={getEvidenceHref(zone, field)}
        className={value === null ? "evidence-link unknown" : "evidence-link font-medium"}
      >
        {value === null ? text.t("evidence.unknown") : text.value(field, value)}
        <span className="sr-only">{`, ${text.fieldLabel(field)}, ${zone.name}`}</span>
      </a>
      <ValueDate resolution={resolution} asOf={asOf} className="block" />
    </>
  );
}
