import { preload } from "react-dom";
import {
  loadQueryResult,
  type QueryData,
  type SearchParams,
  toPairs,
} from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { ScoreYearsFigure } from "@/components/charts/score-years-figure";
import { Readiness } from "@/components/features/readiness/readiness";
import { showFirstScores } from "@/components/features/readiness/shown-scores";
import { BadAddress } from "@/components/layout/bad-parameters";
import { FeatureText } from "@/components/layout/feature-text";
import { Anchor } from "@/components/layout/link";
import { ReadingPage } from "@/components/layout/reading-page";
import { Notice } from "@/components/ui/notice";
import { rowsAddress } from "@/lib/client/rows";
import { methodAnswer } from "@/lib/contract/method-answer";
import { readinessHistoryAnswer } from "@/lib/contract/readiness-history-answer";
import { shorten } from "@/lib/query/param-limits";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { DEFAULT_THRESHOLD, readThreshold, THRESHOLD_PARAMS } from "@/lib/readiness/threshold";
import { siteOrigin } from "@/lib/server/origins";
import { getPageText } from "@/lib/server/text/page-text";
import { describeSearch } from "@/lib/text/search-words";
import type { Text } from "@/lib/text/text";
import { loadZoneScores, splitRemovedParam } from "./load-zone-scores";

/** Most zones for which the yearly scores are drawn: more would take too long. */
const MOST_IN_HISTORY = 100;

const PATH = "/readiness";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/readiness");

/** The scores of the zones as ranges, under the weights that the reader sets. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { kept: params, removed } = splitRemovedParam(await searchParams);
  const result = await loadQueryResult(params, THRESHOLD_PARAMS);
  if ("problems" in result) return <BadAddress {...result} path={PATH} />;
  const { problem } = readThreshold(result.data.own);
  if (problem) return <BadAddress problems={[problem]} search={result.data.search} path={PATH} />;
  const text = await getPageText();
  return (
    <ReadingPage
      note={describeSearch(text, result.data.view)}
      printedSource={figureSource(text, result.data.view)}
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
      <FeatureText namespaces={["readiness", "query", "pages.list"]}>
        <Readiness
          {...(await serveReadiness(text, result.data, params))}
          history={<ScoreYears data={result.data} />}
        />
      </FeatureText>
    </ReadingPage>
  );
}

/** How the scores of these zones changed from year to year. No script is sent for it. */
async function ScoreYears({ data: { query, view, rows } }: { data: QueryData }) {
  const text = await getPageText();
  const zones = rows.length;
  if (zones === 0) return null;
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

async function serveReadiness(text: Text, data: QueryData, params: SearchParams) {
  const { query, view, scopes, total, today, latest, quarters, changeDates, own } = data;
  const { asOf, revision, current } = view;
  const moment = { asOf: query.asOf, knownOn: query.knownOn };
  // The browser needs the rows as soon as its scripts run.
  preload(rowsAddress({ ...moment, revision: moment.knownOn === null ? latest : null }), {
    ...({ as: "fetch", crossOrigin: "anonymous", fetchPriority: "low" } as const),
  });
  const { scoreAndCompleteness, zones } = methodAnswer(view);
  return {
    bar: {
      ...{ query, scopes, total, today, latest, quarters, changeDates },
      view: { asOf, revision, current, registry: { knownOn: view.registry.knownOn } },
    },
    first: showFirstScores(text, loadZoneScores(view, query), {
      threshold: readThreshold(own).threshold ?? DEFAULT_THRESHOLD,
      ...{ page: params.page, sort: query.sort, asOf },
    }),
    names: view.rows
      .filter(({ slug }) => query.zones.includes(slug))
      .map(({ slug, values }): [string, string] => [slug, values.name ?? slug]),
    search: toSearch(toPairs(params)),
    origin: await siteOrigin(),
    correlation: { value: scoreAndCompleteness, zones },
    source: figureSource(text, { asOf, revision }),
  };
}
