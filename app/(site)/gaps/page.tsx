import type { Metadata } from "next";
import { loadQueryResult } from "@/app/(site)/load-query";
import { figureSource } from "@/components/charts/figure-source";
import { GapCounts } from "@/components/features/gaps/gap-counts";
import { GapFigure } from "@/components/features/gaps/gap-figure";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { computeGapTotals, UTILITIES } from "@/lib/gaps/gaps";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { getText } from "@/lib/server/get-text";
import { gapsSummary, gapsTitle } from "@/lib/text/gap-words";

const PATH = "/gaps";

export const metadata: Metadata = {
  title: "Gaps",
  description:
    "Power and gas that the zones need against what is evidenced as delivered, and for how many that is known at all.",
  alternates: { canonical: PATH },
};

/** Power and gas needed, sanctioned and delivered, zone by zone, at the question that the address asks. */
export default async function Page({ searchParams }: PageProps<"/gaps">) {
  const text = await getText();
  const answer = await loadQueryResult(await searchParams);
  if ("problems" in answer) return <BadAddress problems={answer.problems} path={PATH} />;
  const { asked } = answer;
  const { query, view, rows } = asked;
  const { asOf, knownOn } = query;
  const shown = new Set(rows.map(({ slug }) => slug));
  const zones = view.registry.zones.filter(({ slug }) => shown.has(slug));
  const utilities = UTILITIES.map((utility) => ({
    utility,
    totals: computeGapTotals(
      utility,
      zones.map(({ values }) => values),
    ),
  }));
  const [power, gas] = utilities;
  const moment = momentPairs({ asOf, knownOn });
  return (
    <ReadingPage>
      {power && gas ? (
        <header className="mb-5">
          <h1 className="max-w-[24ch] font-serif text-28 tracking-[-0.018em] sm:max-w-[32ch] sm:text-42">
            {gapsTitle(power)}
          </h1>
          <p className="mt-3 max-w-[68ch] text-pretty font-serif text-17">
            {gapsSummary(power, gas)}
          </p>
        </header>
      ) : null}
      <QueryBar
        path={PATH}
        asked={asked}
        names={new Map(view.rows.map(({ slug, values }) => [slug, values.name ?? slug]))}
      />
      {zones.length === 0
        ? null
        : utilities.map(({ utility, totals }) => (
            <section key={utility.name} className="mb-12">
              <GapFigure
                utility={utility}
                zones={zones}
                asOf={view.asOf}
                moment={moment}
                source={figureSource(text, view)}
              />
              <GapCounts utility={utility} totals={totals} rows={rows} query={query} />
              <p className="no-print mt-2">
                <a
                  className="link inline-flex min-h-6 items-center"
                  href={`/${toSearch([...writeQuery(query), ["markers", utility.name]])}`}
                >
                  On the map
                </a>
              </p>
            </section>
          ))}
    </ReadingPage>
  );
}
