import { Anchor } from "@/components/layout/link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { usePlainText } from "@/lib/text/use-plain-text";
import "./figure-table.css";

interface FigureTableProps {
  columns: readonly FigureColumn[];
  /** A row's `href` leads from its first cell to the evidence. */
  rows: readonly FigureRow[];
  /** Name of the region in which the table scrolls. */
  label: string;
}

/** The data behind a figure. */
export function FigureTable({ columns, rows, label }: FigureTableProps) {
  const { t } = usePlainText();
  const unknown = t("common.unknown");
  return (
    <ScrollRegion label={label} className="relative mt-2 max-h-[28rem] overflow-auto">
      <table className="figure-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? "numeric" : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={columns.map(({ key }) => row[key]).join("|")}>
              {columns.map((column, i) => (
                <td key={column.key}>
                  {i === 0 && row.href !== undefined ? (
                    <Anchor href={row.href}>
                      <Cell value={row[column.key] ?? null} unknown={unknown} />
                    </Anchor>
                  ) : (
                    <Cell value={row[column.key] ?? null} unknown={unknown} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({ value, unknown }: { value: string | number | null; unknown: string }) {
  return value ?? <i>{unknown}</i>;
}
