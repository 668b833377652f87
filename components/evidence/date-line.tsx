"use client";

import { cx } from "@/components/ui/cx";
import { usePlainText } from "@/lib/text/use-plain-text";
import { EvidenceLine } from "./evidence-line";
import type { MarkedSupport } from "./support-mark";

/** What stands under a value. What there is none of is left out. */
export interface DateLineProps {
  /** Partial date from which on a step of progress has been reported; `date` is then that of its last report. */
  since?: string;
  /** Partial date of the value. */
  date?: string;
  ageDays?: number;
  /** Date and age are not shown. */
  timeless?: true;
  fresh?: true;
  mark?: "contested" | "settled";
  support?: MarkedSupport;
  /** Without a date: the number of reports, none of which is in use. */
  unused?: number;
  className?: string;
}

/** The date of a value, its age, its support and its mark; without a date, whether there is any report. */
export function DateLine({ date, unused = 0, className, ...line }: DateLineProps) {
  const { t } = usePlainText();
  if (date !== undefined) return <EvidenceLine date={date} className={className} {...line} />;
  return (
    <span className={cx("meta", className)}>
      {unused === 0 ? t("evidence.noReport") : t("common.count.unusedReports", { count: unused })}
    </span>
  );
}
