import type { Metadata } from "next";
import { NotFoundMessage } from "@/components/layout/not-found-message";
import { getPageText } from "@/lib/server/text/page-text";

/** The title of the page. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getPageText();
  return { title: t("pages.notFound.title") };
}

/**
 * Where nothing nearer answers for an address that names nothing. Public and admin pages have their own, inside their frame.
 * It is sent twice with every page, so it has neither header nor footer.
 */
export default function NotFound() {
  return <NotFoundMessage />;
}
