import { loadRegistry, toPairs } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { PastBanner } from "@/app/(site)/subject-time-bar";
import { figureSource } from "@/components/charts/figure-source";
import { ReportersFigure } from "@/components/features/sources/reporters-figure";
import {
  readSourceQuery,
  SourceForm,
  sourceQueryPairs,
} from "@/components/features/sources/source-form";
import { SourceList } from "@/components/features/sources/source-list";
import {
  SOURCE_MEASURES,
  type SourceMeasure,
  SourceYearsFigure,
} from "@/components/features/sources/source-years-figure";
import { BadAddress } from "@/components/layout/bad-parameters";
import { Anchor } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { PageTitle, ReadingPage } from "@/components/layout/reading-page";
import { SOURCE_KINDS, type SourceKind } from "@/lib/evidence/ledger-records";
import { countReportYears } from "@/lib/evidence/report-years";
import { listYears, type SourceQuery, selectSources } from "@/lib/evidence/source-rows";
import { getListPage } from "@/lib/query/list-page";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { loadSourceRows } from "@/lib/server/registry/load-source-rows";
import { getPageText } from "@/lib/server/text/page-text";
import { describeSearch } from "@/lib/text/search-words";
import { sourceSummary } from "@/lib/text/source-summary";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/sources");

/** The sources at the moment in the address, searched, filtered and sorted by it. */
export default async function Page({ searchParams }: PageProps<"/sources">) {
  const text = await getPageText();
  const params = await searchParams;
  const answer = await loadRegistry(params);
  if ("problems" in answer) return <BadAddress {...answer} path="/sources" />;
  const { view } = answer;
  const all = loadSourceRows(view);
  const years = listYears(all);
  const { query, problems } = readSourceQuery(params, years);
  if (problems.length > 0)
    return <BadAddress problems={problems} search={toSearch(toPairs(params))} path="/sources" />;
  const measure = SOURCE_MEASURES.find((one) => one === params.count) ?? "sources";
  const moment = momentPairs(params);
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
  const list = getListPage(rows, params, ({ source }, id) => source.id === id);
  const pages = { list, path: "/sources", kept: [...sourceQueryPairs(query), ...kept] };
  return (
    <ReadingPage note={describeSearch(text, view)} printedSource={figureSource(text, view)}>
      <PastBanner view={view} pinned={params.knownOn !== undefined} today={to({}, counting)} />
      <PageTitle title={text.t("sources.meta.title")} lead={sourceSummary(text, rows, query)} />
      <SourceForm query={query} kinds={kinds} years={years} kept={kept} />
      {rows.length === 0 ? null : (
        <SourceYearsFigure
          rows={rows}
          measure={measure}
          measureHref={(one) => to({}, counted(one))}
          yearHref={(year) => to({ year })}
          source={figureSource(text, view)}
        />
      )}
      {rows.length < all.length ? null : (
        <ReportersFigure
          years={countReportYears(view.evidence, view.registry)}
          source={figureSource(text, view)}
        />
      )}
      <h2 className="mb-3 font-serif text-21">
        {rows.length === all.length
          ? text.t("sources.list.all", { count: all.length })
          : text.t("sources.list.some", {
              shown: text.number(rows.length),
              all: text.number(all.length),
            })}
      </h2>
      {rows.length < all.length ? (
        <p className="mb-2 text-12 text-ink-2">
          <Anchor className="link" href={`/sources${toSearch(kept)}`}>
            {text.t("sources.list.reset")}
          </Anchor>
        </p>
      ) : null}
      {rows.length === 0 ? (
        <p className="py-6 text-15 text-ink-2">{text.t("sources.list.none")}</p>
      ) : (
        <>
          <ListRange {...pages} />
          <SourceList rows={list.items} asOf={view.asOf} moment={moment} />
          <ListPageLinks {...pages} label={text.t("sources.list.label")} />
        </>
      )}
    </ReadingPage>
  );
}
