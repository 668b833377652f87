"use client";

import { PageError, type PageErrorProps } from "@/components/layout/page-error";

/** Shown where an admin page fails, most likely because the database is away. */
export default function AdminError(props: PageErrorProps) {
  return <PageError {...props} hasForms />;
}
