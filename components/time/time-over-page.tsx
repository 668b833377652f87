"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState, useTransition } from "react";
import type { AddressChange } from "@/lib/client/address";
import { toSearch } from "@/lib/client/search-string";
import type { Day } from "@/lib/registry/day";
import { type AskedTime, TimeBar } from "./time-bar";

/** Props of the bar of time over a page that the server makes. */
export interface TimeOverPageProps {
  asked: AskedTime;
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

/** The days that pass under a hand are asked for once it rests. */
const RESTS_AFTER_MS = 120;

/** Time over a page that the server makes: the bar moves at once, the page follows. */
export function TimeOverPage({ asked, path, others, ...bar }: TimeOverPageProps) {
  const router = useRouter();
  const [busy, start] = useTransition();
  /** Where the hand is, until the page that was asked for takes the place of this one. */
  const [held, hold] = useState<{ readonly time: AskedTime; readonly over: AskedTime } | null>(
    null,
  );
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastAct = useRef<string>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);

  const onTime = useCallback(
    (time: AskedTime, { act }: AddressChange = {}) => {
      const address = path + toSearch([...others, ...momentPairs(time)]);
      const move = act !== undefined && act === lastAct.current ? "replace" : "push";
      lastAct.current = act;
      hold({ time, over: asked });
      clearTimeout(resting.current);
      resting.current = setTimeout(
        () => start(() => router[move](address as Route, { scroll: false })),
        act === undefined ? 0 : RESTS_AFTER_MS,
      );
      return address;
    },
    [router, path, others, asked],
  );
  return (
    <div className="no-print" aria-busy={busy}>
      <TimeBar
        {...bar}
        asked={held?.over === asked ? held.time : asked}
        onUse={nothingToLoad}
        onTime={onTime}
      />
    </div>
  );
}

function momentPairs({ asOf, knownOn }: AskedTime): [string, string][] {
  const pairs: [string, string | null][] = [
    ["asOf", asOf],
    ["knownOn", knownOn],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== null);
}

/** The days came with the page. */
function nothingToLoad(): void {}
