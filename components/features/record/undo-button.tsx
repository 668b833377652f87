"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { callAction } from "@/lib/client/send-changes";
import type { ActionResult } from "@/lib/contract/action-result";
import { formatRevision } from "@/lib/text/revision-words";
import { usePlainText } from "@/lib/text/use-plain-text";

interface UndoButtonProps {
  revision: number;
  /** Does the act undo another one, so that undoing it makes that one again? */
  redo: boolean;
  undo: (input: unknown) => Promise<ActionResult<number>>;
  onDone?: () => void;
}

/** Undoes an act, or says why it cannot be undone. */
export function UndoButton({ revision, redo, undo, onDone }: UndoButtonProps) {
  const { t } = usePlainText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const send = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const answer = await callAction(t, undo, { revision });
    setBusy(false);
    if (!answer.ok) {
      return setFailure(answer.message ?? answer.issues.map(({ message }) => message).join(" "));
    }
    toast(
      t("record.acts.done", { redo: redo ? "yes" : "no", revision: formatRevision(answer.value) }),
    );
    onDone?.();
  };
  const label = t(redo ? "record.acts.redo" : "record.acts.undo");
  return (
    <div className="grid justify-items-end gap-1">
      <Button
        aria-disabled={busy}
        aria-label={t("record.acts.named", { label, revision: formatRevision(revision) })}
        onClick={() => void send()}
      >
        {label}
      </Button>
      {failure === null ? null : (
        <p role="alert" className="max-w-60 text-12 text-rust">
          {failure}
        </p>
      )}
    </div>
  );
}
