"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useId, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { MenuIcon } from "@/components/ui/icons";
import { usePlainText } from "@/lib/text/use-plain-text";
import { hrefFrom, isCurrent, NAVIGATION, type NavigationPage } from "./navigation";

/**
 * Main navigation: a row of links, which scrolls in a language with long words; on a narrow screen a
 * button that opens them in a native popover.
 */
export function SiteNav() {
  const { t } = usePlainText();
  const path = usePathname();
  const search = useSearchParams();
  const menu = useRef<HTMLElement>(null);
  const menuId = useId();
  const linkProps = (page: NavigationPage) => ({
    href: hrefFrom(page, search),
    "aria-current": isCurrent(page, path) ? ("page" as const) : undefined,
  });
  const groups = NAVIGATION.map(({ name, pages }) => ({
    label: t(`layout.navigation.groups.${name}`),
    pages,
  }));
  return (
    <>
      <nav
        aria-label={t("layout.navigation.main")}
        className="hidden h-full min-w-0 gap-5 overflow-x-auto text-ink-2 [scrollbar-width:none] xl:flex"
      >
        {groups.map(({ label, pages }) => (
          <ul key={label} aria-label={label} className="flex h-full flex-none gap-3.5">
            {pages.map((page) => (
              <li key={page.href} className="flex">
                <Link
                  {...linkProps(page)}
                  prefetch={false}
                  className="flex items-center border-transparent border-y-2 focus-visible:-outline-offset-2 hover:text-ink aria-[current]:border-b-accent aria-[current]:font-semibold aria-[current]:text-ink"
                >
                  {t(`layout.navigation.pages.${page.name}`)}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <div className="xl:hidden">
        <IconButton label={t("layout.navigation.menu")} variant="quiet" popoverTarget={menuId}>
          <MenuIcon />
        </IconButton>
        <nav
          ref={menu}
          id={menuId}
          popover="auto"
          aria-label={t("layout.navigation.main")}
          className="inset-x-0 top-(--header) bottom-auto m-0 max-h-[calc(100dvh-var(--header))] w-full overflow-y-auto border-line border-b bg-pop px-4 py-3 text-ink shadow-pop sm:px-5"
        >
          <div className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
            {groups.map(({ label, pages }) => (
              <div key={label}>
                <p className="text-12 text-ink-3">{label}</p>
                <ul aria-label={label}>
                  {pages.map((page) => (
                    <li key={page.href}>
                      <Link
                        {...linkProps(page)}
                        prefetch={false}
                        onClick={() => menu.current?.hidePopover()}
                        className="flex h-11 items-center text-15 hover:text-accent aria-[current]:font-semibold aria-[current]:text-accent"
                      >
                        {t(`layout.navigation.pages.${page.name}`)}
                      </Link>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </nav>
      </div>
    </>
  );
}
