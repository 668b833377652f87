import { Bar, StackedBar } from "@/components/charts/bar";
import { Figure } from "@/components/charts/figure";
import { Legend } from "@/components/charts/legend";
import { greatest } from "@/components/charts/scales";
import { cx } from "@/components/ui/cx";
import type { FirmShare } from "@/lib/firms/firm-counts";
import { isStrategic } from "@/lib/firms/firms";
import { UNKNOWN } from "@/lib/query/filters";
import { describeFirmTerm } from "@/lib/text/firm-words";
import { useText } from "@/lib/text/use-text";

interface SectorFigureProps {
  shares: readonly FirmShare[];
  source: string;
  /** Address of the page filtered by one sector. */
  href: (sector: string) => string;
}

/** Firms by sector as bars, with the part that produces or exports; unknown is hollow and last. */
export function SectorFigure({ shares, source, href }: SectorFigureProps) {
  const text = useText();
  const { t } = text;
  const title = t("firms.share.sector");
  const full = greatest(shares.map(({ firms }) => firms));
  const rows = shares.map((share) => {
    const term = share.value ?? UNKNOWN;
    return { ...share, term, label: describeFirmTerm(text, "sector", term), href: href(term) };
  });
  return (
    <Figure
      title={title}
      name="investors-sector"
      columns={[
        { key: "word", label: title },
        { key: "firms", label: t("firms.share.firms"), numeric: true },
        { key: "producing", label: t("firms.share.producing"), numeric: true },
      ]}
      rows={rows.map(({ value, label, firms, producing, href: address }) => ({
        word: value === null ? null : label,
        firms,
        producing,
        href: address,
      }))}
      source={source}
    >
      <ShareLegend />
      <ul className="grid gap-0.5">
        {rows.map(({ term, label, href: address, ...share }) => (
          <li
            key={term}
            className="grid break-inside-avoid grid-cols-[minmax(0,9.5rem)_1.75rem_minmax(0,1fr)] items-center gap-2"
          >
            <a
              className="inline-block min-h-6 py-0.5 hover:underline print:min-h-0 print:py-0"
              href={address}
            >
              <span className={share.value === null ? "unknown" : undefined}>{label}</span>
              {isStrategic(share.value) ? (
                <span className="block text-12 text-ink-2">{t("firms.share.strategic")}</span>
              ) : null}
            </a>
            <span className="tabular text-end font-semibold">{text.number(share.firms)}</span>
            <ShareBar share={share} full={full} />
          </li>
        ))}
      </ul>
    </Figure>
  );
}

/** What the parts of a `ShareBar` are. */
export function ShareLegend({ className }: { className?: string }) {
  const { t } = useText();
  return (
    <Legend
      className={cx("mb-2", className)}
      items={[
        { key: "producing", label: t("firms.share.producing"), swatch: { tone: "ramp-4" } },
        { key: "others", label: t("firms.share.others"), swatch: { tone: "ramp-1" } },
        { key: "unknown", label: t("firms.ties.unknown"), swatch: { tone: "unknown" } },
      ]}
    />
  );
}

/** The firms of one term as a length; those of the unknown term are hollow. */
export function ShareBar({ share, full }: { share: FirmShare; full: number }) {
  const text = useText();
  const { value, firms, producing } = share;
  const label = text.t("firms.share.bar", {
    producing: text.number(producing),
    firms: text.number(firms),
  });
  return value === null ? (
    <StackedBar
      parts={[
        { key: "producing", count: producing, tone: "ramp-4" },
        { key: "unknown", count: firms - producing, tone: "unknown" },
      ]}
      full={full}
      label={label}
    />
  ) : (
    <Bar
      value={firms}
      full={full}
      tone="ramp-1"
      part={{ value: producing, tone: "ramp-4" }}
      height={12}
      label={label}
    />
  );
}
