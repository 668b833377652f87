"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { formText, SubmittedForm } from "@/components/ui/submitted-form";
import { InputField, Labelled } from "@/components/ui/text-field";
import {
  CORRECTION_LIMITS,
  CORRECTION_PROBLEMS,
  CORRECTIONS_PATH,
  type CorrectionProblem,
  receiptPath,
} from "@/lib/contract/correction";
import { HONEYPOT, MAX_EMAIL } from "@/lib/contract/reader-form";
import { usePlainText } from "@/lib/text/use-plain-text";

/** What the correction is about, as the address of the form says it. Empty: not named. */
export type SentSubject = Readonly<Record<"page" | "zone" | "tenancy" | "field", string>>;

interface CorrectionFormProps {
  subject: SentSubject;
  /** Why the form without scripts was not taken; null: it was not sent. */
  outcome: CorrectionProblem | null;
  /** Can the answer be sent by e-mail? */
  offersMail: boolean;
  /** Under the fields: what is kept. */
  note: ReactNode;
}

const TIMEOUT_MS = 30_000;
const PARTS = ["message", "link", "email"] as const;
const isPart = (problem: CorrectionProblem) => PARTS.some((part) => part === problem);
const TOO_MANY = 429;
const FORBIDDEN = 403;

/** The form in which readers suggest a correction. Without scripts the browser sends it itself. */
export function CorrectionForm({ subject, outcome, offersMail, note }: CorrectionFormProps) {
  const { t } = usePlainText();
  const [busy, setBusy] = useState(false);
  const router = useRouter();
  const [problems, setProblems] = useState<readonly CorrectionProblem[]>([]);
  const whole = problems.find((one) => !isPart(one));
  const errorOf = (name: (typeof PARTS)[number]) =>
    problems.includes(name) ? t(`correct.problem.${name}`) : null;
  const returned =
    outcome !== null && problems.length === 0
      ? t("correct.notSent", { problem: t(`correct.problem.${outcome}`) })
      : null;
  return (
    <SubmittedForm
      action={CORRECTIONS_PATH}
      answer={problems}
      message={whole === undefined ? returned : t(`correct.problem.${whole}`)}
      busy={busy}
      onInvalid={(names) => setProblems(PARTS.filter((part) => names.includes(part)))}
      onSubmit={async ({ data }) => {
        setBusy(true);
        const found = await send(data);
        setBusy(false);
        if ("problem" in found) setProblems([found.problem]);
        else router.push(receiptPath(found.id) as Route);
      }}
    >
      {Object.entries(subject).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Labelled
        label={t("correct.form.message")}
        hint={t("correct.form.messageHint")}
        error={errorOf("message")}
      >
        {({ id, invalid, describedBy }) => (
          <textarea
            id={id}
            name="message"
            rows={6}
            required
            dir="auto"
            maxLength={CORRECTION_LIMITS.message}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            className={fieldClass(invalid, "h-auto py-1.5")}
          />
        )}
      </Labelled>
      <InputField
        name="link"
        type="url"
        dir="ltr"
        maxLength={CORRECTION_LIMITS.link}
        autoComplete="off"
        label={t("correct.form.link")}
        hint={t("correct.form.linkHint")}
        error={errorOf("link")}
      />
      {offersMail ? (
        <InputField
          name="email"
          type="email"
          dir="ltr"
          maxLength={MAX_EMAIL}
          autoComplete="email"
          label={t("correct.form.email")}
          hint={t("correct.form.emailHint")}
          error={errorOf("email")}
        />
      ) : null}
      <div hidden>
        <InputField
          name={HONEYPOT}
          tabIndex={-1}
          autoComplete="off"
          label={t("correct.form.trap")}
        />
      </div>
      <p className="text-12 text-ink-3">{note}</p>
      <Button
        variant="main"
        type="submit"
        aria-disabled={busy}
        className="no-print justify-self-start"
      >
        {t(busy ? "correct.form.busy" : "correct.form.submit")}
      </Button>
    </SubmittedForm>
  );
}

/** Sends the form. @returns the id of its receipt, or why it was not taken */
async function send(
  data: FormData,
): Promise<{ readonly id: string } | { readonly problem: CorrectionProblem }> {
  const names = [...new Set(data.keys())];
  try {
    const response = await fetch(CORRECTIONS_PATH, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(Object.fromEntries(names.map((name) => [name, formText(data, name)]))),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return (await response.json()) as { readonly id: string };
    if (response.status === TOO_MANY) return { problem: "tooMany" };
    if (response.status === FORBIDDEN) return { problem: "origin" };
    const answer: { readonly param?: string } = await response.json();
    return { problem: CORRECTION_PROBLEMS.find((one) => one === answer.param) ?? "failed" };
  } catch {
    return { problem: "failed" };
  }
}
