import type { ReactNode } from "react";
import { EvidencePopover } from "@/components/evidence/evidence-popover";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTabs } from "@/components/layout/page-link";
import { SiteHeader } from "@/components/layout/site-header";
import { Toaster } from "@/components/ui/toast";

/** Frame of every public page: header, tabs, the page's own `<main id="main">`, and the popover with the evidence of a value. */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <PageTabs />
      {/* Nearly every page has a time bar. */}
      <FeatureText namespaces={["time"]}>{children}</FeatureText>
      <EvidencePopover />
      <Toaster />
    </>
  );
}
