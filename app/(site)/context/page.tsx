import type { Metadata } from "next";
import { type Asked, loadQueryResult } from "@/app/(site)/load-query";
import { figureSource } from "@/components/charts/figure-source";
import { ConstraintSection } from "@/components/features/context/constraint-section";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { CONSTRAINTS } from "@/lib/catalogue/constraints";
import { getFigureDates, groupByConstraint } from "@/lib/context/context-figures";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { getText } from "@/lib/server/get-text";
import { getConstraint } from "@/lib/text/constraint-text";
import { contextSummary, contextTitle } from "@/lib/text/context-words";
import { formatDay } from "@/lib/text/format-date";

const PATH = "/context";
/** The constraint beside whose counts the tracker sets its own. */
const OF_ZONES = "zones";

export const metadata: Metadata = {
  title: "Context",
  description:
    "What in the country holds the zones back: power, trade, finance, security and more in figures with period and source, and the trace of each in the zones.",
  alternates: { canonical: PATH },
};

/** The country's constraints, each with how the zones that the address asks for stand in what it bears on. */
export default async function Page({ searchParams }: PageProps<"/context">) {
  const text = await getText();
  const answer = await loadQueryResult(await searchParams);
  if ("problems" in answer) return <BadAddress problems={answer.problems} path={PATH} />;
  const { asked } = answer;
  const { query, view, rows } = asked;
  const sources = new Map(view.sources.map((source) => [source.id, source]));
  const groups = groupByConstraint(
    view.context,
    Object.keys(CONSTRAINTS),
    view.asOf,
    getFigureDates(view),
  );
  const moment = momentOf(asked);
  return (
    <ReadingPage>
      <header className="mb-5">
        <h1 className="max-w-[24ch] text-balance font-serif text-28 tracking-[-0.018em] sm:max-w-[34ch] sm:text-42">
          {contextTitle(groups, rows)}
        </h1>
        <p className="mt-3 max-w-[72ch] text-pretty font-serif text-17">
          {contextSummary(groups, rows)}
        </p>
        <p className="mt-2 max-w-[80ch] text-12 text-ink-2">
          The figures are those of the brief and of the press, of the country and not of its zones.
          That one bears on a field of the zones is this tracker’s own reading: no source measures
          the effect zone by zone.
        </p>
      </header>
      <QueryBar
        path={PATH}
        asked={asked}
        names={new Map(view.rows.map(({ slug, values }) => [slug, values.name ?? slug]))}
      />
      <nav aria-label="Constraints" className="no-print mb-8 flex flex-wrap gap-x-5">
        {groups.map(({ key, figures }) => (
          <a
            key={key}
            href={`#${key}`}
            className="inline-flex min-h-6 items-center gap-1 pointer-coarse:min-h-11"
          >
            <span className="link">{getConstraint(text, key)?.label ?? key}</span>
            <span className="tabular text-12 text-ink-3">{figures.length}</span>
          </a>
        ))}
      </nav>
      <div className="grid gap-12">
        {groups.map((group) => (
          <ConstraintSection
            key={group.key}
            group={group}
            zones={rows}
            query={query}
            sources={sources}
            moment={moment}
            own={group.key === OF_ZONES ? evidencedHere(asked) : null}
            source={figureSource(text, view)}
          />
        ))}
      </div>
    </ReadingPage>
  );
}

function momentOf({ query: { asOf, knownOn } }: Asked) {
  return momentPairs({ asOf, knownOn });
}

/** The approvals that the register holds by name, beside the numbers that were announced. */
function evidencedHere(asked: Asked) {
  return {
    label: "Approval evidenced by name, in this register,",
    period: formatDay(asked.view.asOf),
    value: asked.scopes.evidenced,
    href: `/${toSearch([["scope", "evidenced"], ...momentOf(asked)])}`,
  };
}
