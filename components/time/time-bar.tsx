"use client";

import { useCallback, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { ChevronDownIcon, PauseIcon, PlayIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { AddressChange } from "@/lib/client/address";
import type { Query } from "@/lib/query/query";
import { formatDay } from "@/lib/text/format-date";
import type { Day } from "@/lib/time/day";
import { DayField } from "./day-field";
import { TimeSlider } from "./time-slider";
import "./time-bar.css";
import { usePlay } from "./use-play";

/** The day and the knowledge looked at, as an address asks for them. */
export type MomentParams = Pick<Query, "asOf" | "knownOn">;

/** Props of the bar. */
export interface TimeBarProps {
  asked: MomentParams;
  today: Day;
  /** The last revision that counts in what is shown. */
  version: number;
  /** Claims by quarter since the record began. */
  quarters: readonly number[];
  /** The days on which something changed; null while the history is not loaded. */
  turns: readonly Day[] | null;
  /** What the day shown holds, read aloud after it. */
  words: string;
  /** Called where use is near; more than once is once. */
  onUse: () => void;
  /** Goes to another moment; gives the address that says it. */
  onTime: (time: MomentParams, how?: AddressChange) => string;
}

/**
 * Time over a whole page: the day looked at, by hand, by keyboard, by date or played through the
 * years; and the pin that makes the address show the same for ever. On a narrow screen a button
 * that opens it.
 */
export function TimeBar(props: TimeBarProps) {
  const { asked, today, version, quarters, turns, words, onUse, onTime } = props;
  const [open, setOpen] = useState(false);
  const { knownOn } = asked;
  const day = asked.asOf ?? today;

  const goTo = useCallback(
    (to: Day, how: AddressChange) => {
      onUse();
      onTime({ asOf: to >= today ? null : to, knownOn }, how);
    },
    [onUse, onTime, today, knownOn],
  );
  const slide = useCallback((to: Day) => goTo(to, { act: "time" }), [goTo]);
  const play = usePlay({
    day,
    today,
    ready: turns !== null,
    onDay: useCallback((to: Day) => goTo(to, { act: "time played" }), [goTo]),
  });
  const pin = () => copyAddress(onTime({ asOf: day, knownOn: `r${version}` }));
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
          words={words}
          onNear={onUse}
          onDay={slide}
        />
        <div className="time-pin">
          <button type="button" className="link min-h-6" onClick={pin}>
            {knownOn === null ? "Pin this day" : "Copy the pinned link"}
          </button>
          {knownOn === null ? null : (
            <button
              type="button"
              className="link min-h-6"
              onClick={() => onTime({ asOf: asked.asOf, knownOn: null })}
            >
              Unpin
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

function copyAddress(address: string): void {
  const done = "Pinned: this address shows the same for ever";
  const whole = new URL(address, window.location.href).href;
  const copied = navigator.clipboard?.writeText(whole) ?? Promise.reject();
  copied.then(
    () => toast(`${done}. Link copied`),
    // Refused, or no secure context: the address bar holds it.
    () => toast(done),
  );
}
