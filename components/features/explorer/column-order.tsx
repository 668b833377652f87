"use client";

import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { CloseIcon } from "@/components/ui/icons";
import { useText } from "@/lib/text/use-text";
import { type ColumnKey, describeColumn } from "./columns";

/** The shown columns in their order. A column moves by dragging its handle or by arrow keys on it. */
export function ColumnOrder({
  columns,
  onColumns,
}: {
  columns: readonly ColumnKey[];
  onColumns: (columns: readonly ColumnKey[]) => void;
}) {
  const text = useText();
  const list = useRef<HTMLOListElement>(null);
  const [announcement, setAnnouncement] = useState("");
  const [dragged, setDragged] = useState<ColumnKey | null>(null);

  function move(key: ColumnKey, to: number) {
    const from = columns.indexOf(key);
    const next = moveItem(columns, from, to);
    const place = next.indexOf(key);
    if (place === from) return;
    onColumns(next);
    setAnnouncement(
      text.t("explorer.columns.moved", {
        column: describeColumn(text, key).label,
        place: text.number(place + 1),
        count: text.number(next.length),
      }),
    );
  }

  function onKeyDown(event: KeyboardEvent, key: ColumnKey) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(key, columns.indexOf(key) + step);
  }

  function onPointerMove(event: PointerEvent, key: ColumnKey) {
    if (dragged !== key) return;
    const others = [...(list.current?.children ?? [])].filter(
      (item) => item instanceof HTMLElement && item.dataset.key !== key,
    );
    const middles = others.map((item) => {
      const { top, height } = item.getBoundingClientRect();
      return top + height / 2;
    });
    move(key, placeAt(event.clientY, middles));
  }

  return (
    <>
      <ol ref={list}>
        {columns.map((key) => {
          const column = describeColumn(text, key).label;
          return (
            <li
              key={key}
              data-key={key}
              className={`flex min-h-7 items-center gap-2 pointer-coarse:min-h-11 ${dragged === key ? "bg-accent-wash" : ""}`}
            >
              <button
                type="button"
                aria-label={text.t("explorer.columns.move", { column })}
                onKeyDown={(event) => onKeyDown(event, key)}
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId);
                  setDragged(key);
                }}
                onPointerMove={(event) => onPointerMove(event, key)}
                onPointerUp={() => setDragged(null)}
                onPointerCancel={() => setDragged(null)}
                className="grid size-6 flex-none cursor-grab touch-none place-items-center text-ink-3 hover:text-ink pointer-coarse:size-11"
              >
                <GripIcon />
              </button>
              <span className="min-w-0 flex-1">{column}</span>
              <button
                type="button"
                aria-label={text.t("explorer.columns.remove", { column })}
                onClick={() => onColumns(columns.filter((other) => other !== key))}
                className="grid size-6 flex-none place-items-center text-ink-3 hover:text-ink pointer-coarse:size-11"
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

function GripIcon() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
      {[4, 8, 12].flatMap((y) =>
        [6, 10].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1" />),
      )}
    </svg>
  );
}

/** The list with one item moved to another place; a place beyond an end is that end. */
export function moveItem<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined) return [...list];
  const rest = list.filter((_, i) => i !== from);
  const place = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}

/** The place of a pointer at height `y` among items, by the middle of each. */
export function placeAt(y: number, middles: readonly number[]): number {
  return middles.filter((middle) => middle < y).length;
}
