"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import {
  ArticleIcon,
  ClockIcon,
  DownloadIcon,
  FolderIcon,
  TableIcon,
  WorkIcon,
} from "@/components/ui/icons";

/** The entries of the desk with their icons, in their order. */
const ENTRIES = {
  zones: { href: "/admin/zones", icon: <TableIcon /> },
  work: { href: "/admin/work", icon: <WorkIcon /> },
  article: { href: "/admin/article", icon: <ArticleIcon /> },
  import: { href: "/admin/import", icon: <DownloadIcon /> },
  records: { href: "/admin/records/firm", icon: <FolderIcon /> },
  history: { href: "/admin/history", icon: <ClockIcon /> },
} as const satisfies Record<string, { href: string; icon: ReactNode }>;

type Entry = keyof typeof ENTRIES;
const KEYS = Object.keys(ENTRIES) as readonly Entry[];

interface AdminNavProps {
  label: string;
  names: Readonly<Record<Entry, string>>;
  /** What waits in an entry: the number, and the words for it. */
  counts: Readonly<Partial<Record<Entry, readonly [number: string, words: string]>>>;
}

/** The entries of the desk: beside the page, or at the foot of a narrow screen. */
export function AdminNav({ label, names, counts }: AdminNavProps) {
  const current = entryOf(usePathname());
  return (
    <nav
      aria-label={label}
      className="no-print sticky bottom-0 z-30 order-last border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] lg:top-0 lg:bottom-auto lg:order-first lg:w-42 lg:flex-none lg:self-start lg:border-t-0 lg:px-2.5 lg:py-3.5"
    >
      <ul className="grid auto-cols-fr grid-flow-col lg:grid-flow-row lg:gap-1">
        {KEYS.map((key) => (
          <li key={key} className="min-w-0">
            <Link
              href={ENTRIES[key].href as Route}
              prefetch={false}
              aria-current={key === current ? "page" : undefined}
              className="relative flex min-h-13 flex-col items-center justify-center gap-1 rounded-2 text-ink-2 max-lg:text-12 hover:bg-paper-2 hover:text-ink aria-[current]:font-semibold aria-[current]:text-accent lg:min-h-9 lg:flex-row lg:justify-start lg:gap-2.5 lg:px-3 lg:aria-[current]:bg-accent-wash"
            >
              {ENTRIES[key].icon}
              <span className="truncate">{names[key]}</span>
              {counts[key] === undefined ? null : (
                <>
                  <span
                    aria-hidden="true"
                    className="tabular absolute start-[calc(50%+0.5rem)] top-1 rounded-full bg-accent px-1.5 font-semibold text-12 text-accent-ink leading-4 lg:static lg:ms-auto lg:bg-transparent lg:px-0 lg:font-normal lg:text-12 lg:text-current"
                  >
                    {counts[key][0]}
                  </span>
                  <span className="sr-only">, {counts[key][1]}</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The entry of a page; null for what stands under the account. */
function entryOf(path: string): Entry | null {
  if (path.startsWith("/admin/records/zone")) return "zones";
  if (path.startsWith("/admin/records")) return "records";
  return KEYS.find((key) => `${path}/`.startsWith(`${ENTRIES[key].href}/`)) ?? null;
}
