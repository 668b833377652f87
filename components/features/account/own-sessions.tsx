"use client";

import { useState } from "react";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { callAction } from "@/lib/client/send-changes";
import { signOut } from "@/lib/client/session";
import type { ActionResult } from "@/lib/contract/action-result";
import { useText } from "@/lib/text/use-text";

/** Props of the list. */
export interface OwnSessionsProps {
  sessions: readonly { id: string; since: string; address: string | null; here: boolean }[];
  endOthers: () => Promise<ActionResult<number>>;
}

/** Where somebody is signed in, and the ways out: here, or everywhere else. */
export function OwnSessions({ sessions, endOthers }: OwnSessionsProps) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const others = sessions.filter(({ here }) => !here).length;

  const run = async (work: () => Promise<string | null>) => {
    if (busy) return;
    setBusy(true);
    setFailure(await work());
    setBusy(false);
  };
  const end = () =>
    run(async () => {
      const answer = await callAction(text, endOthers, undefined);
      if (!answer.ok) return answer.message;
      toast(answer.value === 1 ? "1 session ended" : `${answer.value} sessions ended`);
      return null;
    });
  const leave = () =>
    run(async () => {
      const outcome = await signOut(text);
      if (!outcome.ok) return outcome.message;
      window.location.assign("/");
      return null;
    });

  return (
    <div className="grid gap-3">
      {failure ? (
        <Notice tone="rust" live>
          {failure}
        </Notice>
      ) : null}
      <ul className="grid">
        {sessions.map(({ id, since, address, here }) => (
          <li
            key={id}
            className="flex flex-wrap gap-x-3 border-line border-t py-2 first:border-t-0"
          >
            <span>
              Since <Instant at={since} className="tabular" />
            </span>
            {address ? <span className="text-ink-3">from {address}</span> : null}
            {here ? <b className="ml-auto">this browser</b> : null}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button aria-disabled={busy} onClick={() => void leave()}>
          Sign out
        </Button>
        {others > 0 ? (
          <Button aria-disabled={busy} onClick={() => void end()}>
            {others === 1 ? "End the other session" : `End the ${others} other sessions`}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
