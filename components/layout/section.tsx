import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** Props of a part of a page. */
export interface SectionProps {
  id: string;
  title: string;
  /** Beside the title, quieter: what the figures are of. */
  note?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A part of a page under its own title, which other pages may point at by its id. */
export function Section({ id, title, note, className, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={cx("scroll-mt-4", className)}>
      <header className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h2 id={`${id}-title`} className="title">
          {title}
        </h2>
        {note === undefined ? null : <div className="text-12 text-ink-2">{note}</div>}
      </header>
      {children}
    </section>
  );
}
