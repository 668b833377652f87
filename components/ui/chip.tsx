import type { ReactNode } from "react";
import { CloseIcon } from "./icons";

interface ChipProps {
  children: ReactNode;
  /** What the button does: "Remove filter: Sindh". */
  removeLabel: string;
  onRemove: () => void;
}

/** A choice that can be removed. The whole chip is the button. */
export function Chip({ children, removeLabel, onRemove }: ChipProps) {
  return (
    <button
      type="button"
      onClick={onRemove}
      aria-label={removeLabel}
      title={removeLabel}
      className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-1 bg-accent-wash py-0.5 ps-2 pe-1 text-start font-medium text-12 text-accent hover:shadow-[inset_0_0_0_1px_var(--color-accent-line)] pointer-coarse:min-h-11 pointer-coarse:px-3"
    >
      {children}
      <span className="no-print">
        <CloseIcon />
      </span>
    </button>
  );
}
