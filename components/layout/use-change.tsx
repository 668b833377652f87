"use client";

import { useRef, useState } from "react";
import { Anchor } from "@/components/layout/link";
import { Notice } from "@/components/ui/notice";
import { callAction } from "@/lib/client/send-changes";
import { usePath } from "@/lib/client/use-path";
import type { ActionResult } from "@/lib/contract/action-result";
import { usePlainText } from "@/lib/text/use-plain-text";

interface PendingChange<T> {
  /** The result of the latest attempt; null before it. */
  readonly answer: ActionResult<T> | null;
  readonly busy: boolean;
  /** Sends the change; does nothing while one is under way. */
  readonly send: (input: unknown) => Promise<void>;
}

/**
 * Sends a change and keeps its result.
 * @param onDone called after success
 */
export function useChange<T>(
  change: (input: unknown) => Promise<ActionResult<T>>,
  onDone: (value: T) => void,
): PendingChange<T> {
  const { t } = usePlainText();
  const [answer, setAnswer] = useState<ActionResult<T> | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const send = async (input: unknown) => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    const result = await callAction(t, change, input);
    sending.current = false;
    setBusy(false);
    setAnswer(result);
    if (result.ok) onDone(result.value);
  };
  return { answer, busy, send };
}

/** Why a change failed as a whole; where the session has ended, with a link that signs in and comes back. */
export function FailureNotice({ answer }: { answer: ActionResult<unknown> | null }) {
  const { t } = usePlainText();
  const page = usePath();
  if (!answer || answer.ok || answer.message === null) return null;
  return (
    <Notice
      tone="rust"
      live
      action={
        answer.signedOut ? (
          <Anchor className="link" href={`/sign-in?next=${page}`}>
            {t("layout.session.signIn")}
          </Anchor>
        ) : undefined
      }
    >
      {answer.message}
    </Notice>
  );
}
