import type { ReactNode } from "react";
import { EvidencePopover } from "@/components/evidence/evidence-popover";
import { SiteHeader } from "@/components/layout/site-header";
import { SkipLink } from "@/components/layout/skip-link";
import { Toaster } from "@/components/ui/toaster";

/** Frame of every public page: skip link, header, the page's own `<main id="main">`, and the answer to "says who?". */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <SiteHeader />
      {children}
      <EvidencePopover />
      <Toaster />
    </>
  );
}
