import type { Metadata } from "next";
import Link from "next/link";
import { MessagePage } from "@/components/layout/message-page";
import { SiteHeader } from "@/components/layout/site-header";
import { getPageText } from "@/lib/server/text/page-text";

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getPageText();
  return { title: t("pages.notFound.title") };
}

/** Shown for every address that names nothing here. */
export default async function NotFound() {
  const { t } = await getPageText();
  return (
    <>
      <SiteHeader />
      <MessagePage title={t("pages.notFound.title")}>
        <p>
          {t.rich("pages.notFound.help", {
            explorer: (words) => (
              <Link className="link" href="/">
                {words}
              </Link>
            ),
            glossary: (words) => (
              <Link className="link" href="/glossary">
                {words}
              </Link>
            ),
          })}
        </p>
      </MessagePage>
    </>
  );
}
