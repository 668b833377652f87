import type { Route } from "next";
import Link from "next/link";
import { PrintButton } from "@/components/layout/page-actions";
import { cx } from "@/components/ui/cx";
import type { DifferenceCounts } from "@/lib/query/compare";
import { useText } from "@/lib/text/use-text";

/** The values of the parameter `show`. */
export const SHOWN_FIELDS = ["all", "differences"] as const;
/** Which fields a comparison shows: all, or only those that differ. */
export type ShownFields = (typeof SHOWN_FIELDS)[number];

interface ComparisonBarProps {
  shown: ShownFields;
  counts: DifferenceCounts;
  hrefOf: (shown: ShownFields) => string;
  files: readonly {
    readonly key: "comparisonCsv" | "zonesCsv" | "zonesXlsx";
    readonly href: string;
  }[];
}

/** The choice of fields, and files of the comparison. */
export function ComparisonBar({ shown, counts, hrefOf, files }: ComparisonBarProps) {
  const { t, number } = useText();
  const all = counts.differs + counts.same + counts.open + counts.own;
  const choices = [
    ["all", all],
    ["differences", counts.differs],
  ] as const;
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
      <nav
        aria-label={t("compare.bar.label")}
        className="inline-flex rounded-2 shadow-[inset_0_0_0_1px_var(--color-line-2)]"
      >
        {choices.map(([value, count]) => (
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
            {t(`compare.bar.${value}`)} <b className="tabular">{number(count)}</b>
          </Link>
        ))}
      </nav>
      <span className="flex flex-wrap items-center gap-x-3">
        {files.map(({ key, href }) => (
          <a key={key} className="link inline-flex min-h-6 items-center" href={href} download>
            {t(`compare.bar.${key}`)}
          </a>
        ))}
      </span>
      <PrintButton />
    </div>
  );
}
