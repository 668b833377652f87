"use client";

import { Popover as Base } from "@base-ui/react/popover";
import { type ReactElement, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ArrowUpIcon, CloseIcon } from "@/components/ui/icons";
import { SearchField } from "@/components/ui/search-field";
import { groupBy } from "@/lib/evidence/group-by";
import { splitWords } from "@/lib/query/search";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { COLUMN_KEYS, type ColumnKey, DEFAULT_COLUMNS, describeColumn } from "./columns";

/** Chooses the columns of the table and their order. */
export function ColumnChooser({
  trigger,
  columns,
  onColumns,
  isCompact,
  onCompact,
}: {
  trigger: ReactElement;
  columns: readonly ColumnKey[];
  onColumns: (columns: readonly ColumnKey[]) => void;
  /** Are the rows lower, without the dates of the values? */
  isCompact: boolean;
  onCompact: (isCompact: boolean) => void;
}) {
  const text = useText();
  const [typed, setTyped] = useState("");
  const groups = findColumns(text, typed);
  const title = text.t("explorer.toolbar.columns");
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          side="bottom"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-40"
        >
          <Base.Popup
            aria-label={title}
            className="max-h-(--available-height) w-72 max-w-[min(36rem,var(--available-width))] overflow-y-auto overscroll-contain rounded-pop bg-pop p-3 shadow-pop outline-none transition-opacity duration-100 [--band-ground:var(--color-pop)] data-ending-style:opacity-0 data-starting-style:opacity-0"
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
                <p className="pb-1 text-12 text-ink-3">{text.t("explorer.columns.order")}</p>
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
                  <legend className="pb-0.5 text-12 text-ink-3">{group}</legend>
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
            <div className="flex flex-wrap items-center justify-between gap-x-4">
              <Button variant="quiet" className="-ms-2" onClick={() => onColumns(DEFAULT_COLUMNS)}>
                {text.t("explorer.columns.reset")}
              </Button>
              <label className="flex min-h-6.5 items-center gap-2 max-[45rem]:hidden">
                <Checkbox checked={isCompact} onChange={() => onCompact(!isCompact)} />
                {text.t("explorer.columns.compact")}
              </label>
            </div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function toggleColumn(columns: readonly ColumnKey[], key: ColumnKey): ColumnKey[] {
  return columns.includes(key) ? columns.filter((other) => other !== key) : [...columns, key];
}

/** The columns that contain every typed word, by group. */
function findColumns(text: Text, typed: string) {
  const words = splitWords(typed);
  const found = COLUMN_KEYS.map((key) => ({ key, ...describeColumn(text, key) })).filter(
    ({ label, short, group }) => {
      const haystack = splitWords(`${label} ${short} ${group}`).join(" ");
      return words.every((word) => haystack.includes(word));
    },
  );
  return [...groupBy(found, ({ group }) => group)];
}

/** The shown columns in their order; a press moves one to the place before. */
function ColumnOrder({
  columns,
  onColumns,
}: {
  columns: readonly ColumnKey[];
  onColumns: (columns: readonly ColumnKey[]) => void;
}) {
  const text = useText();
  const [announcement, setAnnouncement] = useState("");
  const moveUp = (key: ColumnKey, from: number) => {
    const others = columns.filter((other) => other !== key);
    const to = Math.max(from - 1, 0);
    onColumns([...others.slice(0, to), key, ...others.slice(to)]);
    setAnnouncement(
      text.t("explorer.columns.moved", {
        column: describeColumn(text, key).label,
        place: text.number(to + 1),
        count: text.number(columns.length),
      }),
    );
  };
  return (
    <>
      <ol>
        {columns.map((key, place) => {
          const column = describeColumn(text, key).label;
          return (
            <li key={key} className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
              <button
                type="button"
                aria-label={text.t("explorer.columns.move", { column })}
                aria-disabled={place === 0}
                onClick={() => moveUp(key, place)}
                className={ICON_BUTTON}
              >
                <ArrowUpIcon />
              </button>
              <span className="min-w-0 flex-1">{column}</span>
              <button
                type="button"
                aria-label={text.t("explorer.columns.remove", { column })}
                onClick={() => onColumns(columns.filter((other) => other !== key))}
                className={ICON_BUTTON}
              >
                <CloseIcon />
              </button>
            </li>
          );
        })}
      </ol>
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </>
  );
}

const ICON_BUTTON =
  "grid size-6 flex-none place-items-center text-ink-3 hover:text-ink aria-disabled:opacity-30 pointer-coarse:size-11";
