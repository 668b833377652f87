"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { type ReactNode, useCallback, useEffect, useMemo, useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import { useLoaded } from "@/components/ui/use-lazy-component";
import type { AddressChange } from "@/lib/client/address";
import { createNavigationQueue } from "@/lib/client/navigation-queue";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { addressIn } from "@/lib/text/reader-language";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { Day } from "@/lib/time/day";
import { type PackedDays, unpackDays } from "@/lib/time/packed-days";
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
  /** The days on which something changed in them, packed. */
  changeDates: PackedDays;
  /** What the page shows on that date; screen readers read it after the date. */
  words: string;
  path: string;
  /** The other parameters of the address. */
  others: readonly (readonly [string, string])[];
  /** On the button before the day: which zones the page is about; absent: it is about one subject. */
  scope?: ReactNode;
  /** Links to other zones, over the controls of the day. Without scripts they are always seen. */
  children?: ReactNode;
}

/**
 * The time bar of a page that the server renders: a button with the zones and the day, which opens the controls. They move at once, the
 * page follows.
 */
export function PageTimeBar({
  moment,
  path,
  others,
  changeDates,
  scope,
  children,
  ...bar
}: PageTimeBarProps) {
  const { t } = usePlainText();
  const [open, setOpen] = useState(false);
  const { part: TimeParts, load, failed } = useLoaded(loadParts);
  useEffect(() => {
    if (open && failed) toast(t("errors.unreachable"));
  }, [open, failed, t]);
  const days = useMemo(() => unpackDays(changeDates), [changeDates]);
  const { optimistic, busy, navigate } = useOptimisticValue<MomentParams>();
  const onTime = useCallback(
    (time: MomentParams, { act }: AddressChange = {}) => {
      const address = path + toSearch([...others, ...momentPairs(time)]);
      navigate(time, address, act);
      return address;
    },
    [navigate, path, others],
  );
  const shown = optimistic ?? moment;
  return (
    <div className="time-strip no-print has-[>[data-open]]:flex-[1_0_100%]" aria-busy={busy}>
      <TimeFrame
        strip
        day={shown.asOf ?? bar.today}
        open={open}
        onToggle={() => {
          load();
          setOpen(!open);
        }}
        onNear={load}
        before={scope}
      >
        {children}
        {open && TimeParts ? (
          <TimeParts {...bar} changeDates={days} moment={shown} onTime={onTime} />
        ) : null}
      </TimeFrame>
    </div>
  );
}

/**
 * The value that a reader has set on a page that the server renders, until the page of that value is there; null: none.
 * `navigate` sets it and requests its page in the language shown: see `createNavigationQueue`.
 */
function useOptimisticValue<T>(): {
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
