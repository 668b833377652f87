"use client";

import type { Route } from "next";
import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/layout/link";
import { usePath } from "@/lib/client/use-path";
import { correctionPath } from "@/lib/evidence/addresses";
import { toSearch } from "@/lib/query/search-string";
import { isInNavigation } from "./navigation";

const FORM = "/correct";

/** A link to the form in which readers suggest a correction of the page shown. */
export function CorrectionLink({
  className,
  children,
}: {
  className?: string;
  children: ReactNode;
}) {
  const path = usePath();
  const search = toSearch(useSearchParams());
  // Elsewhere, such as on the page of a link in an e-mail, parameters can be secrets.
  const page = isInNavigation(path) ? path + search : path;
  const isForm = path === FORM || path.startsWith(`${FORM}/`);
  const href = isForm ? FORM : correctionPath({ page });
  return (
    <Link href={href as Route} prefetch={false} className={className}>
      {children}
    </Link>
  );
}
