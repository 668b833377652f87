"use client";

import { type ReactNode, useRef } from "react";
import { Link } from "@/components/layout/link";
import { cx } from "@/components/ui/cx";
import { getTermPath, type TermName, useTermTip } from "./use-term-tip";

type TermProps = TermName & {
  /** The words of the page. */
  children: ReactNode;
  /** Name of the link where `children` has no words, such as an icon. */
  label?: string;
  className?: string;
};

/**
 * A word of the page that links to its entry in the glossary. Its definition opens by mouse, by
 * keyboard focus and by a tap, and closes with Escape or when the focus or the mouse leaves.
 */
export function Term({ children, label, className, ...term }: TermProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const touched = useRef(false);
  const { handlers, describedBy, open, tip } = useTermTip(term, link);
  return (
    <>
      <Link
        ref={link}
        href={getTermPath(term)}
        prefetch={false}
        aria-label={label}
        aria-describedby={describedBy}
        className={cx("term", className)}
        onPointerDown={({ pointerType }) => {
          touched.current = pointerType === "touch";
        }}
        onKeyDown={() => {
          touched.current = false;
        }}
        onClick={(event) => {
          // A finger cannot rest on a word, so its tap opens the definition, which holds the link.
          if (!touched.current) return;
          event.preventDefault();
          open();
        }}
        {...handlers}
      >
        {children}
      </Link>
      {tip}
    </>
  );
}
