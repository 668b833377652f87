"use client";

import { PreviewCard as Base } from "@base-ui/react/preview-card";
import type { Route } from "next";
import { Link } from "@/components/layout/link";
import type { FieldKey } from "@/lib/catalogue/fields";
import { GLOSSARY, type GlossaryKey } from "@/lib/catalogue/terms";
import { useText } from "@/lib/text/use-text";

/** Props of the definition that opens at a term. */
interface TermTipProps {
  id: string;
  term: { readonly of: GlossaryKey } | { readonly field: FieldKey };
  /** Replace the label and the definition of the glossary. */
  words?: { readonly label: string; readonly definition: string };
  href: Route;
  anchor: Element | null;
  onOpenChange: (open: boolean) => void;
  onPointerEnter: () => void;
  onPointerLeave: () => void;
}

/**
 * The definition of a term, and the way to its entry in the glossary. Loaded when a term is first
 * pointed at. A preview card takes no focus, so that Tab goes on from the term to the next control.
 */
export function TermTip({ term, words, href, anchor, onOpenChange, ...popup }: TermTipProps) {
  const text = useText();
  const { label, definition } =
    words ??
    ("of" in term
      ? { ...GLOSSARY[term.of], ...text.translatedTerm(term.of) }
      : { label: text.fieldLabel(term.field), definition: text.fieldDefinition(term.field) });
  return (
    <Base.Root
      open
      onOpenChange={(open, { event }) => {
        // A press on the term itself is the term's own matter.
        if (event.target instanceof Node && anchor?.contains(event.target)) return;
        onOpenChange(open);
      }}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={anchor ?? undefined}
          side="top"
          sideOffset={6}
          collisionPadding={8}
          className="z-40"
        >
          <Base.Popup
            role="tooltip"
            className="max-w-[min(20rem,var(--available-width))] rounded-pop bg-pop p-2 text-12 text-ink shadow-pop"
            {...popup}
          >
            <b className="font-semibold">{label}</b>
            <span className="block">{definition}</span>
            <Link className="link inline-flex min-h-6 items-center" href={href} prefetch={false}>
              {text.t("common.moreInGlossary")}
            </Link>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
