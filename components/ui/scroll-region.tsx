import type { ReactNode } from "react";
import { cx } from "./cx";

/** A region that scrolls needs keyboard focus, even without a control in it. */
const REACHED_BY_KEYBOARD = { tabIndex: 0 } as const;

/** A box that scrolls by itself, with the keyboard too. On paper it shows everything. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  /** Its accessible name. */
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className={cx("scroll-region", className ?? "relative overflow-x-auto")}
      {...REACHED_BY_KEYBOARD}
    >
      {children}
    </section>
  );
}
