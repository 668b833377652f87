"use client";

import { memo, type Ref, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { LinkIcon, PauseIcon, PlayIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { AddressChange } from "@/lib/client/address";
import type { Query } from "@/lib/query/query";
import type { PlainText } from "@/lib/text/plain-text";
import { addressIn } from "@/lib/text/reader-language";
import { usePlainText } from "@/lib/text/use-plain-text";
import { type Day, isDay, RECORD_BEGINS } from "@/lib/time/day";
import { TimeFrame } from "./time-frame";
import { monthsFrom } from "./time-scale";
import { TimeSlider } from "./time-slider";

/** The date and the revision of an address; null is today and the latest revision. */
export type MomentParams = Pick<Query, "asOf" | "knownOn">;

/** What a time bar shows and sets. */
export interface TimePartsProps {
  moment: MomentParams;
  today: Day;
  /** The last revision that counts in what is shown, as a permanent link names it. */
  revision: string;
  /** Reports per quarter since the record began. */
  quarters: readonly number[];
  /** The days on which something changed, in order. */
  changeDates: readonly Day[];
  /** What the page shows on that date; screen readers read it after the date. */
  words: string;
  /** Called while it plays with the day that follows the one shown, and with null when it stops. */
  onAhead?: (day: Day | null) => void;
  /** Shows another moment. Returns its address. */
  onTime: (time: MomentParams, how?: AddressChange) => string;
}

/**
 * The controls of a date: set it by dragging, by keyboard, with a date field, or play through the years. A button copies
 * the permanent link.
 */
export function TimeParts(props: TimePartsProps) {
  const { moment, today, revision, quarters, changeDates, words, onAhead, onTime } = props;
  const text = usePlainText();
  const { t } = text;
  const { knownOn } = moment;
  const day = moment.asOf ?? today;

  const goTo = useCallback(
    (to: Day, how: AddressChange) => {
      onTime({ asOf: to >= today ? null : to, knownOn }, how);
    },
    [onTime, today, knownOn],
  );
  const slide = useCallback((to: Day) => goTo(to, { act: "time" }), [goTo]);
  const play = usePlay({
    day,
    today,
    onDay: useCallback((to: Day) => goTo(to, { act: "time played" }), [goTo]),
    onAhead,
  });
  const pin = () => copyAddress(text, onTime({ asOf: day, knownOn: revision }));
  return (
    <div className="contents max-[60rem]:group-not-data-open/time:hidden">
      <div className="grid w-34 flex-none content-center">
        <span
          aria-hidden="true"
          className="in-[.time-strip]:hidden font-semibold text-12 leading-4 max-[60rem]:hidden"
        >
          {t("time.asOf")}
        </span>
        <DayField day={day} today={today} onDay={slide} />
      </div>
      <IconButton
        ref={play.button}
        label={t(play.playing ? "time.stop" : "time.play")}
        onClick={play.toggle}
      >
        {play.playing ? <PauseIcon /> : <PlayIcon />}
      </IconButton>
      <TimeSlider
        day={day}
        today={today}
        quarters={quarters}
        changeDates={changeDates}
        words={words}
        onDay={slide}
      />
      <div className="flex flex-none gap-x-3 gap-y-1 text-12 max-[60rem]:ms-auto pointer-coarse:*:min-h-11">
        <IconButton label={t("time.permalink.copy")} variant="quiet" onClick={pin}>
          <LinkIcon />
        </IconButton>
        {knownOn === null ? null : (
          <button
            type="button"
            className="link min-h-6"
            onClick={() => onTime({ asOf: moment.asOf, knownOn: null })}
          >
            {t("time.permalink.leave")}
          </button>
        )}
      </div>
    </div>
  );
}

function copyAddress({ t, locale }: PlainText, address: string): void {
  const whole = new URL(addressIn(locale, address), window.location.href).href;
  const copied = navigator.clipboard?.writeText(whole) ?? Promise.reject();
  copied.then(
    () => toast(t("time.permalink.copied")),
    // Refused, or no secure context.
    () => toast(t("time.permalink.inAddressBar")),
  );
}

/**
 * The date in words; a press opens a date field. In words first, because a date field has the order of
 * the reader's country, in which 7 October may read as 10 July.
 */
function DayField({ day, today, onDay }: { day: Day; today: Day; onDay: (day: Day) => void }) {
  const text = usePlainText();
  const [editing, setEditing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);

  const close = (focus: boolean) => {
    setEditing(false);
    // Once the button has replaced the field.
    if (focus) requestAnimationFrame(() => button.current?.focus());
  };
  if (!editing) {
    return (
      <button
        ref={button}
        type="button"
        className="min-h-6 justify-self-start whitespace-nowrap font-semibold font-serif text-17 leading-5.5 underline decoration-1 decoration-edge decoration-dotted underline-offset-4 hover:text-accent pointer-coarse:min-h-11"
        aria-label={text.t("time.choose", { day: text.day(day) })}
        onClick={() => setEditing(true)}
      >
        {text.day(day)}
      </button>
    );
  }
  return (
    <input
      ref={field}
      type="date"
      className="min-h-6 w-full bg-paper -outline-offset-2 pointer-coarse:min-h-11"
      aria-label={text.t("time.date")}
      min={RECORD_BEGINS}
      max={today}
      defaultValue={day}
      onChange={({ currentTarget: { value } }) => {
        // The first digits of a year that is being typed are another year.
        if (isDay(value) && value >= RECORD_BEGINS && value <= today) onDay(value);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        close(true);
      }}
      onBlur={() => close(false)}
    />
  );
}

/** One month at a time, fast enough to look like motion. */
const MONTHLY = { months: 1, everyMs: 160 };
/** For readers who prefer less motion: one year at a time, with time to read. */
const YEARLY = { months: 12, everyMs: 1500 };

interface PlayOptions {
  /** The day shown. */
  readonly day: Day;
  readonly today: Day;
  /** Called with each day. */
  readonly onDay: (day: Day) => void;
  readonly onAhead: TimePartsProps["onAhead"];
}

interface Play {
  readonly playing: boolean;
  readonly toggle: () => void;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/**
 * Plays from the day shown to today; from the start of the record where that is today. A press or a key
 * anywhere else stops it, and so does leaving the page.
 */
function usePlay({ day, today, onDay, onAhead }: PlayOptions): Play {
  const [playing, setPlaying] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const now = useRef({ day, onDay, onAhead });
  now.current = { day, onDay, onAhead };

  useEffect(() => {
    if (!playing) return;
    const { months, everyMs } = matchMedia("(prefers-reduced-motion: reduce)").matches
      ? YEARLY
      : MONTHLY;
    const timer = setInterval(() => {
      const next = monthsFrom(now.current.day, months, today);
      now.current.onDay(next);
      if (next >= today) setPlaying(false);
      else now.current.onAhead?.(monthsFrom(next, months, today));
    }, everyMs);
    return () => {
      clearInterval(timer);
      now.current.onAhead?.(null);
    };
  }, [playing, today]);

  useEffect(() => {
    if (!playing) return;
    const stop = (event: Event) => {
      const onButton = event.target instanceof Node && button.current?.contains(event.target);
      const presses =
        !(event instanceof KeyboardEvent) || event.key === " " || event.key === "Enter";
      // The button stops it by itself.
      if (!(onButton && presses)) setPlaying(false);
    };
    const events = ["pointerdown", "keydown", "popstate", "visibilitychange"] as const;
    for (const name of events) window.addEventListener(name, stop, true);
    return () => {
      for (const name of events) window.removeEventListener(name, stop, true);
    };
  }, [playing]);

  const toggle = () => {
    if (!playing && day >= today) onDay(RECORD_BEGINS);
    setPlaying(!playing);
  };
  return { playing, toggle, button };
}

/** The time bar of the explorer: open on a wide screen; on a narrow one a button opens it. */
export const TimeBar = memo(function TimeBar({
  ref,
  ...props
}: TimePartsProps & { ref: Ref<HTMLElement> }) {
  const { moment, today } = props;
  const [open, setOpen] = useState(false);
  return (
    <TimeFrame day={moment.asOf ?? today} open={open} onToggle={() => setOpen(!open)} ref={ref}>
      <TimeParts {...props} />
    </TimeFrame>
  );
});
