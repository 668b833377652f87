"use client";

import { useRef, useState } from "react";
import { callAction } from "@/lib/client/send-changes";
import type { ActionResult } from "@/lib/contract/action-result";
import { useText } from "@/lib/text/use-text";

/** A change that is asked for by a dialog, and what became of it. */
export interface PendingChange<T> {
  readonly answer: ActionResult<T> | null;
  readonly busy: boolean;
  /** Asks for it; a second press before the answer asks for nothing. */
  readonly send: (input: unknown) => Promise<void>;
}

/**
 * Asks for a change and keeps the answer.
 * @param onDone called once it is made
 */
export function useChange<T>(
  change: (input: unknown) => Promise<ActionResult<T>>,
  onDone: (value: T) => void,
): PendingChange<T> {
  const text = useText();
  const [answer, setAnswer] = useState<ActionResult<T> | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const send = async (input: unknown) => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    const result = await callAction(text, change, input);
    sending.current = false;
    setBusy(false);
    setAnswer(result);
    if (result.ok) onDone(result.value);
  };
  return { answer, busy, send };
}
