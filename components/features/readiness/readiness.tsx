"use client";

import { type ReactNode, useDeferredValue, useMemo } from "react";
import { IntervalBar } from "@/components/charts/interval-bar";
import { EmbedPanel } from "@/components/evidence/embed-panel";
import { Anchor } from "@/components/layout/link";
import { QueryBar, type QueryBarProps } from "@/components/query-bar/query-bar";
import { RowsNotice, RowsProvider } from "@/components/query-bar/rows-provider";
import { BLOCKS } from "@/lib/catalogue/groups";
import { FollowRouter } from "@/lib/client/address";
import { useRows } from "@/lib/client/use-rows";
import { embedPath } from "@/lib/contract/embeds";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { momentSearch } from "@/lib/query/moment-params";
import { readSort } from "@/lib/query/param-readers";
import type { Query } from "@/lib/query/query";
import { writeQuery } from "@/lib/query/write-query";
import { DEFAULT_THRESHOLD } from "@/lib/readiness/threshold";
import { type ScoredZone, scoreQuery } from "@/lib/readiness/zone-scores";
import { useText } from "@/lib/text/use-text";
import { FindOutList } from "./find-out-list";
import { type Correlation, ScoreFigure } from "./score-figure";
import { Shortlist } from "./shortlist";
import { listQuestions, type ShortlistGroup, type ShownScores, showScores } from "./shown-scores";
import {
  addressSearch,
  READINESS_PATH,
  readLive,
  thresholdPairs,
  useReadinessAddress,
} from "./use-readiness";
import { WeightsPanel } from "./weights-panel";

/** What the server gives to the page of readiness. */
interface ReadinessProps {
  /** For the query bar; the page adds the number of zones and its own parameters. */
  bar: Omit<QueryBarProps["data"], "rows" | "own">;
  /** The scores of the address that the server read. */
  first: ShownScores;
  /** Names of the zones that the query selects, by slug. */
  names: readonly (readonly [string, string])[];
  /** The address from its question mark, as the server read it. */
  search: string;
  /** Scheme and host of the site. */
  origin: string;
  /** Of the announced zones of the day, under the default weights. */
  correlation: Correlation;
  /** The line under saved pictures. */
  source: string;
  /** The yearly figure, which the server drew under the weights of the address that it read. */
  history: ReactNode;
}

/** How ready each zone is under the reader's weights, how certain the order is, and what to find out. */
export function Readiness(props: ReadinessProps) {
  return (
    <RowsProvider>
      <FollowRouter />
      <Page {...props} />
    </RowsProvider>
  );
}

function Page({ bar, first, ...served }: ReadinessProps) {
  const text = useText();
  const { asOf } = bar.view;
  const { search, change } = useReadinessAddress(served.search);
  const live = useMemo(() => readLive(search), [search]);
  const { knownOn } = bar.query;
  const rows = useRows({
    ...{ asOf: bar.query.asOf, knownOn },
    revision: knownOn === null ? bar.latest : null,
  });
  // Until the rows are here, the page shows the scores that the server sent, and what they were asked for.
  const moment = rows.isCurrent ? rows.moment : null;
  const shownParams = useMemo(
    () => (moment === null ? readLive(served.search) : live),
    [moment, served.search, live],
  );
  const { sort, page } = shownParams;
  const threshold = shownParams.threshold ?? DEFAULT_THRESHOLD;
  // The slider moves at once; the scores follow.
  const weights = useDeferredValue(shownParams.weights);
  const scores = useMemo(
    () => moment && scoreQuery(moment.rows, { ...bar.query, weights, sort }, asOf),
    [moment, bar.query, weights, sort, asOf],
  );
  const questions = useMemo(() => scores && listQuestions(scores, asOf), [scores, asOf]);
  const shown = useMemo(
    () => (scores && questions ? showScores(text, scores, questions, { threshold, page }) : first),
    [text, scores, questions, threshold, page, first],
  );
  const { title, summary } = shown;
  const chosen = live.threshold;
  const query = useMemo(
    () => ({ ...bar.query, weights: live.weights, sort: live.sort }),
    [bar.query, live.weights, live.sort],
  );
  const momentAddress = momentSearch(bar.query);
  const names = useMemo(() => new Map(served.names), [served.names]);
  const { total } = shown.list;
  // The same element while nothing changes, so that the bar keeps what is being typed in it.
  const queryBar = useMemo(
    () => (
      <QueryBar
        path={READINESS_PATH}
        data={{ ...bar, query, rows: { length: total }, own: thresholdPairs(chosen) }}
        names={names}
      />
    ),
    [bar, query, total, chosen, names],
  );
  const leaders = useDeferredValue(shown.leaders);
  const groupHref = (group: ShortlistGroup) =>
    READINESS_PATH + addressSearch(groupQuery(query, group, threshold), chosen);
  const isWaiting = moment === null && search !== served.search;
  return (
    <>
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
        <BarLegend lead={shown.lead} />
      </header>
      {queryBar}
      <RowsNotice
        loading={isWaiting && rows.failure === null}
        failure={rows.failure}
        onRetry={rows.retry}
      />
      <p role="status" className="sr-only">
        {total > 0 ? leaders : null}
      </p>
      {total === 0 ? null : (
        <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_17rem] xl:grid-rows-[auto_1fr] print:block print:space-y-5">
          <div className="@container min-w-0 xl:row-span-2 print:overflow-x-clip print:[container-type:normal]">
            <ScoreFigure
              list={shown.list}
              busy={isWaiting}
              query={query}
              threshold={chosen}
              correlation={served.correlation}
              asOf={asOf}
              moment={momentAddress}
              source={served.source}
              onChange={change}
            />
          </div>
          <WeightsPanel
            weights={live.weights}
            addressOf={(other) =>
              READINESS_PATH + addressSearch({ ...query, weights: other }, chosen)
            }
            onChange={change}
          />
          <FindOutList questions={shown.questions} moment={momentAddress} />
          <Shortlist
            shortlist={shown.shortlist}
            threshold={threshold}
            groupHref={groupHref}
            moment={momentAddress}
            otherParams={writeQuery(query)}
            onChange={change}
          />
        </div>
      )}
      {BLOCKS.every((block) => live.weights[block] === bar.query.weights[block]) ? (
        served.history
      ) : (
        <p className="mt-10">
          {text.t.rich("readiness.history", {
            link: (words) => (
              <Anchor className="link" href={READINESS_PATH + addressSearch(query, chosen)}>
                {words}
              </Anchor>
            ),
          })}
        </p>
      )}
    </>
  );
}

/** The query whose list begins with the zones of a group of the shortlist. */
function groupQuery(query: Query, group: ShortlistGroup, threshold: number): Query {
  if (group !== "below") return { ...query, readinessMin: threshold, readinessMode: group };
  const read = readSort("readinessHigh");
  return "value" in read ? { ...query, sort: read.value } : query;
}

/** How to read a bar, with the zone of the highest confirmed score as the example. */
function BarLegend({ lead }: { lead: ScoredZone | null }) {
  const { t, number } = useText();
  if (lead === null || lead.readiness === null) return null;
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
