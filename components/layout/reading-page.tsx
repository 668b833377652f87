import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { useTranslate } from "@/lib/text/use-translate";

interface ReadingPageProps {
  /** The page's heading; left out where the page has a `PageTitle` or a head of its own. */
  title?: ReactNode;
  /** Under the title: the answer in a sentence or two. */
  lead?: ReactNode;
  /** In the footer: to when evidence was searched; empty or absent: not said. */
  note?: string;
  /** One narrow column, for a form or a few facts. */
  narrow?: boolean;
  children: ReactNode;
}

/** The frame of every page that scrolls: `<main id="main">` and the footer. The explorer fills the screen and has none. */
export function ReadingPage({
  title,
  lead,
  note = "",
  narrow = false,
  children,
}: ReadingPageProps) {
  const content = (
    <>
      {title === undefined ? null : <PageTitle title={title} lead={lead} small={narrow} />}
      {children}
    </>
  );
  return (
    <>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1360px] px-4 pt-6 pb-18 outline-none sm:px-8 print:p-0"
      >
        {narrow ? (
          <div className="mx-auto grid w-full max-w-[26rem] gap-6 pt-4 sm:pt-10">{content}</div>
        ) : (
          content
        )}
      </main>
      <SiteFooter note={note} />
    </>
  );
}

interface PageTitleProps {
  title: ReactNode;
  lead?: ReactNode;
  /** For the page of one thing, a form, or a long sentence. */
  small?: boolean;
  className?: string;
}

/** The heading of a page and the answer under it. */
export function PageTitle({ title, lead, small = false, className }: PageTitleProps) {
  return (
    <header className={cx(small ? undefined : "mb-5", className)}>
      <h1 data-small={small || undefined} className="page-title text-balance">
        {title}
      </h1>
      {lead === undefined ? null : (
        <div
          className={
            small ? "mt-2 text-15 text-ink-2" : "mt-3 max-w-[68ch] text-pretty font-serif text-17"
          }
        >
          {lead}
        </div>
      )}
    </header>
  );
}

/** Foot of pages to read: to when evidence was searched, licence of the data, boundary policy, what the score is not. */
function SiteFooter({ note }: { note: string }) {
  const t = useTranslate();
  return (
    <footer className="mt-auto border-line border-t text-12 text-ink-3 print:mt-2 print:text-11">
      <div className="mx-auto flex max-w-[1360px] flex-wrap gap-x-6 gap-y-1.5 px-4 py-5 sm:px-8 print:gap-y-0 print:px-0 print:py-1">
        {note === "" ? null : <p>{note}</p>}
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
