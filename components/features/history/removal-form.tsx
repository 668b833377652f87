"use client";

import { useId } from "react";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { formText, SubmittedForm } from "@/components/ui/submitted-form";
import { toast } from "@/components/ui/toast";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import { REDACTION_REASONS, type RemovableText } from "@/lib/contract/redaction";
import { useText } from "@/lib/text/use-text";
import { TextPreview } from "./text-preview";

interface RemovalFormProps {
  texts: readonly RemovableText[];
  request: (input: unknown) => Promise<ActionResult>;
}

/** Asks to remove one of the texts of a report or a source. */
export function RemovalForm({ texts, request }: RemovalFormProps) {
  const { t } = useText();
  const errorId = useId();
  const { answer, busy, send } = useChange(request, () =>
    toast(t("admin.redactions.request.sent")),
  );
  if (texts.length === 0) return <p>{t("admin.redactions.request.none")}</p>;
  const fault = getFieldMessage(answer, "kind") ?? getFieldMessage(answer, "row");
  return (
    <SubmittedForm
      noValidate
      answer={answer}
      busy={busy}
      onSubmit={({ data }) => {
        const chosen = texts[Number(formText(data, "text") || Number.NaN)];
        const reason = formText(data, "reason");
        void send({ kind: chosen?.kind, row: chosen?.row, reason });
      }}
    >
      <FailureNotice answer={answer} />
      <fieldset className="grid gap-1" aria-describedby={fault ? errorId : undefined}>
        <legend className="mb-1 font-medium text-12">{t("admin.redactions.request.choose")}</legend>
        {texts.map(({ kind, row, text, copies, requested }, index) => (
          <label
            key={`${kind} ${row}`}
            className="flex items-baseline gap-2.5 rounded-2 px-2.5 py-1.5 shadow-[inset_0_0_0_1px_var(--color-line)] has-checked:bg-accent-wash has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)] pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name="text"
              value={index}
              disabled={requested}
              aria-invalid={fault ? true : undefined}
              className="accent-(--color-accent)"
            />
            <span className="min-w-0">
              <b className="font-medium">{t(`admin.redactions.kind.${kind}`)}</b>
              {requested ? (
                <span className="text-ink-3"> · {t("admin.redactions.request.open")}</span>
              ) : null}
              <TextPreview text={text} copies={copies} />
            </span>
          </label>
        ))}
        {fault ? (
          <p id={errorId} className="text-12 text-rust">
            {fault}
          </p>
        ) : null}
      </fieldset>
      <ChoiceField
        label={t("admin.redactions.request.reason")}
        hint={t("admin.redactions.request.reasonHint")}
        error={getFieldMessage(answer, "reason")}
        className="max-w-64"
        name="reason"
        values={REDACTION_REASONS}
        labelOf={(reason) => t(`admin.redactions.reason.${reason}`)}
      />
      <Button variant="main" type="submit" aria-disabled={busy} className="justify-self-start">
        {t(busy ? "admin.redactions.request.busy" : "admin.redactions.request.submit")}
      </Button>
    </SubmittedForm>
  );
}
