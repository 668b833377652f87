import type { ReactNode } from "react";

interface ComparisonRowProps<Zone> {
  label: ReactNode;
  /** Under the label. */
  note?: string;
  /** Closer to the rows around it, without a line. */
  plain?: boolean;
  strong?: boolean;
  zones: readonly Zone[];
  cell: (zone: Zone, at: number) => ReactNode;
}

/** A row: its label, then one cell for each zone. */
export function ComparisonRow<Zone extends { readonly href: string }>({
  label,
  note,
  plain = false,
  strong = false,
  zones,
  cell,
}: ComparisonRowProps<Zone>) {
  return (
    <tr data-plain={plain || undefined}>
      <th scope="row">
        <span className={strong ? "font-semibold" : "text-ink-2"}>{label}</span>
        {note === undefined ? null : <span className="meta">{note}</span>}
      </th>
      {zones.map((zone, at) => (
        <td key={zone.href}>{cell(zone, at)}</td>
      ))}
    </tr>
  );
}
