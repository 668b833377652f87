import { useCallback, useState } from "react";
import { Axis } from "@/components/charts/axis";
import type { Weights } from "@/lib/catalogue/groups";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { ScoredZone } from "@/lib/readiness/zone-scores";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { ScoreRow } from "./score-row";
import "./score-table.css";

/** Values with a label over the bars, in points. */
const LABELLED = [0, 50, 100] as const;

interface ScoreTableProps {
  /** The zones of a page of the list, and the weights of their scores. */
  zones: readonly ScoredZone[];
  weights: Weights;
  /** Are other scores being loaded? */
  busy: boolean;
  /** 0–100; null: not set. */
  threshold: number | null;
  asOf: Day;
  /** The moment as part of an address; empty for today. */
  moment: string;
}

/** The zones with their scores as a table, or as entries of a few lines where it is narrow. */
export function ScoreTable(props: ScoreTableProps) {
  const { zones, weights, busy, threshold, asOf, moment } = props;
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
  return (
    <table className="score-table" aria-busy={busy}>
      <caption className="sr-only">{t("readiness.table.caption")}</caption>
      <ScoreHead />
      <tbody>
        {zones.map((zone) => (
          <ScoreRow
            key={zone.slug}
            zone={zone}
            hasGrid={zone === gridZone}
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

function ScoreHead() {
  const text = useText();
  const { t } = text;
  return (
    <thead>
      <tr>
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
        <th scope="col" className="open no-print">
          <span className="sr-only">{t("readiness.table.details")}</span>
        </th>
      </tr>
    </thead>
  );
}
