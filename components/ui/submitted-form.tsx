"use client";

import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { Notice } from "./notice";

/** The text that a form's field holds; empty where it has no such field. */
export function formText(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
}

/**
 * Focuses the first invalid field of a form.
 * @param answer the answer to the form; each new one moves the focus again
 */
function useErrorFocus(form: RefObject<HTMLFormElement | null>, answer: unknown): void {
  useEffect(() => {
    if (answer) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, answer]);
}

function listInvalid(form: HTMLFormElement): string[] {
  return [...form.querySelectorAll<HTMLInputElement>("[name]:invalid")].map(({ name }) => name);
}

/** A form as it was sent: its fields, the element, and the value of the button that sent it. */
export interface Submission {
  readonly data: FormData;
  readonly form: HTMLFormElement;
  /** Empty for a button without a value. */
  readonly button: string;
}

interface SubmittedFormProps {
  /** For a button outside the form. */
  id?: string;
  /** Where browsers without scripts send the form; absent: such a form does nothing. */
  action?: string;
  /** The server alone checks the fields. */
  noValidate?: boolean;
  /** Gets the names of the fields that the browser finds invalid; absent: the browser itself says what is wrong. */
  onInvalid?: (names: readonly string[]) => void;
  /** The answer to the latest submission; a new one moves the focus to the first invalid field. */
  answer: unknown;
  /** What is wrong with the submission as a whole; null: nothing. Absent: the children say it. */
  message?: string | null;
  /** A submission is under way, and another does nothing. */
  busy: boolean;
  onSubmit: (submission: Submission) => void;
  children: ReactNode;
}

/** A form that scripts send, with what is wrong with it as a whole above its fields. */
export function SubmittedForm(props: SubmittedFormProps) {
  const {
    id,
    action,
    noValidate,
    onInvalid,
    answer,
    message = null,
    busy,
    onSubmit,
    children,
  } = props;
  const form = useRef<HTMLFormElement>(null);
  useErrorFocus(form, answer);
  return (
    <form
      ref={form}
      id={id}
      noValidate={noValidate}
      method="post"
      action={action}
      className="grid gap-4"
      onInvalidCapture={
        onInvalid &&
        ((event) => {
          event.preventDefault();
          onInvalid(listInvalid(event.currentTarget));
        })
      }
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        const { submitter } = event.nativeEvent as SubmitEvent;
        onSubmit({
          data: new FormData(event.currentTarget),
          form: event.currentTarget,
          button: submitter instanceof HTMLButtonElement ? submitter.value : "",
        });
      }}
    >
      {message === null ? null : (
        <Notice tone="rust" live>
          {message}
        </Notice>
      )}
      {children}
    </form>
  );
}
