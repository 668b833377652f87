"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/contract/action-result";
import { FailureNotice } from "./failure-notice";
import { useChange } from "./use-change";

/** Props of the dialog. */
export interface ConfirmDialogProps<T> {
  open: boolean;
  title: string;
  /** What follows from it. */
  children: ReactNode;
  /** Words of the button that does it. */
  act: string;
  /** The person's id, which is what is sent. */
  id: string;
  change: (input: unknown) => Promise<ActionResult<T>>;
  /** What is said once it is done. */
  done: (value: T) => string;
  onClose: () => void;
}

/** Asks once more before something is done to a person's account, and says what follows from it. */
export function ConfirmDialog<T>(props: ConfirmDialogProps<T>) {
  const { open, title, children, act, id, change, done, onClose } = props;
  const { answer, busy, send } = useChange(change, (value) => {
    toast(done(value));
    onClose();
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="main" aria-disabled={busy} onClick={() => void send(id)}>
            {act}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <FailureNotice answer={answer} />
        <p>{children}</p>
      </div>
    </Dialog>
  );
}
