import { type ReactNode, useId } from "react";
import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";

interface DropPanelProps {
  /** Content of the button: an icon and a word. */
  button: ReactNode;
  /** Name of the panel, read aloud, and the tooltip of the button. */
  label: string;
  className?: string;
  children: ReactNode;
}

/**
 * A button and the panel that it opens, a native popover that works before any script has run. It opens
 * at the button where the browser supports that, on the side with room, else in the middle of the window, under its name.
 */
export function DropPanel({ button, label, className, children }: DropPanelProps) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} title={label} className={buttonClass()}>
        {button}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={cx("drop-panel shadow-pop", className)}
      >
        <p aria-hidden className="mb-2 font-medium sm:hidden">
          {label}
        </p>
        {children}
      </div>
    </>
  );
}
