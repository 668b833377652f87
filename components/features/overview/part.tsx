import type { ReactNode } from "react";

/** Props of a part of the overview. */
export interface PartProps {
  id: string;
  title: string;
  /** Beside the title, quieter. */
  note?: string;
  /** Where all of it is. */
  more: { readonly label: string; readonly href: string };
  children: ReactNode;
}

/** A part of the overview: its title, what it says, and the page that says all of it. */
export function Part({ id, title, note, more, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="min-w-0 border-line-2 border-t pt-2.5">
      <header className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id={id} className="title">
          {title}
        </h2>
        {note === undefined ? null : <span className="flex-1 text-12 text-ink-3">{note}</span>}
        <a className="link inline-flex min-h-6 items-center text-12" href={more.href}>
          {more.label}
        </a>
      </header>
      {children}
    </section>
  );
}
