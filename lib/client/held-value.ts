"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState, useTransition } from "react";
import { createNavigationQueue } from "./navigation-queue";

/**
 * What a reader has set on a page that the server renders, until its page is there; null: nothing. `ask` requests that page:
 * see `createNavigationQueue`.
 */
export function useHeldValue<T>(): {
  readonly held: T | null;
  readonly busy: boolean;
  readonly ask: (value: T, address: string, act: string | undefined) => void;
} {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [held, hold] = useState<T | null>(null);
  const [pages] = useState(() =>
    createNavigationQueue((address, move) =>
      start(() => router[move](address as Route, { scroll: false })),
    ),
  );
  useEffect(() => {
    if (!(busy || pages.arrived())) hold(null);
  }, [busy, pages]);
  useEffect(() => {
    const leave = () => {
      pages.forget();
      hold(null);
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
  const ask = useCallback(
    (value: T, address: string, act: string | undefined) => {
      hold(() => value);
      pages.ask(address, act);
    },
    [pages],
  );
  return { held, busy, ask };
}
