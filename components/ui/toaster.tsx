"use client";

import { useSyncExternalStore } from "react";
import { type ToastMessage, toasts, watchToasts } from "./toast";

const NONE: readonly ToastMessage[] = [];

/** Shows the messages of `toast()`. Once per page, in its frame. */
export function Toaster() {
  const messages = useSyncExternalStore(watchToasts, toasts, () => NONE);
  return (
    <div
      role="status"
      className="no-print pointer-events-none fixed inset-x-0 bottom-6 z-50 grid justify-items-center gap-2 px-4"
    >
      {messages.map((message) => (
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
