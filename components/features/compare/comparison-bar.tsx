import type { Route } from "next";
import Link from "next/link";
import { PrintButton } from "@/components/layout/page-actions";
import { cx } from "@/components/ui/cx";
import type { DifferenceCounts } from "@/lib/query/compare";

/** Which fields a comparison shows. */
export const SHOWN_FIELDS = ["all", "differences"] as const;
export type ShownFields = (typeof SHOWN_FIELDS)[number];

/** Props of what can be done with a comparison. */
export interface ComparisonBarProps {
  shown: ShownFields;
  counts: DifferenceCounts;
  hrefOf: (shown: ShownFields) => string;
  /** Addresses of the files. */
  files: readonly { readonly label: string; readonly href: string }[];
}

/** Which fields show, and the files of what is seen. */
export function ComparisonBar({ shown, counts, hrefOf, files }: ComparisonBarProps) {
  const all = counts.differs + counts.same + counts.open + counts.own;
  const choices = [
    ["all", "All fields", all],
    ["differences", "Differences only", counts.differs],
  ] as const;
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
      <nav
        aria-label="Which fields show"
        className="inline-flex rounded-2 shadow-[inset_0_0_0_1px_var(--color-line-2)]"
      >
        {choices.map(([value, label, count]) => (
          <Link
            key={value}
            href={hrefOf(value) as Route}
            scroll={false}
            prefetch={false}
            aria-current={value === shown ? "true" : undefined}
            className={cx(
              "inline-flex h-(--control) items-center gap-1.5 rounded-2 px-2.5",
              value === shown ? "bg-accent text-accent-ink" : "text-ink-2 hover:text-ink",
            )}
          >
            {label} <b className="tabular">{count}</b>
          </Link>
        ))}
      </nav>
      <span className="flex flex-wrap items-center gap-x-3">
        {files.map(({ label, href }) => (
          <a key={label} className="link inline-flex min-h-6 items-center" href={href} download>
            {label}
          </a>
        ))}
      </span>
      <PrintButton />
    </div>
  );
}
