import type { ReactNode } from "react";
import { ReadingPage } from "./reading-page";

/** A page of one form or a few facts: its title, what it is for, and the rest in one narrow column. */
export function NarrowPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead: ReactNode;
  children: ReactNode;
}) {
  return (
    <ReadingPage>
      <div className="mx-auto grid w-full max-w-[26rem] gap-6 pt-4 sm:pt-10">
        <header className="grid gap-2">
          <h1 className="font-serif text-28 tracking-[-0.01em]">{title}</h1>
          <div className="text-15 text-ink-2">{lead}</div>
        </header>
        {children}
      </div>
    </ReadingPage>
  );
}
