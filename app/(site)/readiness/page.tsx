import {
  loadQueryResult,
  type QueryData,
  type SearchParams,
  toPairs,
} from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { ScoreYearsFigure } from "@/components/charts/score-years-figure";
import { GapFigure } from "@/components/features/readiness/gap-figure";
import { NeedsFigure, ORDER_PARAM } from "@/components/features/readiness/needs-figure";
import { ScoreSection } from "@/components/features/readiness/score-section";
import { BadAddress } from "@/components/layout/bad-parameters";
import { Anchor } from "@/components/layout/link";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { Notice } from "@/components/ui/notice";
import { methodAnswer } from "@/lib/contract/method-answer";
import { readinessHistoryAnswer } from "@/lib/contract/readiness-history-answer";
import { zoneNames } from "@/lib/evidence/zone-name";
import { UTILITIES } from "@/lib/gaps/gaps";
import { shorten } from "@/lib/query/param-limits";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { NEED_ORDERS } from "@/lib/readiness/needs";
import { readThreshold } from "@/lib/readiness/threshold";
import { getPageText, pageLocale } from "@/lib/server/text/page-text";
import { describeNeeds } from "@/lib/text/needs-summary";
import { describeSearch } from "@/lib/text/search-words";
import { loadZoneScores, OWN_PARAMS, splitRemovedParam } from "./load-zone-scores";

/** Most zones for which the yearly scores are drawn: more would take too long. */
const MOST_IN_HISTORY = 100;

const PATH = "/readiness";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/readiness");

/** What each zone has of what it needs, how much power and gas is missing, and both as a score. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { kept: params, removed } = splitRemovedParam(await searchParams);
  const result = await loadQueryResult(params, OWN_PARAMS, await pageLocale());
  if ("problems" in result) return <BadAddress {...result} path={PATH} />;
  const { data } = result;
  const { query, view, rows, own, search } = data;
  const { threshold, problem } = readThreshold(own);
  if (problem) return <BadAddress problems={[problem]} search={search} path={PATH} />;
  const wanted = own.find(([name]) => name === ORDER_PARAM)?.[1];
  const text = await getPageText();
  const shown = new Set(rows.map(({ slug }) => slug));
  const zones = view.registry.zones.filter(({ slug }) => shown.has(slug));
  const { title, summary } = describeNeeds(text, rows);
  const source = figureSource(text, view);
  const shared = { query, own, path: PATH, page: params.page, source };
  const { asOf } = view;
  const { scoreAndCompleteness, zones: announced } = methodAnswer(view);
  return (
    <ReadingPage
      title={title}
      lead={summary}
      note={describeSearch(text, view)}
      printedSource={source}
    >
      {removed.map((param) => (
        <Notice
          key={param}
          tone="amber"
          className="mb-6"
          action={
            <Anchor className="link" href={PATH + toSearch(toPairs(params))}>
              {text.t("explorer.notices.remove")}
            </Anchor>
          }
        >
          {text.t.rich("readiness.removed", {
            param: shorten(param),
            code: (words) => <code dir="ltr">{words}</code>,
          })}
        </Notice>
      ))}
      <QueryBar path={PATH} data={data} names={zoneNames(view.rows)} />
      {rows.length === 0 ? null : (
        <>
          <NeedsFigure
            {...shared}
            rows={rows}
            order={NEED_ORDERS.find((order) => order === wanted) ?? "province"}
          />
          <div className="mt-12 grid gap-y-10">
            {UTILITIES.map((utility) => (
              <GapFigure key={utility.name} {...{ utility, zones, query, asOf, source }} />
            ))}
          </div>
          <ScoreSection
            {...{ ...shared, threshold, asOf }}
            scores={loadZoneScores(view, query)}
            correlation={{ value: scoreAndCompleteness, zones: announced }}
          >
            <ScoreYears data={data} />
          </ScoreSection>
        </>
      )}
    </ReadingPage>
  );
}

/** How the scores of these zones changed from year to year. */
async function ScoreYears({ data: { query, view, rows } }: { data: QueryData }) {
  const text = await getPageText();
  const zones = rows.length;
  const fileHref = `/api/v1/readiness/history.csv${toSearch(writeQuery(query))}`;
  if (zones > MOST_IN_HISTORY) {
    return (
      <p className="mt-10 text-ink-2">
        {text.t.rich("scoreHistory.tooMany", {
          most: text.number(MOST_IN_HISTORY),
          zones: text.number(zones),
          file: (words) => (
            <Anchor className="link" href={fileHref}>
              {words}
            </Anchor>
          ),
        })}
      </p>
    );
  }
  const { all: years } = await readinessHistoryAnswer(view, query);
  return (
    <div className="mt-10 max-w-240 border-line border-t pt-6">
      <ScoreYearsFigure
        subject={{ zones }}
        years={years}
        fileHref={fileHref}
        source={figureSource(text, view)}
      />
    </div>
  );
}
