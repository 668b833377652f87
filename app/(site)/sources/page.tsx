import type { Metadata } from "next";
import { ReadingPage } from "@/components/site/reading-page";
import { readSourceQuery } from "@/components/sources/read-source-query";
import { SourceForm } from "@/components/sources/source-form";
import { SourceList } from "@/components/sources/source-list";
import { selectSources, sourceRows } from "@/components/sources/source-rows";
import { SOURCE_KINDS, type SourceKind } from "@/lib/registry/facts";
import { registryAt } from "@/lib/server/store";

export const metadata: Metadata = {
  title: "Sources",
  description:
    "Every source that a claim rests on, with its date, its kind and how much rests on it.",
  alternates: { canonical: "/sources" },
};

/** Every source, searched and sorted as the address says. */
export default async function Page({ searchParams }: PageProps<"/sources">) {
  const query = readSourceQuery(await searchParams);
  const answer = await registryAt();
  if ("problem" in answer) throw new Error(answer.problem.message);
  const { facts, registry, sources } = answer.view;
  const rows = selectSources(sourceRows(answer.view), query);
  const kinds = Object.fromEntries(
    SOURCE_KINDS.map((kind) => [kind, sources.filter((s) => s.kind === kind).length]),
  ) as Record<SourceKind, number>;
  const cited = new Set(facts.claims.map(({ sourceId }) => sourceId)).size;
  const estimated = sources.filter((source) => source.publishedOnEstimated).length;
  return (
    <ReadingPage>
      <header className="mb-6">
        <h1 className="font-serif text-28 tracking-[-0.018em] sm:text-42">Sources</h1>
        <p className="mt-3 max-w-[62ch] text-pretty font-serif text-17">
          {facts.claims.length.toLocaleString("en-GB")} claims rest on {cited} of these{" "}
          {sources.length} sources. Of all, {kinds.news} are news and {kinds.government} come from
          the government itself. {estimated} bear no date of their own, so theirs is estimated.
        </p>
      </header>
      <SourceForm query={query} kinds={kinds} />
      <p className="mb-2 text-12 text-ink-2">
        {rows.length === sources.length
          ? `All ${rows.length} sources`
          : `${rows.length} of ${sources.length} sources`}
        {rows.length < sources.length ? (
          <>
            {" · "}
            <a className="link" href="/sources">
              Show all
            </a>
          </>
        ) : null}
      </p>
      {rows.length === 0 ? (
        <p className="py-6 text-15 text-ink-2">
          No source matches. Try fewer words, or another kind.
        </p>
      ) : (
        <SourceList rows={rows} />
      )}
    </ReadingPage>
  );
}
