import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { SiteFooter } from "./site-footer";

interface ReadingPageProps {
  /** The page's heading; left out where the page has a `PageTitle` or a head of its own. */
  title?: ReactNode;
  /** Under the title: the answer in a sentence or two. */
  lead?: ReactNode;
  /** In the footer: to when evidence was searched; empty or absent: not said. */
  note?: string;
  /** In the footer, on paper only: the site, the day and the revision of what is shown. */
  printedSource?: string;
  /** One narrow column, for a form or a few facts. */
  narrow?: boolean;
  children: ReactNode;
}

/** The frame of every page that scrolls: `<main id="main">` and the footer. The explorer fills the screen and has none. */
export function ReadingPage({
  title,
  lead,
  note = "",
  printedSource,
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
      <SiteFooter note={note} printedSource={printedSource} />
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
        <div className={small ? "mt-2 text-15 text-ink-2" : "page-lead mt-3"}>{lead}</div>
      )}
    </header>
  );
}
