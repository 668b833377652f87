"use client";

import { useSyncExternalStore } from "react";

/** A short message that something was done. */
interface ToastMessage {
  id: number;
  text: string;
}

const SHOWN_FOR_MS = 4000;
const NONE: readonly ToastMessage[] = [];

let messages: readonly ToastMessage[] = NONE;
let lastId = 0;
const watchers = new Set<() => void>();

/** Shows a message for a few seconds, such as "Link copied". Browser only. */
export function toast(text: string): void {
  lastId += 1;
  const message = { id: lastId, text };
  publish([...messages.filter((other) => other.text !== text), message]);
  setTimeout(() => publish(messages.filter((other) => other !== message)), SHOWN_FOR_MS);
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

/** Shows the messages of `toast()`. Once per page, in its frame. */
export function Toaster() {
  const shown = useSyncExternalStore(watchToasts, toasts, () => NONE);
  return (
    <div
      role="status"
      className="no-print pointer-events-none fixed inset-x-0 bottom-6 z-50 grid justify-items-center gap-2 px-4"
    >
      {shown.map((message) => (
        <p
          key={message.id}
          className="rounded-pop bg-ink px-3 py-2 font-medium text-paper shadow-pop"
        >
          {message.text}
        </p>
      ))}
    </div>
  );
}
