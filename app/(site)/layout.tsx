import type { Metadata } from "next";
import type { ReactNode } from "react";
import { EvidencePopover } from "@/components/evidence/evidence-popover";
import { PageTabs } from "@/components/layout/page-link";
import { SiteHeader } from "@/components/layout/site-header";
import { TranslationNotice } from "@/components/layout/translation-notice";
import { Toaster } from "@/components/ui/toast";
import { siteOrigin } from "@/lib/server/origins";
import { getPageText, pageLocale } from "@/lib/server/text/page-text";
import { isUnchecked } from "@/lib/text/messages";
import { feedTypes } from "./feed-types";

/** Where a page does not say it itself: where programs find the feeds. */
export async function generateMetadata(): Promise<Metadata> {
  return { alternates: { types: feedTypes(await getPageText(), await siteOrigin()) } };
}

/** Frame of every public page: header, tabs, the note on an unchecked translation, the page's own `<main id="main">`, and the popover with the evidence of a value. */
export default async function SiteLayout({ children }: { children: ReactNode }) {
  const locale = await pageLocale();
  return (
    <>
      <SiteHeader />
      <PageTabs />
      {isUnchecked(locale) ? <TranslationNotice /> : null}
      {children}
      <EvidencePopover />
      <Toaster />
    </>
  );
}
