"use client";

import { useRef, useState } from "react";
import { sendChange } from "@/lib/client/send-change";
import type { ChangeAnswer } from "@/lib/contract/change-answer";

/** A change that is asked for by a dialog, and what became of it. */
export interface PendingChange<T> {
  readonly answer: ChangeAnswer<T> | null;
  readonly busy: boolean;
  /** Asks for it; a second press before the answer asks for nothing. */
  readonly send: (input: unknown) => Promise<void>;
}

/**
 * Asks for a change and keeps the answer.
 * @param onDone called once it is made
 */
export function useChange<T>(
  change: (input: unknown) => Promise<ChangeAnswer<T>>,
  onDone: (value: T) => void,
): PendingChange<T> {
  const [answer, setAnswer] = useState<ChangeAnswer<T> | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const send = async (input: unknown) => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    const result = await sendChange(change, input);
    sending.current = false;
    setBusy(false);
    setAnswer(result);
    if (result.ok) onDone(result.value);
  };
  return { answer, busy, send };
}
