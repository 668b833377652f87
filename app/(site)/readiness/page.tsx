import type { Metadata } from "next";
import { loadQueryResult } from "@/app/(site)/load-query";
import type { SearchParams } from "@/app/(site)/load-registry";
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
import { sumBlocks } from "@/lib/readiness/block-sums";
import { computeStability } from "@/lib/readiness/stability";
import { readThreshold, THRESHOLD_PARAM } from "@/lib/readiness/threshold";

/** More zones than these and the page would be long in coming; the browser's worker takes its time. */
const SERVER_COMPUTE_LIMIT = 500;

export const metadata: Metadata = {
  title: "Readiness",
  description:
    "Which zones are most ready under any weights, how sure that is, and what to find out next: ranges, not ranks.",
  alternates: { canonical: "/readiness" },
};

/** Readiness: the ranking as ranges, with the weights in the reader's hand. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const answer = await loadQueryResult(await searchParams, [THRESHOLD_PARAM]);
  if ("problems" in answer) return <BadAddress problems={answer.problems} path="/readiness" />;
  const { problem } = readThreshold(answer.asked.own);
  if (problem) return <BadAddress problems={[problem]} path="/readiness" />;
  return (
    <ReadingPage>
      <FeatureText namespaces={["query", "charts"]}>
        <Readiness {...servedFor(answer.asked)} />
      </FeatureText>
    </ReadingPage>
  );
}

type Asked = Extract<Awaited<ReturnType<typeof loadQueryResult>>, { asked: unknown }>["asked"];

function servedFor(asked: Asked): ServedReadiness {
  const { query, view, scopes, today, latest, quarters, turns, search } = asked;
  const { asOf, revision: knownOn, current } = view;
  const byOrder = (rows: readonly ZoneRow[]) => [...rows].sort((a, b) => a.order - b.order);
  // What depends on the weights is asked anew in the browser, where the reader changes them.
  const whole = { ...query, readinessMin: null, coverageMin: null };
  const { rows, total } = select(view.rows, whole, asOf);
  const ranked = byOrder(asked.rows);
  return {
    asked: {
      query,
      view: { asOf, revision: knownOn, current },
      scopes,
      total,
      today,
      latest,
      quarters,
      turns,
    },
    rows: byOrder(rows).map((row) => packForReadiness(row, query)),
    names: view.rows
      .filter(({ slug }) => query.zones.includes(slug))
      .map(({ slug, values }) => [slug, values.name ?? slug]),
    search,
    stability: ranked.length > SERVER_COMPUTE_LIMIT ? null : reckoned(ranked, query.weights),
  };
}

function reckoned(rows: readonly ZoneRow[], weights: Weights): ServedStability {
  const found = computeStability(sumBlocks(rows), weights);
  return {
    weights,
    bySlug: Object.fromEntries(rows.map(({ slug }, i) => [slug, found[i] ?? null])),
  };
}
