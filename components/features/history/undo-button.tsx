"use client";

import { useChange } from "@/components/layout/use-change";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/contract/action-result";
import { formatRevision } from "@/lib/text/revision-words";
import { usePlainText } from "@/lib/text/use-plain-text";

/** Undoes an act by its revision. @returns the revision that undoes it */
export type UndoAct = (input: unknown) => Promise<ActionResult<number>>;

interface UndoButtonProps {
  revision: number;
  /** Does the act undo another one, so that undoing it makes that one again? */
  redo: boolean;
  undo: UndoAct;
}

/** Undoes an act, or says why it cannot be undone. */
export function UndoButton({ revision, redo, undo }: UndoButtonProps) {
  const { t } = usePlainText();
  const { answer, busy, send } = useChange(undo, (made) =>
    toast(t("record.acts.done", { redo: redo ? "yes" : "no", revision: formatRevision(made) })),
  );
  const label = t(redo ? "record.acts.redo" : "record.acts.undo");
  return (
    <span className="mt-1 grid justify-items-start gap-1 md:justify-items-end">
      <Button
        aria-disabled={busy}
        aria-label={t("record.acts.named", { label, revision: formatRevision(revision) })}
        onClick={() => void send({ revision })}
      >
        {label}
      </Button>
      {answer === null || answer.ok ? null : (
        <span role="alert" className="text-12 text-rust">
          {answer.message ?? answer.issues.map(({ message }) => message).join(" ")}
        </span>
      )}
    </span>
  );
}
