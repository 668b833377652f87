"use client";

import { QueryClient, useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Anchor } from "@/components/layout/link";
import { Notice } from "@/components/ui/notice";
import { callAction } from "@/lib/client/send-changes";
import { usePath } from "@/lib/client/use-path";
import type { ActionResult } from "@/lib/contract/action-result";
import { usePlainText } from "@/lib/text/use-plain-text";

/**
 * Sends one thing at a time, also where the browser takes itself to be offline.
 * @param mutationFn never throws
 */
export function useSend<Input, Result>(mutationFn: (input: Input) => Promise<Result>) {
  const [client] = useState(() => new QueryClient());
  const sent = useMutation({ mutationFn, networkMode: "always" }, client);
  return {
    ...{ answer: sent.data ?? null, busy: sent.isPending, forget: sent.reset },
    /** @returns null: nothing was sent, because something is under way */
    send: async (input: Input) => (client.isMutating() > 0 ? null : sent.mutateAsync(input)),
  };
}

/** Sends a change and keeps its result. @param onDone called after success */
export function useChange<T>(
  change: (input: unknown) => Promise<ActionResult<T>>,
  onDone: (value: T) => void,
) {
  const { t } = usePlainText();
  const { answer, busy, send } = useSend((input: unknown) => callAction(t, change, input));
  return {
    ...{ answer, busy },
    send: async (input: unknown) => {
      const result = await send(input);
      if (result?.ok) onDone(result.value);
    },
  };
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
