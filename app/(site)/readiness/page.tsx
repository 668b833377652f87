import type { Metadata } from "next";
import { loadQueryResult, type QueryData, type SearchParams } from "@/app/(site)/load-query";
import { figureSource } from "@/components/charts/figure-source";
import { Readiness } from "@/components/features/readiness/readiness";
import {
  packForReadiness,
  type RanksBySlug,
  type ServedReadiness,
} from "@/components/features/readiness/served-readiness";
import { BadAddress } from "@/components/layout/bad-parameters";
import { FeatureText } from "@/components/layout/feature-text";
import { ReadingPage } from "@/components/layout/reading-page";
import type { Weights } from "@/lib/catalogue/groups";
import { methodAnswer } from "@/lib/contract/method-answer";
import type { ZoneRow } from "@/lib/evidence/row";
import { select } from "@/lib/query/select";
import {
  buildPool,
  type KnownScore,
  listKnownScores,
  listRankInputs,
} from "@/lib/readiness/rank-inputs";
import { computeRankUncertainty } from "@/lib/readiness/rank-uncertainty";
import { readThreshold, THRESHOLD_PARAMS } from "@/lib/readiness/threshold";
import { readUnknowns, UNKNOWNS_PARAM, type Unknowns } from "@/lib/readiness/unknowns";
import { getText } from "@/lib/server/get-text";
import type { RegistryView } from "@/lib/server/registry-at";
import { describeSearch } from "@/lib/text/search-words";
import type { Text } from "@/lib/text/text";

/** With more zones the server would take too long; the browser's worker computes their ranks. */
const SERVER_COMPUTE_LIMIT = 100;
/** Answers kept for a moment: they take the server as long as several other pages. */
const KEPT_ANSWERS = 32;

const OWN_PARAMS = [...THRESHOLD_PARAMS, UNKNOWNS_PARAM];

const PATH = "/readiness";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return {
    title: t("readiness.page.title"),
    description: t("readiness.page.description"),
    alternates: { canonical: PATH },
  };
}

/** The ranking of the zones as ranges, under the weights that the reader sets. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const result = await loadQueryResult(await searchParams, OWN_PARAMS);
  if ("problems" in result) return <BadAddress problems={result.problems} path={PATH} />;
  const { own } = result.data;
  const { unknowns, problem } = readUnknowns(own);
  const problems = [readThreshold(own).problem ?? [], problem ?? []].flat();
  if (problems.length > 0) return <BadAddress problems={problems} path={PATH} />;
  const text = await getText();
  return (
    <ReadingPage note={describeSearch(text, result.data.view)}>
      <FeatureText namespaces={["readiness", "evidence", "query", "charts"]}>
        <Readiness {...serveReadiness(text, result.data, unknowns)} />
      </FeatureText>
    </ReadingPage>
  );
}

function serveReadiness(text: Text, data: QueryData, unknowns: Unknowns): ServedReadiness {
  const { query, view, scopes, today, latest, quarters, changeDates, search } = data;
  const { asOf, revision, current } = view;
  const byOrder = (rows: readonly ZoneRow[]) => [...rows].sort((a, b) => a.order - b.order);
  // The browser applies the conditions that depend on the weights, as the reader changes them there.
  const withoutReadiness = { ...query, readinessMin: null, coverageMin: null };
  const { rows, total } = select(view.rows, withoutReadiness, asOf);
  const ranked = byOrder(data.rows);
  const known = listKnownScores(view.rows);
  const { scoreAndCompleteness, zones } = methodAnswer(view);
  return {
    bar: {
      query,
      view: { asOf, revision, current, registry: { knownOn: view.registry.knownOn } },
      scopes,
      total,
      today,
      latest,
      quarters,
      changeDates,
    },
    rows: byOrder(rows).map((row) => packForReadiness(row, query)),
    names: view.rows
      .filter(({ slug }) => query.zones.includes(slug))
      .map(({ slug, values }) => [slug, values.name ?? slug]),
    search,
    ranks:
      ranked.length > SERVER_COMPUTE_LIMIT
        ? null
        : {
            weights: query.weights,
            unknowns,
            bySlug: serveRanks(view, ranked, known, query.weights, unknowns),
          },
    known,
    correlation: { value: scoreAndCompleteness, zones },
    source: figureSource(text, { asOf, revision }),
  };
}

const served = new WeakMap<RegistryView, Map<string, RanksBySlug>>();

function serveRanks(
  view: RegistryView,
  rows: readonly ZoneRow[],
  known: readonly KnownScore[],
  weights: Weights,
  unknowns: Unknowns,
): RanksBySlug {
  const answers = served.get(view) ?? new Map<string, RanksBySlug>();
  served.set(view, answers);
  const key = JSON.stringify([weights, unknowns, rows.map(({ slug }) => slug)]);
  const kept = answers.get(key);
  if (kept) return kept;
  const task = { inputs: listRankInputs(rows), pool: buildPool(known), weights, unknowns };
  const found = computeRankUncertainty(task);
  const answer = Object.fromEntries(rows.map(({ slug }, i) => [slug, found[i] ?? null]));
  const [oldest] = answers.keys();
  if (answers.size >= KEPT_ANSWERS && oldest !== undefined) answers.delete(oldest);
  answers.set(key, answer);
  return answer;
}
