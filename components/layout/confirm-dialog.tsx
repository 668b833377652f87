import type { ReactNode } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/contract/action-result";
import { FailureNotice, useChange } from "./use-change";

interface ConfirmDialogProps<T> {
  open: boolean;
  title: string;
  /** The consequences. */
  children: ReactNode;
  submit: string;
  /** The words of the button while the change is under way; absent: those of `submit`. */
  busyLabel?: string;
  /** The id of what changes, which is sent. */
  id: string;
  change: (input: unknown) => Promise<ActionResult<T>>;
  /** The message after success. */
  done: (value: T) => string;
  onClose: () => void;
}

/** Asks for confirmation of a change and names its consequences. */
export function ConfirmDialog<T>(props: ConfirmDialogProps<T>) {
  const { children, id, change, done, onClose, ...dialog } = props;
  const { answer, busy, send } = useChange(change, (value) => {
    toast(done(value));
    onClose();
  });
  return (
    <FormDialog
      {...dialog}
      answer={answer}
      busy={busy}
      onSubmit={() => void send(id)}
      onClose={onClose}
    >
      <FailureNotice answer={answer} />
      {children}
    </FormDialog>
  );
}
