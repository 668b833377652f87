import type { ReactNode } from "react";

/** Head of a page of the desk: its title, what it is for, and what can be done at its right end. */
export function DeskTitle({
  title,
  lead,
  action,
}: {
  title: string;
  lead: ReactNode;
  action?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="grid min-w-0 flex-1 basis-72 gap-1">
        <h1 className="font-serif text-28 tracking-[-0.01em]">{title}</h1>
        <p className="text-ink-2">{lead}</p>
      </div>
      {action}
    </header>
  );
}
