import type { Metadata } from "next";
import { loadRegistry } from "@/app/(site)/load-query";
import { PastBanner } from "@/app/(site)/subject-time-bar";
import { figureSource } from "@/components/charts/figure-source";
import { readSourceQuery, sourceQueryPairs } from "@/components/features/sources/read-source-query";
import { SourceForm } from "@/components/features/sources/source-form";
import { SourceList } from "@/components/features/sources/source-list";
import {
  SOURCE_MEASURES,
  type SourceMeasure,
  sourceYears,
} from "@/components/features/sources/source-years";
import { SourceYearsFigure } from "@/components/features/sources/source-years-figure";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { SOURCE_KINDS, type SourceKind } from "@/lib/evidence/ledger-records";
import {
  buildSourceRows,
  getYear,
  type SourceQuery,
  selectSources,
} from "@/lib/evidence/source-rows";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { getText } from "@/lib/server/get-text";
import { sourceSummary } from "@/lib/text/source-summary";

export const metadata: Metadata = {
  title: "Sources",
  description:
    "Every source that a claim rests on: how much rests on it, where it is contradicted, and how old it is.",
  alternates: { canonical: "/sources" },
};

const YEAR_FIRST = (a: string, b: string) => (a > b ? -1 : 1);

/** Every source, searched and sorted as the address says, at the moment that it names. */
export default async function Page({ searchParams }: PageProps<"/sources">) {
  const text = await getText();
  const params = await searchParams;
  const answer = await loadRegistry(params);
  if ("problems" in answer) return <BadAddress problems={answer.problems} path="/sources" />;
  const { view } = answer;
  const query = readSourceQuery(params);
  const measure = SOURCE_MEASURES.find((one) => one === params.count) ?? "sources";
  const moment = momentPairs(params);
  const all = buildSourceRows(view);
  const rows = selectSources(all, query);
  const kinds = Object.fromEntries(
    SOURCE_KINDS.map((kind) => [kind, all.filter(({ source }) => source.kind === kind).length]),
  ) as Record<SourceKind, number>;
  const counting: [string, string][] = measure === "sources" ? [] : [["count", measure]];
  const kept = [...counting, ...moment];
  const to = (part: Partial<SourceQuery>, rest = kept) =>
    `/sources${toSearch([...sourceQueryPairs({ ...query, ...part }), ...rest])}`;
  const counted = (one: SourceMeasure): [string, string][] =>
    one === "sources" ? moment : [["count", one], ...moment];
  return (
    <ReadingPage>
      <PastBanner view={view} pinned={params.knownOn !== undefined} today={to({}, counting)} />
      <header className="mb-6">
        <h1 className="font-serif text-28 tracking-[-0.018em] sm:text-42">Sources</h1>
        <p className="mt-3 max-w-[62ch] text-pretty font-serif text-17">
          {sourceSummary(rows, query)}
        </p>
      </header>
      <SourceForm
        query={query}
        kinds={kinds}
        years={[...new Set(all.map(({ source }) => getYear(source)))].sort(YEAR_FIRST)}
        kept={kept}
      />
      {rows.length === 0 ? null : (
        <SourceYearsFigure
          years={sourceYears(rows, measure)}
          measure={measure}
          measureHref={(one) => to({}, counted(one))}
          yearHref={(year) => to({ year })}
          source={figureSource(text, view)}
        />
      )}
      <h2 className="title mb-1">
        {rows.length === all.length
          ? `All ${rows.length} sources`
          : `${rows.length} of ${all.length} sources`}
      </h2>
      {rows.length < all.length ? (
        <p className="mb-2 text-12 text-ink-2">
          <a className="link" href={`/sources${toSearch(kept)}`}>
            Show all
          </a>
        </p>
      ) : null}
      {rows.length === 0 ? (
        <p className="py-6 text-15 text-ink-2">
          No source matches. Try fewer words, or another kind.
        </p>
      ) : (
        <SourceList rows={rows} asOf={view.asOf} moment={moment} />
      )}
    </ReadingPage>
  );
}
