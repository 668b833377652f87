"use client";

import { type RefObject, useEffect } from "react";

/**
 * Puts the focus on the first field of a form that is marked as wrong.
 * @param answer what came back; each new one moves the focus anew
 */
export function useFaultFocus(form: RefObject<HTMLFormElement | null>, answer: unknown): void {
  useEffect(() => {
    if (answer) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, answer]);
}
