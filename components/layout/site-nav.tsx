"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useId, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { MenuIcon } from "@/components/ui/icons";
import { hrefFrom, isCurrent, SECTION_GROUPS, type Section } from "./navigation";

/** Main navigation: a row of links; where that has no room behind one button, in the browser's own popover. */
export function SiteNav() {
  const path = usePathname();
  const search = useSearchParams();
  const menu = useRef<HTMLElement>(null);
  const menuId = useId();
  const linkOf = (section: Section) => ({
    href: hrefFrom(section, search),
    "aria-current": isCurrent(section, path) ? ("page" as const) : undefined,
  });
  return (
    <>
      <nav aria-label="Main" className="hidden h-full gap-5 text-ink-2 xl:flex">
        {SECTION_GROUPS.map(({ label, sections }) => (
          <ul key={label} aria-label={label} className="flex h-full gap-3.5">
            {sections.map((section) => (
              <li key={section.href} className="flex">
                <Link
                  {...linkOf(section)}
                  prefetch={false}
                  className="flex items-center border-transparent border-y-2 hover:text-ink aria-[current]:border-b-accent aria-[current]:font-semibold aria-[current]:text-ink"
                >
                  {section.label}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <div className="xl:hidden">
        <IconButton label="Menu" variant="quiet" popoverTarget={menuId}>
          <MenuIcon />
        </IconButton>
        <nav
          ref={menu}
          id={menuId}
          popover="auto"
          aria-label="Main"
          className="inset-x-0 top-(--header) bottom-auto m-0 max-h-[calc(100dvh-var(--header))] w-full overflow-y-auto border-line border-b bg-pop px-4 py-3 text-ink shadow-pop sm:px-5"
        >
          <div className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
            {SECTION_GROUPS.map(({ label, sections }) => (
              <div key={label}>
                <p className="text-12 text-ink-3">{label}</p>
                <ul aria-label={label}>
                  {sections.map((section) => (
                    <li key={section.href}>
                      <Link
                        {...linkOf(section)}
                        prefetch={false}
                        onClick={() => menu.current?.hidePopover()}
                        className="flex h-11 items-center text-15 hover:text-accent aria-[current]:font-semibold aria-[current]:text-accent"
                      >
                        {section.label}
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
