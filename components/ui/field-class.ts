import { cx } from "./cx";

/** The look of something to type or choose in; also for inputs made elsewhere. */
export function fieldClass(invalid = false, className?: string): string {
  return cx(
    "h-(--field) w-full min-w-0 rounded-2 bg-paper px-2 text-ink outline-none pointer-coarse:text-[1rem]",
    "focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-1 disabled:bg-paper-3 disabled:text-ink-3",
    invalid
      ? "shadow-[inset_0_0_0_1.5px_var(--color-rust)]"
      : "shadow-[inset_0_0_0_1px_var(--color-edge)]",
    className,
  );
}
