"use client";

import { useSyncExternalStore } from "react";

/** What can be done about a message. */
interface ToastAction {
  readonly label: string;
  readonly onPress: () => void;
}

/** A short message that something was done. */
interface ToastMessage {
  id: number;
  text: string;
  action: ToastAction | null;
}

const SHOWN_FOR_MS = 4000;
/** Time to find and press the button of a message. */
const ACTION_SHOWN_FOR_MS = 30_000;
const NONE: readonly ToastMessage[] = [];

let messages: readonly ToastMessage[] = NONE;
let lastId = 0;
const watchers = new Set<() => void>();

/** Shows a message for a few seconds, such as "Link copied"; with an action, such as Undo, for 30. Browser only. */
export function toast(text: string, action: ToastAction | null = null): void {
  lastId += 1;
  const message = { id: lastId, text, action };
  publish([...messages.filter((other) => other.text !== text && other.action === null), message]);
  setTimeout(() => remove(message), action === null ? SHOWN_FOR_MS : ACTION_SHOWN_FOR_MS);
}

function remove(message: ToastMessage): void {
  publish(messages.filter((other) => other !== message));
}

/** The messages shown now; the same array until it changes. */
function toasts(): readonly ToastMessage[] {
  return messages;
}

/** Calls back on every change; returns the way to stop. */
function watchToasts(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}

function publish(next: readonly ToastMessage[]): void {
  messages = next.length === 0 ? NONE : next;
  for (const watcher of watchers) {
    watcher();
  }
}

/** Shows the messages of `toast()`, above a bar at the foot of the screen as high as `--foot`. Once per page, in its frame. */
export function Toaster() {
  const shown = useSyncExternalStore(watchToasts, toasts, () => NONE);
  return (
    <div
      role="status"
      className="no-print pointer-events-none fixed inset-x-0 bottom-[calc(var(--foot,0px)+1.5rem)] z-50 grid justify-items-center gap-2 px-4"
    >
      {shown.map((message) => (
        <p
          key={message.id}
          className="pointer-events-auto rounded-pop bg-ink px-3 py-2 font-medium text-paper shadow-pop"
        >
          {message.text}
          {message.action === null ? null : (
            <button
              type="button"
              className="ms-4 min-h-6 font-semibold underline underline-offset-2"
              onClick={() => {
                remove(message);
                message.action?.onPress();
              }}
            >
              {message.action.label}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}
