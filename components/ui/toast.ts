/** A short message that something was done. */
export interface ToastMessage {
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
export function toasts(): readonly ToastMessage[] {
  return messages;
}

/** Calls back on every change; returns the way to stop. */
export function watchToasts(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}

function publish(next: readonly ToastMessage[]): void {
  messages = next.length === 0 ? NONE : next;
  for (const watcher of watchers) {
    watcher();
  }
}
