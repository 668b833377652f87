import type { ReactNode } from "react";
import { type MethodPartId, partTitle } from "./contents";

/** One part of the method page, under its title and anchor. */
export function Part({ id, children }: { id: MethodPartId; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4">
      <h2 id={`${id}-title`} className="mb-3 font-serif text-21">
        {partTitle(id)}
      </h2>
      <div className="prose">{children}</div>
    </section>
  );
}

/** A table in the text; its words wrap, so that it fits a phone. `label` names it to those who listen. */
export function TextTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <table aria-label={label} className="w-full [&_code]:[overflow-wrap:anywhere]">
      {children}
    </table>
  );
}
