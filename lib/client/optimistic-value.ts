"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useCallback, useEffect, useState, useTransition } from "react";
import { addressIn } from "@/lib/text/reader-language";
import { createNavigationQueue } from "./navigation-queue";

/**
 * The value that a reader has set on a page that the server renders, until the page of that value is there; null: none.
 * `navigate` sets it and requests its page in the language shown: see `createNavigationQueue`.
 */
export function useOptimisticValue<T>(): {
  readonly optimistic: T | null;
  readonly busy: boolean;
  readonly navigate: (value: T, address: string, act: string | undefined) => void;
} {
  const router = useRouter();
  const locale = useLocale();
  const [busy, start] = useTransition();
  const [optimistic, setOptimistic] = useState<T | null>(null);
  const [pages] = useState(() =>
    createNavigationQueue((address, move) =>
      start(() => router[move](address as Route, { scroll: false })),
    ),
  );
  useEffect(() => {
    if (!(busy || pages.arrived())) setOptimistic(null);
  }, [busy, pages]);
  useEffect(() => {
    const leave = () => {
      pages.forget();
      setOptimistic(null);
    };
    window.addEventListener("popstate", leave);
    // A page requested while the router follows a link would cancel that link.
    window.addEventListener("click", pages.flush, true);
    return () => {
      window.removeEventListener("popstate", leave);
      window.removeEventListener("click", pages.flush, true);
      pages.forget();
    };
  }, [pages]);
  const navigate = useCallback(
    (value: T, address: string, act: string | undefined) => {
      setOptimistic(() => value);
      pages.ask(addressIn(locale, address), act);
    },
    [locale, pages],
  );
  return { optimistic, busy, navigate };
}
