"use client";

import { type ReactNode, useDeferredValue, useMemo } from "react";
import { IntervalBar } from "@/components/charts/interval-bar";
import { EmbedPanel } from "@/components/evidence/embed-panel";
import { QueryBar } from "@/components/query-bar/query-bar";
import { BLOCKS } from "@/lib/catalogue/groups";
import { FollowRouter } from "@/lib/client/address";
import { embedPath } from "@/lib/contract/embeds";
import { unpackRow } from "@/lib/evidence/row";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { momentSearch } from "@/lib/query/moment-params";
import { writeQuery } from "@/lib/query/write-query";
import { listOpenQuestions } from "@/lib/readiness/open-questions";
import { computeRanking, type RankedZone } from "@/lib/readiness/ranking";
import { DEFAULT_THRESHOLD } from "@/lib/readiness/threshold";
import { describeLeaders, describeRanking } from "@/lib/text/readiness-words";
import { useText } from "@/lib/text/use-text";
import { FindOutList } from "./find-out-list";
import { RankingFigure } from "./ranking-figure";
import type { ServedReadiness } from "./served-readiness";
import { Shortlist } from "./shortlist";
import {
  addressSearch,
  ownPairs,
  READINESS_PATH,
  useRanks,
  useReadinessAddress,
} from "./use-readiness";
import { WeightsPanel } from "./weights-panel";

/** How ready each zone is under the reader's weights, how certain the order is, and what to find out. */
export function Readiness({
  history,
  ...served
}: ServedReadiness & {
  /** The yearly figure, which the server drew under the weights of the address that it read. */
  history: ReactNode;
}) {
  const text = useText();
  const { bar } = served;
  const { asOf, revision } = bar.view;
  const { live, change } = useReadinessAddress(served.search);
  const rows = useMemo(() => served.rows.map(unpackRow), [served.rows]);
  // The slider moves at once; the ranking follows.
  const weights = useDeferredValue(live.weights);
  const ranking = useMemo(
    () => computeRanking(rows, { ...bar.query, weights, sort: live.sort }, asOf),
    [rows, bar.query, weights, live.sort, asOf],
  );
  const { zones } = ranking;
  const { inOrder, bySlug } = useMemo(
    () => ({
      inOrder: zones.map(({ row }) => row).sort((a, b) => a.order - b.order),
      bySlug: new Map(zones.map((zone) => [zone.slug, zone])),
    }),
    [zones],
  );
  const { threshold: chosenThreshold, unknowns } = live;
  const own = useMemo(
    () => ({ threshold: chosenThreshold, unknowns }),
    [chosenThreshold, unknowns],
  );
  const choices = { weights, unknowns };
  const moment = `${asOf} r${revision}`;
  const ranks = useRanks(inOrder, served.known, choices, moment, served.ranks);
  const questions = useMemo(
    () => listOpenQuestions(inOrder, weights, asOf),
    [inOrder, weights, asOf],
  );

  const threshold = own.threshold ?? DEFAULT_THRESHOLD;
  const { title, summary } = describeRanking(text, ranking, threshold);
  const query = useMemo(
    () => ({ ...bar.query, weights: live.weights, sort: live.sort }),
    [bar.query, live.weights, live.sort],
  );
  const momentAddress = momentSearch(bar.query);
  const names = useMemo(() => new Map(served.names), [served.names]);
  // The same element while nothing changes, so that the bar keeps what is being typed in it.
  const queryBar = useMemo(
    () => (
      <QueryBar
        path={READINESS_PATH}
        data={{ ...bar, query, rows: zones, own: ownPairs(own) }}
        names={names}
      />
    ),
    [bar, query, zones, own, names],
  );
  const leaders = useDeferredValue(describeLeaders(text, ranking));
  return (
    <>
      <FollowRouter />
      <header className="mb-6 grid items-end gap-x-16 gap-y-5 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div>
          <h1 className="page-title">{title}</h1>
          <p className="page-lead mt-3">{summary}</p>
          <div className="no-print mt-3">
            <EmbedPanel
              origin={served.origin}
              title={title}
              embeds={[{ kind: "chart", path: embedPath("readiness", writeQuery(query)) }]}
            />
          </div>
        </div>
        <BarLegend zones={zones} />
      </header>
      {queryBar}
      <p role="status" className="sr-only">
        {zones.length > 0 ? leaders : null}
      </p>
      {zones.length === 0 ? null : (
        <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_17rem] xl:grid-rows-[auto_1fr] print:block print:space-y-5">
          <div className="@container min-w-0 xl:row-span-2 print:overflow-x-clip print:[container-type:normal]">
            <RankingFigure
              ranking={ranking}
              ranks={ranks}
              query={query}
              own={own}
              correlation={served.correlation}
              asOf={asOf}
              moment={momentAddress}
              source={served.source}
              onChange={change}
            />
          </div>
          <WeightsPanel
            weights={live.weights}
            addressOf={(other) => READINESS_PATH + addressSearch({ ...query, weights: other }, own)}
            onChange={change}
          />
          <FindOutList questions={questions} zones={bySlug} moment={momentAddress} />
          <Shortlist
            zones={zones}
            threshold={threshold}
            moment={momentAddress}
            otherParams={[...writeQuery(query), ...ownPairs({ unknowns })]}
            onChange={change}
          />
        </div>
      )}
      {BLOCKS.every((block) => live.weights[block] === bar.query.weights[block]) ? (
        history
      ) : (
        <p className="mt-10">
          {text.t.rich("readiness.history", {
            link: (words) => (
              <a className="link" href={READINESS_PATH + addressSearch(query, own)}>
                {words}
              </a>
            ),
          })}
        </p>
      )}
    </>
  );
}

/** How to read a bar, with the zone of the highest confirmed score as the example. */
function BarLegend({ zones }: { zones: readonly RankedZone[] }) {
  const { t, number } = useText();
  const lead = zones.find(({ place }) => place === 1);
  if (!lead || lead.readiness === null) return null;
  const [low, high] = [lead.readiness.low, lead.readiness.high].map((score) =>
    number(score, { digits: 0 }),
  );
  return (
    <div className="text-12 text-ink-2">
      <p className="mb-1 flex justify-between gap-3">
        <span>{t("readiness.legend.example", { name: shortZoneName(lead.row) })}</span>
        <b className="tabular whitespace-nowrap text-ink">
          {t("readiness.legend.scores", { low: low ?? "", high: high ?? "" })}
        </b>
      </p>
      <IntervalBar {...lead.readiness} candidate={lead.candidate} size={14} />
      <p aria-hidden="true" className="meta mt-1 flex justify-between gap-2">
        <span>{t("readiness.legend.confirmed")}</span>
        <span>{t("common.unknown")}</span>
        <span>{t("readiness.legend.ruledOut")}</span>
      </p>
      <p className="mt-1">{t("readiness.legend.help")}</p>
    </div>
  );
}
