"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { correctionPath } from "@/lib/evidence/addresses";
import { toSearch } from "@/lib/query/search-string";

const FORM = "/correct";

/** A link to the form in which readers suggest a correction of the page shown. */
export function CorrectionLink({
  className,
  children,
}: {
  className: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const search = toSearch(useSearchParams());
  const href = path === FORM ? FORM : correctionPath({ page: path + search });
  return (
    <Link href={href as Route} prefetch={false} className={className}>
      {children}
    </Link>
  );
}
