import type { ReactNode } from "react";

/**
 * An icon at the size and weight of the text beside it, decorative: a word or a label says the same.
 * @param children shapes in a square of 24 by 24. They are Lucide's (ISC licence,
 * https://lucide.dev/license), whose own component would add 2 kB to every page
 * @param mirrored it points along the text, so it turns where text runs from right to left
 */
export function Glyph({ mirrored = false, children }: { mirrored?: boolean; children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={mirrored ? "icon icon-mirrored" : "icon"}
    >
      {children}
    </svg>
  );
}
