"use client";

import { type ReactNode, useState } from "react";
import { Original } from "@/components/ui/original";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { readProblem } from "@/lib/client/problem";
import type { Cell } from "@/lib/formats/columns";

/** Rows that are shown. */
const PREVIEWED = 10;

type Row = Readonly<Record<string, Cell>>;

/** @throws Error with a sentence that says why the rows could not be loaded */
async function fetchRows(address: string): Promise<readonly Row[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(await readProblem(response));
  const { data }: { data: readonly Row[] } = await response.json();
  return data;
}

interface TableRowsProps {
  /** Path of the table without its ending. */
  path: string;
  /** Accessible name of the rows. */
  label: string;
  summary: ReactNode;
  children: ReactNode;
}

/** A table that is folded, with its first rows, which are loaded when it is opened: all of them would be most of the page. */
export function TableRows({ path, label, summary, children }: TableRowsProps) {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const load = () =>
    fetchRows(`${path}.json?limit=${PREVIEWED}`).then(
      (loaded) => {
        setRows(loaded);
        setProblem(null);
      },
      (error: Error) => setProblem(error.message),
    );
  const keys = Object.keys(rows[0] ?? {});
  return (
    <details
      className="border-line border-t py-2 text-13"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && rows.length === 0) void load();
      }}
    >
      {summary}
      {children}
      {problem && <p role="alert">{problem}</p>}
      {rows.length > 0 && (
        <ScrollRegion label={label} className="relative mt-3 overflow-x-auto">
          <table className="text-12" aria-label={label}>
            <thead>
              <tr>
                {keys.map((key) => (
                  <th key={key} scope="col" className="pe-3 text-start font-medium">
                    {key}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={Object.values(row).join("|")} className="border-line border-t align-top">
                  {keys.map((key) => (
                    <td key={key} className="max-w-64 truncate pe-3">
                      <Original>{String(row[key] ?? "")}</Original>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </details>
  );
}
