import { useCallback, useState } from "react";
import { Axis } from "@/components/charts/axis";
import type { Weights } from "@/lib/catalogue/groups";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { RankedZone } from "@/lib/readiness/ranking";
import { formatRank } from "@/lib/text/readiness-words";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { RankingRow } from "./ranking-row";
import "./ranking-table.css";
import type { RanksState } from "./use-readiness";

const TOP = 10;
/** Values with a label over the bars, in points. */
const LABELLED = [0, 50, 100] as const;

interface RankingTableProps {
  /** The zones of a page of the ranking, and its weights. */
  zones: readonly RankedZone[];
  weights: Weights;
  /** The number of zones with a rank. */
  ranked: number;
  ranks: RanksState;
  /** Does each row say what moves its rank most? */
  showsDriver: boolean;
  /** Is it sorted by confirmed score, so that ranks ascend? */
  byConfirmed: boolean;
  /** 0–100; null: not set. */
  threshold: number | null;
  asOf: Day;
  /** The moment as part of an address; empty for today. */
  moment: string;
}

/** The ranked zones as a table, or as entries of a few lines where it is narrow. */
export function RankingTable(props: RankingTableProps) {
  const { zones, weights, ranked, ranks, showsDriver, byConfirmed, threshold, asOf, moment } =
    props;
  const { t } = useText();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (slug: string) =>
      setOpen((now) => {
        const next = new Set(now);
        if (!next.delete(slug)) next.add(slug);
        return next;
      }),
    [],
  );
  const gridZone = zones.find(({ readiness }) => readiness !== null);
  const isStale = ranks.progress !== null;
  return (
    <table className="ranking" aria-busy={isStale}>
      <caption className="sr-only">{t("readiness.table.caption")}</caption>
      <RankingHead zones={ranked} ranks={ranks} />
      <tbody>
        {zones.map((zone, i) => (
          <RankingRow
            key={zone.slug}
            zone={zone}
            sharesRank={byConfirmed && i > 0 && zones[i - 1]?.place === zone.place}
            hasGrid={zone === gridZone}
            endsTop={byConfirmed && isLastOfTop(zone, zones[i + 1])}
            drawn={ranks.bySlug?.[zone.slug] ?? (isStale ? null : "none")}
            isStale={isStale}
            showsDriver={showsDriver}
            zones={ranked}
            threshold={threshold}
            open={open.has(zone.slug)}
            onToggle={toggle}
            weights={weights}
            asOf={asOf}
            moment={moment}
            getEvidenceHref={(field) => `/zones/${zone.slug}${moment}#${getLedgerAnchor(field)}`}
          />
        ))}
      </tbody>
    </table>
  );
}

function isLastOfTop({ place }: RankedZone, next: RankedZone | undefined): boolean {
  return place !== null && place <= TOP && (next?.place ?? 0) > TOP;
}

interface RankingHeadProps {
  zones: number;
  ranks: RanksState;
}

function RankingHead({ zones, ranks: { progress, failed } }: RankingHeadProps) {
  const text = useText();
  const { t } = text;
  return (
    <thead>
      <tr>
        <th scope="col" className="rank">
          <span className="sr-only">{t("readiness.table.rank")}</span>
        </th>
        <th scope="col" className="zone">
          {t("readiness.table.zone")}
        </th>
        <th scope="col" className="province">
          {t("readiness.table.province")}
        </th>
        <th scope="col" className="bar">
          {t("readiness.table.range")}
          <Axis ticks={LABELLED.map((at) => ({ at, label: text.number(at) }))} />
        </th>
        <th scope="col" className="score">
          {t("readiness.table.confirmed")}
        </th>
        <th scope="col" className="score">
          {t("readiness.table.possible")}
        </th>
        <th scope="col" className="known">
          {t("readiness.table.known")}
        </th>
        <th scope="col" className="recent">
          {t("readiness.table.recent")}
        </th>
        <th scope="col" className="span">
          {failed ? (
            <span role="alert" className="text-rust">
              {t("readiness.table.failed")}
            </span>
          ) : progress === null ? (
            t("readiness.table.rankRange")
          ) : (
            t("readiness.table.calculating", { percent: text.percent(progress) })
          )}
          <span aria-hidden="true" className="tabular flex justify-between">
            <span>{formatRank(text, 1)}</span>
            {zones > 2 ? <span>{formatRank(text, zones)}</span> : null}
          </span>
        </th>
        <th scope="col" className="range">
          <span className="sr-only">{t("readiness.table.rankRange")}</span>
        </th>
        <th scope="col" className="top-ten">
          {t("readiness.table.topTen")}
        </th>
        <th scope="col" className="open no-print">
          <span className="sr-only">{t("readiness.table.details")}</span>
        </th>
      </tr>
    </thead>
  );
}
