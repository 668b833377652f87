import type { Route } from "next";
import { Link } from "@/components/layout/link";
import { LICENCE } from "@/lib/formats/file-notes";
import { useTranslate } from "@/lib/text/use-translate";
import { CorrectionLink } from "./correction-link";
import { ABOUT_PAGES } from "./navigation";
import { LinkGroup, NavigationLinks } from "./navigation-links";

interface SiteFooterProps {
  /** To when evidence was searched; empty: not said. */
  note: string;
  /** On paper only: the site, the day and the revision of what is shown. */
  printedSource?: string | undefined;
}

/**
 * Foot of pages to read: every page by subject, to when evidence was searched, licence of the data, boundary
 * note, what the score is not.
 */
export function SiteFooter({ note, printedSource }: SiteFooterProps) {
  const t = useTranslate();
  return (
    <footer className="mt-auto border-line border-t text-12 text-ink-3 print:mt-4">
      <div className="mx-auto max-w-[1360px] px-4 py-6 sm:px-8 print:p-0 print:pt-1">
        <nav
          aria-label={t("pages.footer.map")}
          className="site-links no-print mb-5 grid grid-cols-2 gap-x-6 gap-y-4 text-ink-2 sm:grid-cols-4"
        >
          <NavigationLinks />
          <LinkGroup title={t("pages.footer.site")}>
            {ABOUT_PAGES.map(({ href, name }) => (
              <li key={href}>
                {name === "correct" ? (
                  <CorrectionLink>{t(`pages.footer.about.${name}`)}</CorrectionLink>
                ) : (
                  <Link href={href} prefetch={false}>
                    {t(`pages.footer.about.${name}`)}
                  </Link>
                )}
              </li>
            ))}
          </LinkGroup>
        </nav>
        <div className="flex flex-wrap gap-x-6 gap-y-1.5 print:gap-y-0">
          {printedSource === undefined ? null : (
            <p className="hidden print:block">{printedSource}</p>
          )}
          {note === "" ? null : <p>{note}</p>}
          <p>
            {t.rich("pages.footer.licence", {
              link: (words) => (
                <a className="link" href={LICENCE.url} rel="license">
                  {words}
                </a>
              ),
            })}
          </p>
          <p>
            {t.rich("pages.footer.boundaries", {
              link: (words) => (
                <Link className="link" href={"/method#boundaries" as Route} prefetch={false}>
                  {words}
                </Link>
              ),
            })}
          </p>
          <p>{t("pages.footer.score")}</p>
        </div>
      </div>
    </footer>
  );
}
