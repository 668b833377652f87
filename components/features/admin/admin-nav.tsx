"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

interface AdminNavProps {
  label: string;
  places: readonly { readonly href: string; readonly label: string }[];
}

/** The navigation of the admin pages: beside the page, or above it on a narrow screen. */
export function AdminNav({ label, places }: AdminNavProps) {
  const path = usePathname();
  const current = places.find(({ href }) => isCurrent(href, path));
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the current place can be out of sight.
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>(`[href="${current?.href}"]`);
    if (!nav.current || !link) return;
    nav.current.scrollLeft = link.offsetLeft - (nav.current.clientWidth - link.offsetWidth) / 2;
  }, [current?.href]);
  return (
    <nav
      ref={nav}
      aria-label={label}
      className="no-print flex flex-none items-center gap-1 overflow-x-auto border-line border-b px-4 py-1.5 sm:px-8 lg:block lg:w-56 lg:border-e lg:border-b-0 lg:px-5 lg:py-5"
    >
      <p className="title me-3 lg:me-0 lg:mb-2.5">{label}</p>
      <ul className="flex gap-1 lg:grid lg:gap-0">
        {places.map((place) => (
          <li key={place.href}>
            <Link
              href={place.href as Route}
              prefetch={false}
              aria-current={place === current ? "page" : undefined}
              className="flex h-7.5 items-center whitespace-nowrap rounded-2 px-2 text-ink-2 hover:bg-paper-2 hover:text-ink aria-[current]:bg-accent-wash aria-[current]:font-semibold aria-[current]:text-accent lg:-mx-2 pointer-coarse:h-11"
            >
              {place.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Is the page, or the page above it, the one shown? The parameters of a place do not matter. */
function isCurrent(address: string, path: string): boolean {
  const [href = address] = address.split("?");
  if (href === "/admin") return path === "/admin" || path.startsWith("/admin/zones/");
  return path === href || path.startsWith(`${href}/`);
}
