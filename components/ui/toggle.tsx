"use client";

import type { ReactNode } from "react";

/** Props of a toggle; the label stands beside it. */
export interface ToggleProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** On or off, at once. For what changes how something is shown, not for what is sent. */
export function Toggle({ label, checked, onChange }: ToggleProps) {
  return (
    <label className="inline-flex min-h-(--control) items-center gap-2">
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="relative h-4 w-7 flex-none cursor-pointer appearance-none rounded-full bg-paper-3 shadow-[inset_0_0_0_1px_var(--color-edge)] transition-colors before:absolute before:top-1 before:left-1 before:size-2 before:rounded-full before:bg-ink-3 before:transition-transform checked:bg-accent checked:shadow-none checked:before:translate-x-3 checked:before:bg-accent-ink forced-colors:appearance-auto"
      />
      {label}
    </label>
  );
}
