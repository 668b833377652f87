"use client";

import type { Route } from "next";
import {
  type HTMLAttributes,
  type ReactNode,
  type RefObject,
  useId,
  useRef,
  useState,
} from "react";
import { useLoaded } from "@/components/ui/use-lazy-component";
import type { FieldKey } from "@/lib/catalogue/fields";
import { fieldAnchor, glossaryPath, termAnchor } from "@/lib/catalogue/glossary-path";
import type { GlossaryKey } from "@/lib/catalogue/terms";

/** Milliseconds that a mouse rests on a term before its definition opens, or is away before it closes. */
const DELAY = 150;

const loadTip = () => import("./term-tip").then((module) => module.TermTip);

/** A term of the glossary, or a field of the catalogue. */
export type TermName =
  | { readonly of: GlossaryKey; readonly field?: never }
  | { readonly field: FieldKey; readonly of?: never };

/** The label and the definition of a term. */
interface TermWords {
  readonly label: string;
  readonly definition: string;
}

/** The definition of a term at an element that has a task of its own, such as a column head. */
interface TermTip {
  /** Listeners for that element. */
  readonly handlers: Pick<
    HTMLAttributes<HTMLElement>,
    "onPointerEnter" | "onPointerLeave" | "onFocus" | "onBlur"
  >;
  /** Id of the definition while it is open. */
  readonly describedBy: string | undefined;
  readonly open: () => void;
  /** The definition while it is open. */
  readonly tip: ReactNode;
}

/**
 * Opens the definition of a term by mouse and by keyboard focus, and closes it with Escape or when the
 * focus or the mouse leaves. A tap opens it where the element calls `open`.
 * @param words replace the label and the definition of the glossary
 */
export function useTermTip(
  { of, field }: TermName,
  anchor: RefObject<HTMLElement | null>,
  words?: TermWords,
): TermTip {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { part: Tip, load } = useLoaded(loadTip);
  const [isOpen, setOpen] = useState(false);
  const id = useId();

  const change = (next: boolean, delay = 0) => {
    clearTimeout(timer.current);
    if (next) load();
    timer.current = setTimeout(() => setOpen(next), delay);
  };
  return {
    handlers: {
      onPointerEnter: ({ pointerType }) => {
        if (pointerType === "mouse") change(true, DELAY);
      },
      onPointerLeave: ({ pointerType }) => {
        if (pointerType === "mouse") change(false, DELAY);
      },
      onFocus: ({ currentTarget }) => {
        if (currentTarget.matches(":focus-visible")) change(true);
      },
      onBlur: ({ relatedTarget }) => {
        if (!document.getElementById(id)?.contains(relatedTarget)) change(false);
      },
    },
    describedBy: isOpen && Tip ? id : undefined,
    open: () => change(true),
    tip:
      isOpen && Tip ? (
        <Tip
          id={id}
          term={of ? { of } : { field }}
          words={words}
          href={getTermPath(of ? { of } : { field })}
          anchor={anchor.current}
          onOpenChange={(next) => change(next)}
          onPointerEnter={() => change(true)}
          onPointerLeave={() => change(false, DELAY)}
        />
      ) : null,
  };
}

/** Address of a term in the glossary. */
export function getTermPath({ of, field }: TermName): Route {
  return glossaryPath(of ? termAnchor(of) : fieldAnchor(field)) as Route;
}
