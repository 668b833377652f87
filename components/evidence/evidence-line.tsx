import { cx } from "@/components/ui/cx";
import { formatAge, formatPartialDate } from "@/lib/text/format-date";

/** A quiet mark on a value: claims contradict it, or a judgement has settled that they do not. */
export type EvidenceMark = "contested" | "settled" | null;

/** Props of an evidence line. */
export interface EvidenceLineProps {
  /** Partial date for which the value holds; null where there is no claim. */
  date: string | null;
  /** Days between that and the day looked at; null where not wanted or not known. */
  ageDays?: number | null;
  /** Younger than its field stays fresh: marked by a dot and dark ink, since most are old. */
  fresh?: boolean;
  mark?: EvidenceMark;
  /** How many values are contested, where the line speaks of more than one. */
  contested?: number;
  className?: string;
}

/** The date that a value carries and how old that is, in words: "Jul 2021 · 5 years", "no claim found". */
export function EvidenceLine({
  date,
  ageDays = null,
  fresh = false,
  mark = null,
  contested,
  className,
}: EvidenceLineProps) {
  if (date === null) {
    return <span className={cx("meta", className)}>no claim found</span>;
  }
  const age = ageDays === null ? null : formatAge(ageDays);
  return (
    <span className={cx("meta", className)}>
      <span className={cx("whitespace-nowrap", fresh && "fresh")}>
        {formatPartialDate(date)}
        {age === null ? null : ` · ${age}`}
        {fresh ? <span className="sr-only"> (fresh)</span> : null}
      </span>
      {mark === "contested" ? (
        <>
          {" · "}
          <ContestedMark count={contested} />
        </>
      ) : null}
      {mark === "settled" ? " · settled" : null}
    </span>
  );
}

/** "≠ contested", or "≠ 3 contested" for several values. */
export function ContestedMark({ count }: { count?: number }) {
  return (
    <span className="contested">
      {count === undefined || count === 1 ? "contested" : `${count} contested`}
    </span>
  );
}
