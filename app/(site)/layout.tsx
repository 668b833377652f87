import type { Metadata } from "next";
import type { ReactNode } from "react";
import { EvidencePopover } from "@/components/evidence/evidence-popover";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTabs } from "@/components/layout/page-link";
import { SiteHeader } from "@/components/layout/site-header";
import { Toaster } from "@/components/ui/toast";
import { getText } from "@/lib/server/get-text";
import { siteOrigin } from "@/lib/server/origins";
import { feedTypes } from "./page-metadata";

/** Where a page does not say it itself: where programs find the feeds. */
export async function generateMetadata(): Promise<Metadata> {
  return { alternates: { types: feedTypes(await getText(), await siteOrigin()) } };
}

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
