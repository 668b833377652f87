import type { ReactNode } from "react";
import { Anchor } from "@/components/layout/link";
import { glossaryPath, termAnchor } from "@/lib/catalogue/glossary-path";
import type { GlossaryKey } from "@/lib/catalogue/terms";

/** A word that links to its entry in the glossary. A plain link, so that the page needs no script. */
export function TermLink({ of, children }: { of: GlossaryKey; children: ReactNode }) {
  return (
    <Anchor className="link" href={glossaryPath(termAnchor(of))}>
      {children}
    </Anchor>
  );
}

interface Definition {
  readonly key: string;
  readonly label: ReactNode;
  readonly definition: ReactNode;
}

/** Words and what each means: side by side, on a phone one above the other. */
export function Definitions({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-0.5 sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-y-2">
      {items.map(({ key, label, definition }) => (
        <div key={key} className="contents">
          <dt className="font-semibold">{label}</dt>
          <dd className="max-sm:mb-2">{definition}</dd>
        </div>
      ))}
    </dl>
  );
}
