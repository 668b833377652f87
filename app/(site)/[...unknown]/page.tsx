import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getPageText } from "@/lib/server/text/page-text";

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getPageText();
  return { title: t("pages.notFound.title") };
}

/**
 * Every address that names nothing here. The answer is in the `not-found.tsx` beside it: unlike that of the whole app, it is
 * not sent with every page, and may have a footer.
 */
export default function Page(): never {
  notFound();
}
