"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState, useTransition } from "react";
import type { AddressChange } from "@/lib/client/address";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import type { Day } from "@/lib/time/day";
import { createNavigationQueue } from "./navigation-queue";
import { type MomentParams, TimeBar } from "./time-bar";

/** Props of the bar of time over a page that the server makes. */
export interface TimeOverPageProps {
  asked: MomentParams;
  today: Day;
  /** The last revision that counts in what is shown. */
  version: number;
  /** Claims by quarter since the record began, of what the page is about. */
  quarters: readonly number[];
  /** The days on which something changed there. */
  turns: readonly Day[];
  /** What the page shows on its day, read aloud after it. */
  words: string;
  path: string;
  /** What else the address says, without the moment. */
  others: readonly (readonly [string, string])[];
}

/** Time over a page that the server makes: the bar moves at once, the page follows. */
export function TimeOverPage({ asked, path, others, ...bar }: TimeOverPageProps) {
  const router = useRouter();
  const [busy, start] = useTransition();
  /** Where the hand is, until the page asked for is there. */
  const [held, hold] = useState<MomentParams | null>(null);
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
    // Asked for while the router follows a link, a page would call it back.
    window.addEventListener("click", pages.flush, true);
    return () => {
      window.removeEventListener("popstate", leave);
      window.removeEventListener("click", pages.flush, true);
      pages.forget();
    };
  }, [pages]);

  const onTime = useCallback(
    (time: MomentParams, { act }: AddressChange = {}) => {
      const address = path + toSearch([...others, ...momentPairs(time)]);
      hold(time);
      pages.ask(address, act);
      return address;
    },
    [pages, path, others],
  );
  return (
    <div className="no-print" aria-busy={busy}>
      <TimeBar {...bar} asked={held ?? asked} onUse={nothingToLoad} onTime={onTime} />
    </div>
  );
}

/** The days came with the page. */
function nothingToLoad(): void {}
