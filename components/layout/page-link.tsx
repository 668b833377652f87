"use client";

import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/layout/link";
import { usePath } from "@/lib/client/use-path";
import { useTranslate } from "@/lib/text/use-translate";
import { hrefFrom, listTabs, type NavigationPage } from "./navigation";

interface PageLinkProps {
  page: NavigationPage;
  /** `page`: it is the page shown; `true`: it contains it. */
  current?: "page" | "true" | false;
  onClick?: () => void;
  className?: string;
  children: ReactNode;
}

/** A link to a page of the navigation, which keeps the scope and the date of the page shown. */
export function PageLink({ page, current, children, ...link }: PageLinkProps) {
  const search = useSearchParams();
  return (
    <Link
      href={hrefFrom(page, search)}
      prefetch={false}
      aria-current={current || undefined}
      {...link}
    >
      {children}
    </Link>
  );
}

/** Under the header: the pages on the subject of the page shown. Nothing on a page without others beside it. */
export function PageTabs() {
  const t = useTranslate();
  const path = usePath();
  const pages = listTabs(path);
  return pages.length === 0 ? null : (
    <nav
      aria-label={t("layout.navigation.tabs")}
      className="no-print h-(--tabs) flex-none overflow-x-auto border-line border-b bg-paper px-4 text-13 text-ink-2 [scrollbar-width:none] sm:px-5"
    >
      <ul className="flex h-full gap-5">
        {pages.map((page) => (
          <li key={page.href} className="flex flex-none">
            <PageLink page={page} current={page.href === path && "page"} className="page-tab">
              {t(`layout.navigation.pages.${page.name}`)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
