"use client";

import { useCallback, useState } from "react";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import type { RankedZone, Ranking } from "@/lib/readiness/ranking";
import { placeWords } from "@/lib/text/rank-words";
import type { Day } from "@/lib/time/day";
import { RankingRow } from "./ranking-row";
import type { StabilityShown } from "./use-stability";

const FIRST = 10;

/** Props of the ranking as a table. */
export interface RankingTableProps {
  ranking: Ranking;
  stability: StabilityShown;
  /** Is it sorted by the floor, so that places ascend? */
  byFloor: boolean;
  /** The line that the reader has set, 0–100; null: none. */
  line: number | null;
  asOf: Day;
  /** The moment as part of an address; empty for today. */
  moment: string;
}

/** Zones by the floor of their readiness, with what is not known, and how far the order hangs on the weights. */
export function RankingTable({
  ranking,
  stability,
  byFloor,
  line,
  asOf,
  moment,
}: RankingTableProps) {
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
  const { zones, order } = ranking;
  const reckoning = stability.reckoning !== null;
  return (
    <table className="readiness-table" aria-busy={reckoning}>
      <caption className="sr-only">
        Zones with their place by the floor, the band of their readiness, how much of it is known
        and fresh, and their places under other weights
      </caption>
      <RankingHead zones={order.zones} reckoning={stability.reckoning} />
      <tbody>
        {zones.map((zone, i) => (
          <RankingRow
            key={zone.slug}
            zone={zone}
            shared={byFloor && i > 0 && zones[i - 1]?.place === zone.place}
            lastOfTen={byFloor && isLastOfTen(zone, zones[i + 1])}
            stability={stability.bySlug?.[zone.slug] ?? null}
            stale={reckoning}
            zones={order.zones}
            line={line}
            open={open.has(zone.slug)}
            onToggle={toggle}
            weights={ranking.weights}
            asOf={asOf}
            moment={moment}
            listEvidence={(field) => `/zones/${zone.slug}${moment}#${getLedgerAnchor(field)}`}
          />
        ))}
      </tbody>
    </table>
  );
}

function isLastOfTen({ place }: RankedZone, next: RankedZone | undefined): boolean {
  return place !== null && place <= FIRST && (next?.place ?? 0) > FIRST;
}

const SCALE = [0, 25, 50, 75, 100] as const;

function RankingHead({ zones, reckoning }: { zones: number; reckoning: number | null }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="readiness-place">
          <span className="sr-only">Place</span>
        </th>
        <th scope="col" className="readiness-zone">
          Zone
        </th>
        <th scope="col" className="readiness-province">
          Province
        </th>
        <th scope="col" className="readiness-band">
          Readiness, points
          <span aria-hidden="true" className="readiness-axis tabular">
            {SCALE.map((at) => (
              <span key={at} style={{ left: `${at}%` }}>
                {at}
              </span>
            ))}
          </span>
        </th>
        <th scope="col" className="readiness-figure">
          Low
        </th>
        <th scope="col" className="readiness-figure">
          High
        </th>
        <th scope="col" className="readiness-figure">
          Known
        </th>
        <th scope="col" className="readiness-figure">
          of it fresh
        </th>
        <th scope="col" className="readiness-span">
          {reckoning === null
            ? "Place, 2,000 weightings"
            : `Reckoning… ${Math.round(100 * reckoning)}%`}
          <span aria-hidden="true" className="flex justify-between tabular">
            <span>1st</span>
            {zones > 2 ? <span>{placeWords(zones)}</span> : null}
          </span>
        </th>
        <th scope="col" className="readiness-within">
          9 in 10 fall within
        </th>
        <th scope="col" className="readiness-figure">
          In first ten
        </th>
        <th scope="col" className="readiness-open no-print">
          <span className="sr-only">Blocks</span>
        </th>
      </tr>
    </thead>
  );
}
