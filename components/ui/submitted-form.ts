"use client";

import { type RefObject, useEffect } from "react";

/** The text that a form's field holds; empty where it has no such field. */
export function formText(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
}

/**
 * Focuses the first invalid field of a form.
 * @param answer the answer to the form; each new one moves the focus again
 */
export function useErrorFocus(form: RefObject<HTMLFormElement | null>, answer: unknown): void {
  useEffect(() => {
    if (answer) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, answer]);
}
