import { Figure } from "@/components/charts/figure";
import { Legend } from "@/components/charts/legend";
import { cx } from "@/components/ui/cx";
import { packRecords } from "@/lib/evidence/packed-records";
import type { FirmShare } from "@/lib/firms/firm-counts";
import { isStrategic } from "@/lib/firms/firms";
import { UNKNOWN } from "@/lib/query/filters";
import { describeFirmTerm } from "@/lib/text/firm-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { SectorRows } from "./share-rows";
import "./firm-figures.css";

interface SectorFigureProps {
  shares: readonly FirmShare[];
  source: string;
  /** Address of the page filtered by one sector. */
  href: (sector: string) => string;
}

/** Firms by sector as bars, with the parts that produce, lately and when last reported; unknown is hollow and last. */
export function SectorFigure({ shares, source, href }: SectorFigureProps) {
  const text = useText();
  const { t } = text;
  const title = t("firms.share.sector");
  const rows = packRecords(
    shares.map(({ value, ...counts }) => ({
      word: value === null ? null : describeFirmTerm(text, "sector", value),
      ...counts,
      href: href(value ?? UNKNOWN),
      bar: describeShareBar(text, counts),
      isStrategic: isStrategic(value) ? 1 : undefined,
    })),
  );
  return (
    <Figure
      title={title}
      name="investors-sector"
      columns={[
        { key: "word", label: title },
        { key: "firms", label: t("firms.share.firms"), numeric: true },
        { key: "recent", label: t("firms.share.recent"), numeric: true },
        { key: "producing", label: t("firms.share.producing"), numeric: true },
      ]}
      rows={rows}
      source={source}
    >
      <ShareLegend />
      <SectorRows
        rows={rows}
        unknown={describeFirmTerm(text, "sector", UNKNOWN)}
        strategic={t("firms.share.strategic")}
      />
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
        { key: "recent", label: t("firms.share.recent"), swatch: { tone: "ramp-4" } },
        { key: "older", label: t("firms.share.older"), swatch: { tone: "amber-soft" } },
        { key: "others", label: t("firms.share.others"), swatch: { tone: "ramp-1" } },
        { key: "unknown", label: t("firms.ties.unknown"), swatch: { tone: "unknown" } },
      ]}
    />
  );
}

/** A `ShareBar` in words. */
export function describeShareBar(
  { t, number }: Text,
  { firms, producing, recent }: Pick<FirmShare, "firms" | "producing" | "recent">,
): string {
  return t("firms.share.bar", {
    firms: number(firms),
    producing: number(producing),
    recent: number(recent),
  });
}
