"use client";

import { useDeferredValue, useMemo } from "react";
import { Figure } from "@/components/charts/figure";
import { EXPORT_FORMATS, exportAddress } from "@/components/query-bar/export-formats";
import { QueryBar } from "@/components/query-bar/query-bar";
import { unpackRow } from "@/lib/evidence/row";
import { momentSearch } from "@/lib/query/moment-params";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { writeQuery } from "@/lib/query/write-query";
import { listOpenQuestions } from "@/lib/readiness/open-questions";
import { computeRanking } from "@/lib/readiness/ranking";
import { DEFAULT_THRESHOLD } from "@/lib/readiness/threshold";
import { formatDay } from "@/lib/text/format-date";
import { BandLegend } from "./band-legend";
import { FindOutList } from "./find-out-list";
import { RANKING_FIGURE_COLUMNS, rankingFigureRows } from "./ranking-figure";
import { RankingSort } from "./ranking-sort";
import { RankingTable } from "./ranking-table";
import "./readiness.css";
import { leadersAloud, readinessWords } from "@/lib/text/readiness-words";
import type { ServedReadiness } from "./served-readiness";
import {
  addressSearch,
  linePairs,
  READINESS_PATH,
  useReadinessAddress,
} from "./use-readiness-address";
import { useStability } from "./use-stability";
import { ViableShortlist } from "./viable-shortlist";
import { WeightsPanel } from "./weights-panel";

/** Which zones are most ready under the reader's weights, how sure that is, and what would tell. */
export function Readiness(served: ServedReadiness) {
  const { asked } = served;
  const { asOf, revision } = asked.view;
  const { live, change } = useReadinessAddress(served.search);
  const rows = useMemo(() => served.rows.map(unpackRow), [served.rows]);
  // The hand on the slider goes first; the ranking follows.
  const weights = useDeferredValue(live.weights);
  const ranking = useMemo(
    () => computeRanking(rows, { ...asked.query, weights, sort: live.sort }, asOf),
    [rows, asked.query, weights, live.sort, asOf],
  );
  const { zones, inOrder, bySlug } = useMemo(() => {
    const found = ranking.zones;
    return {
      zones: found,
      inOrder: found.map(({ row }) => row).sort((a, b) => a.order - b.order),
      bySlug: new Map(found.map((zone) => [zone.slug, zone])),
    };
  }, [ranking]);
  const stability = useStability(inOrder, weights, `${asOf} r${revision}`, served.stability);
  const questions = useMemo(
    () => listOpenQuestions(inOrder, weights, asOf),
    [inOrder, weights, asOf],
  );

  const line = live.line ?? DEFAULT_THRESHOLD;
  const words = readinessWords(ranking, line);
  const query = useMemo(
    () => ({ ...asked.query, weights: live.weights, sort: live.sort }),
    [asked.query, live.weights, live.sort],
  );
  const moment = momentSearch(asked.query);
  const names = useMemo(() => new Map(served.names), [served.names]);
  // The bar keeps what a hand has begun on it for as long as it is told nothing new.
  const bar = useMemo(
    () => (
      <QueryBar
        path={READINESS_PATH}
        asked={{
          ...asked,
          query,
          rows: zones,
          own: linePairs(live.line),
        }}
        names={names}
      />
    ),
    [asked, query, zones, live.line, names],
  );
  const aloud = useDeferredValue(leadersAloud(ranking));
  return (
    <>
      <header className="readiness-intro">
        <div>
          <h1 className="font-serif text-28 tracking-[-0.018em] sm:text-42">{words.title}</h1>
          <p className="mt-3 max-w-[96ch] text-pretty font-serif text-17 text-ink-2">
            {words.sentence}
          </p>
        </div>
        <BandLegend zones={zones} />
      </header>
      {bar}
      <p role="status" className="sr-only">
        {zones.length > 0 ? aloud : null}
      </p>
      {zones.length === 0 ? null : (
        <div className="readiness-work">
          <WeightsPanel
            weights={live.weights}
            addressOf={(other) =>
              READINESS_PATH + addressSearch({ ...query, weights: other }, live.line)
            }
            onChange={change}
          />
          <div className="readiness-ranking">
            <Figure
              title="Ranking by the floor"
              name="readiness-ranking"
              columns={RANKING_FIGURE_COLUMNS}
              rows={rankingFigureRows(zones, stability.bySlug, moment)}
              source={`CPEC SEZ Tracker, as of ${formatDay(asOf)}, revision ${revision}. CC BY 4.0.`}
              controls={
                <RankingSort
                  sort={live.sort}
                  others={[
                    ...writeQuery({ ...query, sort: DEFAULT_QUERY.sort }),
                    ...linePairs(live.line),
                  ]}
                  onChange={change}
                />
              }
              note={<RankingNote csv={exportAddress(EXPORT_FORMATS[0], query, [])} />}
            >
              <RankingTable
                ranking={ranking}
                stability={stability}
                byFloor={live.sort[0]?.key === "readiness" && live.sort[0].descending}
                line={live.line}
                asOf={asOf}
                moment={moment}
              />
            </Figure>
          </div>
          <FindOutList questions={questions} zones={bySlug} moment={moment} />
          <ViableShortlist
            zones={zones}
            line={line}
            moment={moment}
            others={writeQuery(query)}
            onChange={change}
          />
        </div>
      )}
    </>
  );
}

function RankingNote({ csv }: { csv: string }) {
  return (
    <>
      Places go by low, then high, then what is known; zones with the same floor share one.
      Weightings are drawn around yours (Dirichlet, α = 50 × your share, always from the same seed).
      Of a zone’s 2,000 places, by low alone, one in twenty is left out at either end: the rest is
      where nine in ten fall. A contested value counts as it is shown. This is the tracker’s own
      model and no body’s official score;{" "}
      <a className="link" href="/method#readiness">
        how it is counted
      </a>
      . Dashed marks and grey bands are candidates whose approval is not evidenced.{" "}
      <a className="link" href={csv} download>
        All fields of these zones as CSV
      </a>
      .
    </>
  );
}
