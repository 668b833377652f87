"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/components/layout/confirm-dialog";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { formText, SubmittedForm } from "@/components/ui/submitted-form";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import { CORRECTION_OUTCOMES } from "@/lib/contract/correction";
import { MAX_NOTE } from "@/lib/contract/queue-limits";
import { usePlainText } from "@/lib/text/use-plain-text";

interface AnswerFormProps {
  /** Of the correction. */
  id: string;
  answer: (input: unknown) => Promise<ActionResult>;
}

/** Answers a reader's correction. */
export function AnswerForm({ id, answer }: AnswerFormProps) {
  const { t } = usePlainText();
  const [words, setWords] = useState("");
  const change = useChange(answer, () => toast(t("queue.correction.done")));
  return (
    <SubmittedForm
      noValidate
      answer={change.answer}
      busy={change.busy}
      onSubmit={({ data }) =>
        void change.send({ id, outcome: formText(data, "outcome"), answer: words })
      }
    >
      <FailureNotice answer={change.answer} />
      <ChoiceField
        label={t("queue.correction.outcome")}
        error={getFieldMessage(change.answer, "outcome")}
        className="max-w-64"
        name="outcome"
        values={["", ...CORRECTION_OUTCOMES]}
        labelOf={(outcome) =>
          outcome === "" ? t("queue.correction.choose") : t(`correct.answers.outcome.${outcome}`)
        }
      />
      <TextField
        rows={5}
        maxLength={MAX_NOTE}
        value={words}
        onChange={setWords}
        label={t("queue.correction.answer")}
        hint={
          words === ""
            ? t("queue.correction.answerHint")
            : t("queue.dialog.length", { count: words.length, most: MAX_NOTE })
        }
        error={getFieldMessage(change.answer, "answer")}
      />
      <Button
        variant="main"
        type="submit"
        aria-disabled={change.busy}
        className="justify-self-start"
      >
        {t(change.busy ? "queue.correction.busy" : "queue.correction.submit")}
      </Button>
    </SubmittedForm>
  );
}

interface DeleteCorrectionProps {
  id: string;
  remove: (input: unknown) => Promise<ActionResult>;
}

/** Deletes a correction that must not be kept, after a question. */
export function DeleteCorrection({ id, remove }: DeleteCorrectionProps) {
  const { t } = usePlainText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="justify-self-start" onClick={() => setOpen(true)}>
        {t("queue.correction.delete")}
      </Button>
      <ConfirmDialog
        open={open}
        title={t("queue.correction.deleteTitle")}
        submit={t("queue.correction.deleteSubmit")}
        id={id}
        change={remove}
        done={() => t("queue.correction.deleted")}
        onClose={() => {
          setOpen(false);
          router.refresh();
        }}
      >
        <p>{t("queue.correction.deleteHelp")}</p>
      </ConfirmDialog>
    </>
  );
}
