"use client";

import type { ReactNode } from "react";
import { Anchor } from "@/components/layout/link";

interface EvidenceAnchorProps {
  href: string;
  /** Name of the field, which a screen reader says after the value. */
  label: string;
  children: ReactNode;
  className?: string | undefined;
}

/** The link itself, a client component, so that a page does not repeat what every value has. */
export function EvidenceAnchor({ href, label, children, className }: EvidenceAnchorProps) {
  return (
    <Anchor href={href} aria-haspopup="dialog" className={className}>
      {children}
      <i>{`, ${label}`}</i>
    </Anchor>
  );
}
