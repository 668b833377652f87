import type { ReactNode } from "react";

/** A region that scrolls must be reached by the keyboard, though nothing in it can be pressed. */
const REACHED_BY_KEYBOARD = { tabIndex: 0 } as const;

/** What is wider or longer than its place: scrolls by itself, with the keyboard too. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  /** Its name, read aloud. */
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className={className ?? "relative overflow-x-auto"}
      {...REACHED_BY_KEYBOARD}
    >
      {children}
    </section>
  );
}
