"use client";

import PageError from "../error";

/** Shown where an admin page fails, most likely because the database is away. */
export default function AdminError(props: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return <PageError {...props} hasForms />;
}
