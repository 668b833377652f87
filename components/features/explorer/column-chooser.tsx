"use client";

import { type ReactElement, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover } from "@/components/ui/popover";
import { SearchField } from "@/components/ui/search-field";
import { splitWords } from "@/lib/query/search";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { ColumnOrder } from "./column-order";
import { COLUMN_KEYS, type ColumnKey, DEFAULT_COLUMNS, describeColumn } from "./columns";

/** Chooses the columns of the table and their order. */
export function ColumnChooser({
  trigger,
  open,
  onOpenChange,
  columns,
  onColumns,
}: {
  trigger: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  columns: readonly ColumnKey[];
  onColumns: (columns: readonly ColumnKey[]) => void;
}) {
  const text = useText();
  const [typed, setTyped] = useState("");
  const groups = findColumns(text, typed);
  const title = text.t("explorer.toolbar.columns");
  return (
    <Popover
      label={title}
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
      align="end"
      className="w-72"
    >
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="font-semibold">{title}</h2>
        <span className="tabular text-12 text-ink-3">
          {text.t("explorer.columns.shown", {
            shown: text.number(columns.length),
            all: text.number(COLUMN_KEYS.length),
          })}
        </span>
      </div>
      {columns.length > 0 ? (
        <section
          aria-label={text.t("explorer.columns.order")}
          className="border-line border-b py-2"
        >
          <p className="pb-1 text-11 text-ink-3">{text.t("explorer.columns.orderHelp")}</p>
          <ColumnOrder columns={columns} onColumns={onColumns} />
        </section>
      ) : null}
      <div className="py-2">
        <SearchField
          label={text.t("explorer.columns.find")}
          placeholder={text.t("explorer.columns.findHint")}
          value={typed}
          onChange={setTyped}
        />
      </div>
      <div className="max-h-64 overflow-y-auto overscroll-contain">
        {groups.map(([group, found]) => (
          <fieldset key={group} className="pb-2">
            <legend className="pb-0.5 text-11 text-ink-3">{group}</legend>
            {found.map(({ key, label, definition }) => (
              <label
                key={key}
                title={definition}
                className="flex min-h-6.5 items-center gap-2 pointer-coarse:min-h-11"
              >
                <Checkbox
                  checked={columns.includes(key)}
                  onChange={() => onColumns(toggleColumn(columns, key))}
                />
                {label}
              </label>
            ))}
          </fieldset>
        ))}
        {groups.length === 0 ? (
          <p className="py-2 text-ink-3">{text.t("explorer.columns.none")}</p>
        ) : null}
      </div>
      <Button variant="quiet" className="-ms-2" onClick={() => onColumns(DEFAULT_COLUMNS)}>
        {text.t("explorer.columns.reset")}
      </Button>
    </Popover>
  );
}

function toggleColumn(columns: readonly ColumnKey[], key: ColumnKey): ColumnKey[] {
  return columns.includes(key) ? columns.filter((other) => other !== key) : [...columns, key];
}

/** The columns that contain every typed word, by group. */
function findColumns(text: Text, typed: string) {
  const words = splitWords(typed);
  const groups = new Map<string, { key: ColumnKey; label: string; definition: string }[]>();
  for (const key of COLUMN_KEYS) {
    const { label, short, group, definition } = describeColumn(text, key);
    const haystack = splitWords(`${label} ${short} ${group}`).join(" ");
    if (!words.every((word) => haystack.includes(word))) continue;
    groups.set(group, [...(groups.get(group) ?? []), { key, label, definition }]);
  }
  return [...groups];
}
