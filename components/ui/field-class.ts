import { cx } from "./cx";

/** The look of the input that chooses a file. */
export const FILE_CLASS =
  "min-h-(--control) w-full min-w-0 text-ink-2 file:me-3 file:h-(--control) file:cursor-pointer file:rounded-2 file:border-0 file:bg-paper file:px-2.5 file:[font-family:inherit] file:font-medium file:text-ink file:shadow-[inset_0_0_0_1px_var(--color-line-2)] hover:file:bg-paper-2";

/** The look of something to type or choose in; also for inputs made elsewhere. */
export function fieldClass(invalid = false, className?: string): string {
  return cx("field", invalid && "field-invalid", className);
}
