"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { postChanges, uuidV7 } from "@/lib/client/send-changes";
import type { RetirableKind, RetirementAct } from "@/lib/evidence/ledger-records";
import type { RecordKind } from "@/lib/records/record-kinds";
import { usePlainText } from "@/lib/text/use-plain-text";
import { OptionField, type RecordOption } from "./record-fields";

interface RetirementFormProps {
  kind: RecordKind & RetirableKind;
  id: string;
  name: string;
  /** Is it merged or retired now? */
  hidden: boolean;
  /** The records that it can be merged into. */
  others: readonly RecordOption[];
  email: string;
}

/** Merges a record into another, retires it, or restores it, with a reason that readers see. */
export function RetirementForm({ kind, id, name, hidden, others, email }: RetirementFormProps) {
  const { t } = usePlainText();
  const router = useRouter();
  const [act, setAct] = useState<RetirementAct>(hidden ? "restored" : "merged");
  const [into, setInto] = useState("");
  const [reason, setReason] = useState("");
  const [sentId, setSentId] = useState(uuidV7);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [signedOut, setSignedOut] = useState(false);
  const change = <T,>(setter: (value: T) => void) => {
    return (value: T) => {
      setSentId(uuidV7());
      setFailure(null);
      setter(value);
    };
  };
  const submit = async () => {
    if (busy) return;
    if (act === "merged" && into === "") return setFailure(t("records.retire.noTarget"));
    if (reason.trim() === "") return setFailure(t("records.fault.reason"));
    setBusy(true);
    const outcome = await postChanges(t, "/api/v1/retirements", {
      ...{ id: sentId, kind, subject: id, act, reason: reason.trim() },
      ...(act === "merged" ? { into } : {}),
    });
    setBusy(false);
    if (outcome.kind === "done") {
      toast(t(`records.retire.done.${act}`, { name }));
      if (act === "merged") router.push(`/admin/records/${kind}/${into}` as Route);
      return router.refresh();
    }
    if (outcome.kind === "signed-out") return setSignedOut(true);
    setFailure(
      "message" in outcome
        ? outcome.message
        : "issues" in outcome
          ? outcome.issues.map(({ message }) => message).join(" ")
          : t("records.conflict"),
    );
  };
  const acts = hidden ? (["restored"] as const) : (["merged", "retired"] as const);
  return (
    <>
      <form
        noValidate
        aria-label={t("records.retire.title")}
        className="grid max-w-[44rem] gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <fieldset className="grid gap-1.5">
          <legend className="sr-only">{t("records.retire.title")}</legend>
          {acts.map((one) => (
            <label key={one} className="flex items-start gap-2">
              <input
                type="radio"
                name="act"
                className="mt-1"
                checked={act === one}
                onChange={() => change(setAct)(one)}
              />
              <span>
                <span className="font-medium">{t(`records.retire.act.${one}`)}</span>
                <span className="block text-12 text-ink-3">
                  {t(`records.retire.means.${one}`, { kind })}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        {act === "merged" ? (
          <OptionField
            label={t("records.retire.into")}
            options={others}
            value={into}
            onChange={change(setInto)}
          />
        ) : null}
        <TextField
          label={t("records.reason")}
          hint={t("records.reasonHint")}
          maxLength={4000}
          value={reason}
          onChange={change(setReason)}
        />
        {failure ? (
          <Notice tone="rust" live>
            {failure}
          </Notice>
        ) : null}
        <div>
          <Button type="submit" aria-busy={busy}>
            {t(`records.retire.submit.${act}`)}
          </Button>
        </div>
      </form>
      <SignInAgain
        open={signedOut}
        email={email}
        onClose={() => setSignedOut(false)}
        onSignedIn={() => void submit()}
      />
    </>
  );
}
