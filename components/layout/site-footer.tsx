import type { Route } from "next";
import Link from "next/link";
import { usePlainText } from "@/lib/text/use-plain-text";

/** Foot of pages to read: licence of the data, boundary policy, what the score is not. */
export function SiteFooter() {
  const { t } = usePlainText();
  return (
    <footer className="mt-auto border-line border-t text-12 text-ink-3">
      <div className="mx-auto flex max-w-[1360px] flex-wrap gap-x-6 gap-y-1.5 px-4 py-5 sm:px-8">
        <p>
          {t.rich("pages.footer.licence", {
            link: (words) => (
              <a className="link" href="https://creativecommons.org/licenses/by/4.0/" rel="license">
                {words}
              </a>
            ),
          })}
        </p>
        <p>
          {t.rich("pages.footer.boundaries", {
            link: (words) => (
              <Link className="link" href={"/method#boundaries" as Route}>
                {words}
              </Link>
            ),
          })}
        </p>
        <p className="sm:ms-auto">{t("pages.footer.score")}</p>
      </div>
    </footer>
  );
}
