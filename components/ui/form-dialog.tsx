import { type ReactNode, useId } from "react";
import { useTranslate } from "@/lib/text/use-translate";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { type Submission, SubmittedForm } from "./submitted-form";

interface FormDialogProps {
  open: boolean;
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  /** The button that sends the form. */
  submit: string;
  /** The words of that button while a submission is under way; absent: those of `submit`. */
  busyLabel?: string;
  /** The button that closes the dialog; absent: “Cancel”. */
  cancel?: string;
  /** The server alone checks the fields. */
  noValidate?: boolean;
  /** The answer to the latest submission; a new one moves the focus to the first invalid field. */
  answer: unknown;
  busy: boolean;
  onSubmit: (submission: Submission) => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with one form, whose buttons are at the end of the dialog. */
export function FormDialog(props: FormDialogProps) {
  const { open, title, description, submit, busyLabel = submit, cancel, busy, onClose } = props;
  const t = useTranslate();
  const id = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose}>{cancel ?? t("common.cancel")}</Button>
          <Button variant="main" type="submit" form={id} aria-disabled={busy}>
            {busy ? busyLabel : submit}
          </Button>
        </>
      }
    >
      <SubmittedForm
        id={id}
        noValidate={props.noValidate}
        answer={props.answer}
        busy={busy}
        onSubmit={props.onSubmit}
      >
        {props.children}
      </SubmittedForm>
    </Dialog>
  );
}
