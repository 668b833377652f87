import type { ReactNode } from "react";
import { SiteHeader } from "@/components/site/site-header";
import { SkipLink } from "@/components/site/skip-link";
import { Toaster } from "@/components/ui/toaster";
import { SaysWho } from "@/components/zone/says-who";

/** Frame of every public page: skip link, header, the page's own `<main id="main">`, and the answer to "says who?". */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <SiteHeader />
      {children}
      <SaysWho />
      <Toaster />
    </>
  );
}
