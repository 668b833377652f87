"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import { useLoaded } from "@/components/ui/use-lazy-component";
import type { AddressChange } from "@/lib/client/address";
import { createNavigationQueue } from "@/lib/client/navigation-queue";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { Day } from "@/lib/time/day";
import { TimeFrame } from "./time-frame";
import type { MomentParams } from "./time-parts";

const loadParts = () => import("./time-parts").then(({ TimeParts }) => TimeParts);

interface PageTimeBarProps {
  moment: MomentParams;
  today: Day;
  /** The last revision that counts in what is shown, as a permanent link names it. */
  revision: string;
  /** Reports per quarter since the record began, on what the page is about. */
  quarters: readonly number[];
  /** The days on which something changed in them. */
  changeDates: readonly Day[];
  /** What the page shows on that date; screen readers read it after the date. */
  words: string;
  path: string;
  /** The other parameters of the address. */
  others: readonly (readonly [string, string])[];
}

/**
 * The time bar of a page that the server renders: a button with the day, which opens the controls. They move at once, the
 * page follows.
 */
export function PageTimeBar({ moment, path, others, ...bar }: PageTimeBarProps) {
  const router = useRouter();
  const { t } = usePlainText();
  const [open, setOpen] = useState(false);
  const { part: TimeParts, load, failed } = useLoaded(loadParts);
  useEffect(() => {
    if (open && failed) toast(t("errors.unreachable"));
  }, [open, failed, t]);
  const [busy, start] = useTransition();
  /** The moment set, until its page is there. */
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
    // A page requested while the router follows a link would cancel that link.
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
  const shown = held ?? moment;
  return (
    <div className="time-strip no-print" aria-busy={busy}>
      <TimeFrame
        day={shown.asOf ?? bar.today}
        open={open}
        onToggle={() => {
          load();
          setOpen(!open);
        }}
        onNear={load}
      >
        {open && TimeParts ? (
          <TimeParts {...bar} moment={shown} onUse={nothingToLoad} onTime={onTime} />
        ) : null}
      </TimeFrame>
    </div>
  );
}

/** The days are in the page. */
function nothingToLoad(): void {}
