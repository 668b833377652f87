import type { Metadata } from "next";
import { loadQueryResult, type QueryData, type SearchParams } from "@/app/(site)/load-query";
import { figureSource } from "@/components/charts/figure-source";
import { Readiness } from "@/components/features/readiness/readiness";
import {
  packForReadiness,
  type ServedReadiness,
  type ServedStability,
} from "@/components/features/readiness/served-readiness";
import { BadAddress } from "@/components/layout/bad-parameters";
import { FeatureText } from "@/components/layout/feature-text";
import { ReadingPage } from "@/components/layout/reading-page";
import type { Weights } from "@/lib/catalogue/groups";
import type { ZoneRow } from "@/lib/evidence/row";
import { select } from "@/lib/query/select";
import { computeStability, sumBlocks } from "@/lib/readiness/stability";
import { readThreshold, THRESHOLD_PARAMS } from "@/lib/readiness/threshold";
import { getText } from "@/lib/server/get-text";
import type { Text } from "@/lib/text/text";

/** With more zones the server would take too long; the browser's worker computes their stability. */
const SERVER_COMPUTE_LIMIT = 500;

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
  const result = await loadQueryResult(await searchParams, THRESHOLD_PARAMS);
  if ("problems" in result) return <BadAddress problems={result.problems} path={PATH} />;
  const { problem } = readThreshold(result.data.own);
  if (problem) return <BadAddress problems={[problem]} path={PATH} />;
  return (
    <ReadingPage>
      <FeatureText namespaces={["readiness", "evidence", "query", "charts"]}>
        <Readiness {...serveReadiness(await getText(), result.data)} />
      </FeatureText>
    </ReadingPage>
  );
}

function serveReadiness(text: Text, data: QueryData): ServedReadiness {
  const { query, view, scopes, today, latest, quarters, changeDates, search } = data;
  const { asOf, revision, current } = view;
  const byOrder = (rows: readonly ZoneRow[]) => [...rows].sort((a, b) => a.order - b.order);
  // The browser applies the conditions that depend on the weights, as the reader changes them there.
  const withoutReadiness = { ...query, readinessMin: null, coverageMin: null };
  const { rows, total } = select(view.rows, withoutReadiness, asOf);
  const ranked = byOrder(data.rows);
  return {
    bar: {
      query,
      view: { asOf, revision, current },
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
    stability: ranked.length > SERVER_COMPUTE_LIMIT ? null : serveStability(ranked, query.weights),
    source: figureSource(text, { asOf, revision }),
  };
}

function serveStability(rows: readonly ZoneRow[], weights: Weights): ServedStability {
  const found = computeStability(sumBlocks(rows), weights);
  return {
    weights,
    bySlug: Object.fromEntries(rows.map(({ slug }, i) => [slug, found[i] ?? null])),
  };
}
