"use client";

import { type RefObject, useEffect } from "react";

/**
 * Focuses the first invalid field of a form.
 * @param answer the answer to the form; each new one moves the focus again
 */
export function useFaultFocus(form: RefObject<HTMLFormElement | null>, answer: unknown): void {
  useEffect(() => {
    if (answer) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, answer]);
}
