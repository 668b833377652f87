"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useId, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { MenuIcon } from "@/components/ui/icons";
import { isCurrent, SECTIONS } from "./sections";

/** Main navigation: a row of links; on a phone behind one button, in the browser's own popover. */
export function SiteNav() {
  const path = usePathname();
  const menu = useRef<HTMLElement>(null);
  const menuId = useId();
  return (
    <>
      <nav aria-label="Main" className="hidden h-full gap-4.5 text-ink-2 sm:flex">
        {SECTIONS.map((section) => (
          <Link
            key={section.href}
            href={section.href}
            aria-current={isCurrent(section, path) ? "page" : undefined}
            className="flex items-center border-transparent border-y-2 hover:text-ink aria-[current]:border-b-accent aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {section.label}
          </Link>
        ))}
      </nav>
      <div className="sm:hidden">
        <IconButton label="Menu" variant="quiet" popoverTarget={menuId}>
          <MenuIcon />
        </IconButton>
        <nav
          ref={menu}
          id={menuId}
          popover="auto"
          aria-label="Main"
          className="inset-x-0 top-(--header) bottom-auto m-0 w-full border-line border-b bg-pop py-2 text-ink shadow-pop"
        >
          {SECTIONS.map((section) => (
            <Link
              key={section.href}
              href={section.href}
              aria-current={isCurrent(section, path) ? "page" : undefined}
              onClick={() => menu.current?.hidePopover()}
              className="flex h-11 items-center px-4 text-15 aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {section.label}
            </Link>
          ))}
        </nav>
      </div>
    </>
  );
}
