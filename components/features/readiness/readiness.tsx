"use client";

import { type ReactNode, useDeferredValue, useMemo } from "react";
import { IntervalBar } from "@/components/charts/interval-bar";
import { EmbedPanel } from "@/components/evidence/embed-panel";
import { Anchor } from "@/components/layout/link";
import { QueryBar } from "@/components/query-bar/query-bar";
import { BLOCKS } from "@/lib/catalogue/groups";
import { FollowRouter } from "@/lib/client/address";
import { embedPath } from "@/lib/contract/embeds";
import { unpackRow } from "@/lib/evidence/row";
import { fromRowTable } from "@/lib/evidence/row-table";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { momentSearch } from "@/lib/query/moment-params";
import { readSort } from "@/lib/query/param-readers";
import type { Query } from "@/lib/query/query";
import { writeQuery } from "@/lib/query/write-query";
import { listQuestionGroups } from "@/lib/readiness/open-questions";
import { DEFAULT_THRESHOLD } from "@/lib/readiness/threshold";
import { type ScoredZone, scoreZones } from "@/lib/readiness/zone-scores";
import { useText } from "@/lib/text/use-text";
import { FindOutList } from "./find-out-list";
import { ScoreFigure } from "./score-figure";
import type { ServedReadiness } from "./served-readiness";
import { Shortlist } from "./shortlist";
import { type ShortlistGroup, showScores, unpackShown } from "./shown-scores";
import {
  addressSearch,
  READINESS_PATH,
  thresholdPairs,
  useReadinessAddress,
  useServedAddress,
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
  const { asOf } = bar.view;
  const isServed = served.rows === null;
  const written = useReadinessAddress(served.search);
  const asked = useServedAddress(served.search);
  const { live, change } = isServed ? asked : written;
  const rows = useMemo(
    () => (served.rows === null ? [] : fromRowTable(served.rows).map(unpackRow)),
    [served.rows],
  );
  const sent = useMemo(() => (served.shown ? unpackShown(served.shown) : null), [served.shown]);
  // The slider moves at once; the scores follow.
  const weights = useDeferredValue(live.weights);
  const scores = useMemo(
    () => scoreZones(rows, { ...bar.query, weights, sort: live.sort }, asOf),
    [rows, bar.query, weights, live.sort, asOf],
  );
  const { zones } = scores;
  const inOrder = useMemo(
    () => zones.map(({ row }) => row).sort((a, b) => a.order - b.order),
    [zones],
  );
  const groups = useMemo(
    () => listQuestionGroups(inOrder, weights, asOf),
    [inOrder, weights, asOf],
  );

  // What is said of scores that were sent is of the address that they were sent for.
  const threshold = (isServed ? asked.served : live).threshold ?? DEFAULT_THRESHOLD;
  const { page, threshold: chosen } = live;
  const shown = useMemo(
    () => sent ?? showScores(text, scores, groups, { threshold, page }),
    [sent, text, scores, groups, threshold, page],
  );
  const { title, summary } = shown;
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
        <BarLegend lead={shown.lead} />
      </header>
      {queryBar}
      <p role="status" className="sr-only">
        {total > 0 ? leaders : null}
      </p>
      {total === 0 ? null : (
        <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_17rem] xl:grid-rows-[auto_1fr] print:block print:space-y-5">
          <div className="@container min-w-0 xl:row-span-2 print:overflow-x-clip print:[container-type:normal]">
            <ScoreFigure
              list={shown.list}
              busy={asked.busy}
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
        history
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
