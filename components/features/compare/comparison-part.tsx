import type { ReactNode } from "react";

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
