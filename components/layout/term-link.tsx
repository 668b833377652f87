"use client";

import type { Route } from "next";
import Link from "next/link";
import { type MouseEvent, type ReactNode, useId, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import { useLoaded } from "@/components/ui/use-lazy-component";
import type { FieldKey } from "@/lib/catalogue/fields";
import { fieldAnchor, glossaryPath, termAnchor } from "@/lib/catalogue/glossary-path";
import type { GlossaryKey } from "@/lib/catalogue/terms";

/** Milliseconds that a mouse rests on a term before its definition opens, or is away before it closes. */
const DELAY = 150;

const loadTip = () => import("./term-tip").then((module) => module.TermTip);

/** A term of the glossary, or a field of the catalogue. */
type TermName =
  | { readonly of: GlossaryKey; readonly field?: never }
  | { readonly field: FieldKey; readonly of?: never };

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
export function Term({ of, field, children, label, className }: TermProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touched = useRef(false);
  const { part: Tip, load } = useLoaded(loadTip);
  const [open, setOpen] = useState(false);
  const id = useId();
  const href = glossaryPath(of ? termAnchor(of) : fieldAnchor(field)) as Route;

  const change = (next: boolean, delay = 0) => {
    clearTimeout(timer.current);
    if (next) load();
    timer.current = setTimeout(() => setOpen(next), delay);
  };
  /** A finger cannot rest on a word, so its tap opens the definition, which holds the link. */
  const press = (event: MouseEvent) => {
    if (!touched.current) return;
    event.preventDefault();
    change(true);
  };

  return (
    <>
      <Link
        ref={link}
        href={href}
        prefetch={false}
        aria-label={label}
        aria-describedby={open && Tip ? id : undefined}
        className={cx(
          "cursor-help underline decoration-1 decoration-dashed decoration-edge underline-offset-3 hover:decoration-accent",
          className,
        )}
        onPointerDown={({ pointerType }) => {
          touched.current = pointerType === "touch";
        }}
        onClick={press}
        onKeyDown={() => {
          touched.current = false;
        }}
        onPointerEnter={({ pointerType }) => {
          if (pointerType === "mouse") change(true, DELAY);
        }}
        onPointerLeave={({ pointerType }) => {
          if (pointerType === "mouse") change(false, DELAY);
        }}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(":focus-visible")) change(true);
        }}
        onBlur={({ relatedTarget }) => {
          if (!document.getElementById(id)?.contains(relatedTarget)) change(false);
        }}
      >
        {children}
      </Link>
      {open && Tip ? (
        <Tip
          id={id}
          term={of ? { of } : { field }}
          href={href}
          anchor={link.current}
          onOpenChange={(next) => change(next)}
          onPointerEnter={() => change(true)}
          onPointerLeave={() => change(false, DELAY)}
        />
      ) : null}
    </>
  );
}
