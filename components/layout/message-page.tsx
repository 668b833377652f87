import type { ReactNode } from "react";
import { Anchor } from "@/components/layout/link";
import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";

interface MessagePageProps {
  title: string;
  /** Where the reader can go on. */
  links?: readonly { readonly href: string; readonly label: string }[];
  /** Inside the `<main>` of a page that shows other things too, such as the time bar. */
  inline?: boolean;
  /** What happened and what to do. */
  children?: ReactNode;
}

/**
 * The one page without content of its own: not found, not registered yet, a wrong link, no access, an
 * error. Its links are plain, because every page loads the error pages and would load the router's links too.
 */
export function MessagePage({ title, links = [], inline = false, children }: MessagePageProps) {
  const message = (
    <>
      <h1 data-small className="page-title mb-3">
        {title}
      </h1>
      <div className="prose">
        {children}
        {links.length === 1 ? (
          <p>
            {links.map(({ href, label }) => (
              <Anchor
                key={href}
                className={buttonClass(
                  "plain",
                  "h-auto! min-h-(--control) max-w-full whitespace-normal! py-1",
                )}
                href={href}
              >
                {label}
              </Anchor>
            ))}
          </p>
        ) : links.length === 0 ? null : (
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <Anchor className="link inline-flex min-h-6 items-center" href={href}>
                  {label}
                </Anchor>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
  const width = "w-full max-w-[640px]";
  return inline ? (
    <div className={cx(width, "py-10")}>{message}</div>
  ) : (
    <main
      id="main"
      tabIndex={-1}
      className={cx(width, "mx-auto grid flex-1 content-center px-4 py-14 outline-none")}
    >
      {message}
    </main>
  );
}
