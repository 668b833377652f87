import { cx } from "./cx";

/** The look of something to type or choose in; also for inputs made elsewhere. */
export function fieldClass(invalid = false, className?: string): string {
  return cx("field", invalid && "field-invalid", className);
}
