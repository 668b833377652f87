import type { Metadata } from "next";
import { NotFoundMessage } from "@/components/layout/not-found-message";
import { SiteHeader } from "@/components/layout/site-header";
import { getPageText } from "@/lib/server/text/page-text";

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getPageText();
  return { title: t("pages.notFound.title") };
}

/** Where a page finds that its address names nothing. It is sent with every page, so it has no footer. */
export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <NotFoundMessage />
    </>
  );
}
