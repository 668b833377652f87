"use client";

import { type ReactElement, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover } from "@/components/ui/popover";
import { SearchField } from "@/components/ui/search-field";
import { splitWords } from "@/lib/query/search";
import { ColumnOrder } from "./column-order";
import { COLUMN_KEYS, type Column, type ColumnKey, DEFAULT_COLUMNS, getColumn } from "./columns";

/** Props of the column chooser. */
export interface ColumnChooserProps {
  trigger: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  columns: readonly ColumnKey[];
  onColumns: (columns: readonly ColumnKey[]) => void;
}

/** Which columns the table has, and in which order. */
export function ColumnChooser({
  trigger,
  open,
  onOpenChange,
  columns,
  onColumns,
}: ColumnChooserProps) {
  const [typed, setTyped] = useState("");
  const groups = groupsMatching(typed);
  return (
    <Popover
      label="Columns"
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
      align="end"
      className="w-72"
    >
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="font-semibold">Columns</h2>
        <span className="text-12 text-ink-3">
          <span className="tabular">{columns.length}</span> of{" "}
          <span className="tabular">{COLUMN_KEYS.length}</span> shown
        </span>
      </div>
      {columns.length > 0 ? (
        <section aria-label="Shown, in this order" className="border-line border-b py-2">
          <p className="pb-1 text-11 text-ink-3">Shown, in this order: drag, or arrow keys</p>
          <ColumnOrder columns={columns} onColumns={onColumns} />
        </section>
      ) : null}
      <div className="py-2">
        <SearchField
          label="Find a column"
          placeholder="Find a field"
          value={typed}
          onChange={setTyped}
        />
      </div>
      <div className="max-h-64 overflow-y-auto overscroll-contain">
        {groups.map(([group, found]) => (
          <fieldset key={group} className="pb-2">
            <legend className="pb-0.5 text-11 text-ink-3">{group}</legend>
            {found.map((column) => (
              <label
                key={column.key}
                title={column.definition}
                className="flex min-h-6.5 items-center gap-2 pointer-coarse:min-h-11"
              >
                <Checkbox
                  checked={columns.includes(column.key)}
                  onChange={() => onColumns(toggled(columns, column.key))}
                />
                {column.label}
              </label>
            ))}
          </fieldset>
        ))}
        {groups.length === 0 ? <p className="py-2 text-ink-3">No field is called that.</p> : null}
      </div>
      <Button variant="quiet" className="-ml-2" onClick={() => onColumns(DEFAULT_COLUMNS)}>
        Back to the usual columns
      </Button>
    </Popover>
  );
}

function toggled(columns: readonly ColumnKey[], key: ColumnKey): ColumnKey[] {
  return columns.includes(key) ? columns.filter((other) => other !== key) : [...columns, key];
}

function groupsMatching(typed: string): [string, Column[]][] {
  const words = splitWords(typed);
  const groups = new Map<string, Column[]>();
  for (const column of COLUMN_KEYS.map(getColumn)) {
    const text = splitWords(`${column.label} ${column.short} ${column.group}`).join(" ");
    if (!words.every((word) => text.includes(word))) continue;
    groups.set(column.group, [...(groups.get(column.group) ?? []), column]);
  }
  return [...groups];
}
