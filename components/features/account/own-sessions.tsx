"use client";

import { useRef, useState } from "react";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { callAction } from "@/lib/client/send-changes";
import { fetchSignedIn, signOut } from "@/lib/client/session";
import { confirmSignOut } from "@/lib/client/unsaved-work";
import type { ActionResult } from "@/lib/contract/action-result";
import { usePlainText } from "@/lib/text/use-plain-text";

interface OwnSessionsProps {
  sessions: readonly { id: string; since: string; address: string | null; here: boolean }[];
  /** Ends one other session, by its id. */
  end: (input: unknown) => Promise<ActionResult<number>>;
  endOthers: () => Promise<ActionResult<number>>;
}

/** The open sessions of the signed-in person, with buttons to end each, and all others. */
export function OwnSessions({ sessions, end, endOthers }: OwnSessionsProps) {
  const text = usePlainText();
  const { t } = text;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);
  const others = sessions.filter(({ here }) => !here).length;

  const run = async (work: () => Promise<string | null>) => {
    if (busy) return;
    setBusy(true);
    setFailure(await work());
    setBusy(false);
  };
  const endWith = (action: (input: unknown) => Promise<ActionResult<number>>, input?: string) =>
    run(async () => {
      const answer = await callAction(t, action, input);
      if (!answer.ok) return answer.message;
      toast(t("account.sessions.ended", { count: answer.value }));
      // The button goes with its session.
      focus("ul");
      return null;
    });
  const leave = () =>
    run(async () => {
      const person = await fetchSignedIn();
      if (person !== null && !confirmSignOut(t, person.id)) return null;
      const outcome = await signOut(t);
      if (!outcome.ok) return outcome.message;
      window.location.assign("/");
      return null;
    });

  return (
    <div ref={part} className="grid gap-3">
      {failure ? (
        <Notice tone="rust" live>
          {failure}
        </Notice>
      ) : null}
      <ul tabIndex={-1} className="grid outline-none">
        {sessions.map(({ id, since, address, here }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline gap-x-3 border-line border-t py-2 first:border-t-0"
          >
            <span>
              {t.rich("account.sessions.since", {
                when: text.instant(since),
                at: () => <Instant at={since} className="tabular" />,
              })}
            </span>
            {address ? (
              <span className="text-ink-3">{t("account.sessions.address", { address })}</span>
            ) : null}
            {here ? (
              <b className="ms-auto">{t("account.sessions.here")}</b>
            ) : (
              <Button
                className="ms-auto"
                aria-disabled={busy}
                aria-label={t("account.sessions.endNamed", { when: text.instant(since) })}
                onClick={() => void endWith(end, id)}
              >
                {t("account.sessions.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="text-12 text-ink-3">{t("account.sessions.limits")}</p>
      <div className="flex flex-wrap gap-2">
        <Button aria-disabled={busy} onClick={() => void leave()}>
          {t("layout.session.signOut")}
        </Button>
        {others > 1 ? (
          <Button aria-disabled={busy} onClick={() => void endWith(endOthers)}>
            {t("account.sessions.endOthers", { count: others })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
