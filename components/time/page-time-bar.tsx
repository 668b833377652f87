"use client";

import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { toast } from "@/components/ui/toast";
import { useLoaded } from "@/components/ui/use-lazy-component";
import type { AddressChange } from "@/lib/client/address";
import { useOptimisticValue } from "@/lib/client/optimistic-value";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
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
