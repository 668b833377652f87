"use client";

import { useCallback, useState } from "react";
import { formatDay } from "@/components/fields/format-date";
import { IconButton } from "@/components/ui/icon-button";
import { ChevronDownIcon, PauseIcon, PlayIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { AddressChange } from "@/lib/client/address";
import type { Day } from "@/lib/registry/day";
import type { Query } from "@/lib/registry/query";
import { DayField } from "./day-field";
import { TimeSlider } from "./time-slider";
import "./time-bar.css";
import type { ChangeQuery } from "./use-explorer";
import { usePlay } from "./use-play";

/** Props of the bar. */
export interface TimeBarProps {
  query: Query;
  today: Day;
  /** The last revision that counts in what is shown. */
  version: number;
  /** Claims by quarter since the record began. */
  quarters: readonly number[];
  /** The days on which something changed; null while the history is not loaded. */
  turns: readonly Day[] | null;
  /** Zones found on the day shown. */
  found: number;
  /** Loads the history; more than once is once. */
  onUse: () => void;
  onQuery: ChangeQuery;
}

/**
 * Time over the whole explorer: the day looked at, by hand, by keyboard, by date or played through the
 * years; and the pin that makes the address show the same for ever. On a narrow screen a button
 * that opens it.
 */
export function TimeBar(props: TimeBarProps) {
  const { query, today, version, quarters, turns, found, onUse, onQuery } = props;
  const [open, setOpen] = useState(false);
  const day = query.asOf ?? today;
  const pinned = query.knownOn !== null;

  const goTo = useCallback(
    (to: Day, how: AddressChange) => {
      onUse();
      onQuery((now) => ({ ...now, asOf: to >= today ? null : to }), how);
    },
    [onUse, onQuery, today],
  );
  const slide = useCallback((to: Day) => goTo(to, { act: "time" }), [goTo]);
  const play = usePlay({
    day,
    today,
    ready: turns !== null,
    onDay: useCallback((to: Day) => goTo(to, { act: "time played" }), [goTo]),
  });
  const pin = () => {
    onQuery((now) => ({ ...now, asOf: day, knownOn: `r${version}` }));
    copyAddress();
  };
  return (
    <section aria-label="Time" className="time-bar no-print" data-open={open || undefined}>
      <button
        type="button"
        className="time-open"
        aria-expanded={open}
        onClick={() => {
          onUse();
          setOpen(!open);
        }}
      >
        As of <b>{formatDay(day)}</b>
        <ChevronDownIcon />
      </button>
      <div className="time-parts">
        <div className="time-asked">
          <span aria-hidden="true" className="time-as-of">
            As of
          </span>
          <DayField day={day} today={today} onDay={slide} />
        </div>
        <IconButton
          ref={play.button}
          label={play.playing ? "Stop" : "Play through the years"}
          onClick={() => {
            onUse();
            play.toggle();
          }}
        >
          {play.playing ? <PauseIcon /> : <PlayIcon />}
        </IconButton>
        <TimeSlider
          day={day}
          today={today}
          quarters={quarters}
          turns={turns}
          words={found === 1 ? "1 zone" : `${found} zones`}
          onNear={onUse}
          onDay={slide}
        />
        <div className="time-pin">
          <button type="button" className="link min-h-6" onClick={pin}>
            {pinned ? "Copy the pinned link" : "Pin this day"}
          </button>
          {pinned ? (
            <button
              type="button"
              className="link min-h-6"
              onClick={() => onQuery((now) => ({ ...now, knownOn: null }))}
            >
              Unpin
            </button>
          ) : null}
        </div>
      </div>
    </section>
  );
}

/** The address as it is now, which has just been pinned. */
function copyAddress(): void {
  const done = "Pinned: this address shows the same for ever";
  const copied = navigator.clipboard?.writeText(window.location.href) ?? Promise.reject();
  copied.then(
    () => toast(`${done}. Link copied`),
    // Refused, or no secure context: the address bar holds it.
    () => toast(done),
  );
}
