"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type Act, may, type Role } from "@/lib/catalogue/roles";

interface Place {
  readonly href: Route;
  readonly label: string;
  readonly act: Act;
}

const PLACES: readonly Place[] = [
  { href: "/admin", label: "Zones", act: "record" },
  { href: "/admin/people" as Route, label: "People", act: "manage-people" },
  { href: "/admin/audit" as Route, label: "Audit", act: "read-audit" },
];

function isCurrent({ href }: Place, path: string): boolean {
  if (href === "/admin") return path === "/admin" || path.startsWith("/admin/zones/");
  return path === href || path.startsWith(`${href}/`);
}

/** The desk's own navigation, with what the role allows: beside the page, or above it where it is narrow. */
export function DeskNav({ role }: { role: Role }) {
  const path = usePathname();
  return (
    <nav
      aria-label="Desk"
      className="no-print flex flex-none items-center gap-1 overflow-x-auto border-line border-b px-4 py-1.5 sm:px-8 lg:block lg:w-56 lg:border-r lg:border-b-0 lg:px-5 lg:py-5"
    >
      <p className="title mr-3 lg:mr-0 lg:mb-2.5">Desk</p>
      <ul className="flex gap-1 lg:grid lg:gap-0">
        {PLACES.filter(({ act }) => may(role, act)).map((place) => (
          <li key={place.href}>
            <Link
              href={place.href}
              prefetch={false}
              aria-current={isCurrent(place, path) ? "page" : undefined}
              className="flex h-7.5 items-center rounded-2 px-2 text-ink-2 hover:bg-paper-2 hover:text-ink aria-[current]:bg-accent-wash aria-[current]:font-semibold aria-[current]:text-accent lg:-mx-2 pointer-coarse:h-11"
            >
              {place.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
