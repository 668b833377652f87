"use client";

import { buttonClass } from "@/components/ui/button";
import { PencilIcon } from "@/components/ui/icons";
import { useMay } from "@/lib/client/own-role";

/** A link to the desk with a pencil, which the browser adds for people who may record. */
export function DeskLink({ href, label }: { href: string; label: string }) {
  if (!useMay("record")) return null;
  return (
    <a className={buttonClass("plain", "no-print")} href={href}>
      <PencilIcon />
      {label}
    </a>
  );
}
