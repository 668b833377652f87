import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { ComparedZone } from "./compared-zone";

/** Props of a part of the comparison. */
export interface ComparisonPartProps {
  id: string;
  title: string;
  /** Beside the title, quieter. */
  note?: ReactNode;
  /** How many columns the table has, its labels included. */
  columns: number;
  children: ReactNode;
}

/** A part of the table under its own title. */
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

/** Props of a line of the comparison. */
export interface ComparisonLineProps {
  label: ReactNode;
  /** Under the label: how the zones stand to each other on it. */
  note?: ReactNode;
  /** Closer to its neighbours, without a rule. */
  plain?: boolean;
  strong?: boolean;
  zones: readonly ComparedZone[];
  cell: (zone: ComparedZone) => ReactNode;
}

/** One line: what it is of, then one cell for each zone. */
export function ComparisonLine(props: ComparisonLineProps) {
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
