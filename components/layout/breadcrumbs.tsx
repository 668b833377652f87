import type { ReactNode } from "react";
import { Anchor } from "@/components/layout/link";
import { useTranslate } from "@/lib/text/use-translate";

/** A page above the current one. */
export interface Crumb {
  readonly label: string;
  readonly href: string;
}

interface BreadcrumbsProps {
  /** The pages above the current one, the topmost first. */
  path: readonly Crumb[];
  /** The name of the current page. */
  here: ReactNode;
}

/** The way to a page: "Zones › Sindh › Dhabeji". The arrow turns round in scripts that run from right to left. */
export function Breadcrumbs({ path, here }: BreadcrumbsProps) {
  return (
    <nav
      aria-label={useTranslate()("layout.breadcrumb")}
      className="no-print mb-2 text-12 text-ink-3"
    >
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {path.map(({ label, href }) => (
          <li key={href} className="flex items-center gap-x-1.5">
            <Anchor
              className="inline-flex min-h-6 items-center hover:text-ink hover:underline pointer-coarse:min-h-11"
              href={href}
            >
              {label}
            </Anchor>
            <span aria-hidden="true">›</span>
          </li>
        ))}
        <li aria-current="page" className="text-ink-2 wrap-anywhere">
          {here}
        </li>
      </ol>
    </nav>
  );
}
