"use client";

import { cx } from "@/components/ui/cx";
import { isOneDate } from "@/lib/text/progress-words";
import { usePlainText } from "@/lib/text/use-plain-text";
import { type MarkedSupport, SupportMark } from "./support-mark";

interface EvidenceLineProps {
  /** Partial date from which on a step of progress has been reported, which takes the place of the age; absent: no step. */
  since?: string | undefined;
  /** Partial date of the value, of a step that of its last report; null where there is no report. */
  date: string | null;
  /** Days between that and the day looked at; null where not wanted or not known. */
  ageDays?: number | null;
  /** Leaves date and age out: what a zone or firm is does not get old. */
  timeless?: boolean;
  /** Recent by the limit of its field: marked by a dot and dark ink, since most values are old. */
  fresh?: boolean;
  /** `contested`: a valid report contradicts the value. `settled`: one did, and an editor decided. */
  mark?: "contested" | "settled" | null;
  /** How the value is supported; null: not known, or not wanted. */
  support?: MarkedSupport | null;
  /** Without a date: are there reports, none of them in use? */
  unused?: boolean;
  className?: string;
}

/**
 * The date of a value, its age, its support and its mark: "Jul 2021 · 5 years ●○○ · disputed", or "no report found". Of a
 * step of progress its two dates, or the one that both are: "since at least Aug 2021, last reported Dec 2025 ●○○".
 */
export function EvidenceLine({
  since,
  date,
  ageDays = null,
  timeless = false,
  fresh = false,
  mark = null,
  support = null,
  unused = false,
  className,
}: EvidenceLineProps) {
  const text = usePlainText();
  if (date === null) {
    return (
      <span className={cx("meta", className)}>
        {text.t(unused ? "evidence.reportsUnused" : "evidence.noReport")}
      </span>
    );
  }
  // Marks stay on the line of the words before them.
  const dots = support === null ? null : <SupportMark {...support} />;
  const end = mark === null || (timeless && dots === null) ? null : " ·";
  const day = text.partialDate(date);
  return (
    <span className={cx("meta", since === undefined ? "dated" : "dated-twice", className)}>
      <span className={fresh ? "fresh" : undefined}>
        {since !== undefined ? (
          <>
            {isOneDate(since, date) ? null : (
              <>
                <span>
                  {text.t("evidence.since", { date: noBreak(text.partialDate(since)) })}
                </span>{" "}
              </>
            )}
            <span>
              {text.t("evidence.lastReported", { date: noBreak(day) })}
              {dots === null ? null : (
                <>
                  {NO_BREAK}
                  {dots}
                </>
              )}
              {end}
            </span>
          </>
        ) : timeless ? (
          <>
            {dots}
            {end}
          </>
        ) : ageDays === null ? (
          <>
            <span>{day}</span>
            {dots === null ? null : <> {dots}</>}
            {end}
          </>
        ) : (
          <>
            <span>{`${day} ·`}</span>{" "}
            <span>
              {dots === null ? text.age(ageDays) : `${text.age(ageDays)} `}
              {dots}
              {end}
            </span>
          </>
        )}
        {fresh ? <span className="sr-only"> {text.t("evidence.recent")}</span> : null}
      </span>
      {mark === "contested" ? (
        <>
          {" "}
          <DisputedMark />
        </>
      ) : null}
      {mark === "settled" ? ` ${text.t("evidence.settled")}` : null}
    </span>
  );
}

const NO_BREAK = "\u00a0";

/** Two dates with their words may take two lines on a phone; a date stays whole. */
function noBreak(date: string): string {
  return date.replaceAll(" ", NO_BREAK);
}

/** "≠ disputed", or "≠ 3 disputed" for several values. */
export function DisputedMark({ count = 1 }: { count?: number }) {
  return <span className="disputed">{usePlainText().t("evidence.disputed", { count })}</span>;
}

/** "unknown" in italics, in the place of a value. `children` replaces the word where another is clearer. */
export function UnknownValue({ children }: { children?: string }) {
  const { t } = usePlainText();
  return <span className="unknown">{children ?? t("common.unknown")}</span>;
}
