"use client";

import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { CloseIcon } from "@/components/ui/icons";
import { type ColumnKey, getColumn } from "./columns";
import { moveItem, placeAt } from "./move-item";

/** The columns shown, in their order: moved by dragging the handle or by its arrow keys. */
export function ColumnOrder({
  columns,
  onColumns,
}: {
  columns: readonly ColumnKey[];
  onColumns: (columns: readonly ColumnKey[]) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState("");
  const [dragged, setDragged] = useState<ColumnKey | null>(null);

  function move(key: ColumnKey, to: number) {
    const from = columns.indexOf(key);
    const next = moveItem(columns, from, to);
    if (next.indexOf(key) === from) return;
    onColumns(next);
    setSaid(`${getColumn(key).label}: ${next.indexOf(key) + 1} of ${next.length}`);
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
        {columns.map((key) => (
          <li
            key={key}
            data-key={key}
            className={`flex min-h-7 items-center gap-2 pointer-coarse:min-h-11 ${dragged === key ? "bg-accent-wash" : ""}`}
          >
            <button
              type="button"
              aria-label={`Move ${getColumn(key).label}: arrow up or down`}
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
            <span className="min-w-0 flex-1">{getColumn(key).label}</span>
            <button
              type="button"
              aria-label={`Remove ${getColumn(key).label}`}
              onClick={() => onColumns(columns.filter((other) => other !== key))}
              className="grid size-6 flex-none place-items-center text-ink-3 hover:text-ink pointer-coarse:size-11"
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
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
