"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { callAction } from "@/lib/client/send-changes";
import type { ActionResult } from "@/lib/contract/action-result";
import { usePlainText } from "@/lib/text/use-plain-text";

interface TeamDigestProps {
  /** Where the digest goes. */
  email: string;
  on: boolean;
  set: (input: unknown) => Promise<ActionResult>;
}

/** Whether the signed-in person gets the digest of the team's work, and a button to change that. */
export function TeamDigest({ email, on, set }: TeamDigestProps) {
  const { t } = usePlainText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const change = async () => {
    if (busy) return;
    setBusy(true);
    const answer = await callAction(t, set, !on);
    setFailure(answer.ok ? null : answer.message);
    if (answer.ok) toast(t(on ? "account.digest.stopped" : "account.digest.started"));
    setBusy(false);
  };

  return (
    <div className="grid justify-items-start gap-3">
      {failure ? (
        <Notice tone="rust" live>
          {failure}
        </Notice>
      ) : null}
      <p>{t("account.digest.lead", { email })}</p>
      <p>{t(on ? "account.digest.on" : "account.digest.off")}</p>
      <Button aria-disabled={busy} onClick={() => void change()}>
        {t(on ? "account.digest.stop" : "account.digest.start")}
      </Button>
    </div>
  );
}
