import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

interface SectionProps {
  id: string;
  title: ReactNode;
  /** Beside the title, quieter: what the figures are about. */
  note?: ReactNode;
  /** At the end of the title's line: where all of it is. */
  more?: { readonly href: string; readonly label: string };
  /** Under the title: what the section shows, in a sentence or two. */
  lead?: ReactNode;
  /** `large`: a chapter of a long page. */
  size?: "small" | "large";
  className?: string;
  children?: ReactNode;
}

/** A part of a page under its own title. Links reach it by its id. */
export function Section(props: SectionProps) {
  const { id, title, note, more, lead, size = "small", className, children } = props;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={cx("min-w-0 scroll-mt-4", className)}
    >
      <header className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h2 id={`${id}-title`} className={size === "large" ? "font-serif text-21" : "title"}>
          {title}
        </h2>
        {note === undefined ? null : <div className="text-12 text-ink-2">{note}</div>}
        {more === undefined ? null : (
          <a className="link ms-auto inline-flex min-h-6 items-center text-12" href={more.href}>
            {more.label}
          </a>
        )}
      </header>
      {lead === undefined ? null : <p className="mb-4 max-w-[68ch] text-pretty text-15">{lead}</p>}
      {children}
    </section>
  );
}
