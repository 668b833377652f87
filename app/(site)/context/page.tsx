import { loadQueryResult, type QueryData } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import type { OwnCount } from "@/components/features/context/compared-figure";
import { ConstraintSection } from "@/components/features/context/constraint-section";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { Sentences } from "@/components/ui/sentences";
import { CONTEXT_SUBJECTS, IMPLICATIONS, SECOND_READINGS } from "@/lib/catalogue/constraints";
import {
  getFigureDates,
  groupByConstraint,
  listFigureChanges,
} from "@/lib/context/context-figures";
import { zoneNames } from "@/lib/evidence/zone-name";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { getPageText, pageLocale } from "@/lib/server/text/page-text";
import { contextSummary, contextTitle, getConstraint } from "@/lib/text/context-words";
import { describeSearch } from "@/lib/text/search-words";
import type { Text } from "@/lib/text/text";

const PATH = "/context";
/** The problem whose counts are compared with the tracker's own. */
const OF_ZONES = "zones";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/context");

/** The national problems, each with its figures and the facts that it affects in the zones of the address. */
export default async function Page({ searchParams }: PageProps<"/context">) {
  const text = await getPageText();
  const answer = await loadQueryResult(await searchParams, [], await pageLocale());
  if ("problems" in answer) return <BadAddress {...answer} path={PATH} />;
  const { data } = answer;
  const { query, view, rows } = data;
  const sources = new Map(view.sources.map((source) => [source.id, source]));
  const groups = groupByConstraint(
    [...view.context, ...view.statements].filter(
      ({ constraint }) => constraint !== SECOND_READINGS,
    ),
    CONTEXT_SUBJECTS,
    view.asOf,
    getFigureDates(view),
  );
  const moment = momentOf(data);
  return (
    <ReadingPage
      title={contextTitle(text, groups, rows)}
      lead={contextSummary(text, groups, rows)}
      note={describeSearch(text, view)}
      printedSource={figureSource(text, view)}
    >
      <p className="mb-5 max-w-[80ch] text-12 text-ink-2">
        <Sentences
          of={[
            text.t.rich("context.frame", {
              link: (chunks) => (
                <a className="link" href={`#${IMPLICATIONS}`}>
                  {chunks}
                </a>
              ),
            }),
            text.t("context.method"),
          ]}
        />
      </p>
      <QueryBar path={PATH} data={data} names={zoneNames(view.rows)} />
      <nav aria-label={text.t("common.contents")} className="no-print mb-8 flex flex-wrap gap-x-5">
        {groups.map(({ key, figures, statements }) => (
          <a
            key={key}
            href={`#${key}`}
            className="inline-flex min-h-6 items-center gap-1 pointer-coarse:min-h-11"
          >
            <span className="link">{getConstraint(text, key)?.label ?? key}</span>
            <span className="tabular text-12 text-ink-3">
              {text.number(figures.length + statements.length)}
            </span>
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
            changesOf={(item) =>
              listFigureChanges(view.facts.context, item, {
                revision: view.revision,
                revisions: view.facts.revisions,
              })
            }
            moment={moment}
            own={group.key === OF_ZONES ? countConfirmed(text, data) : null}
            source={figureSource(text, view)}
          />
        ))}
      </div>
    </ReadingPage>
  );
}

function momentOf({ query: { asOf, knownOn } }: QueryData) {
  return momentPairs({ asOf, knownOn });
}

/** The zones with a confirmed approval, beside the announced numbers. */
function countConfirmed(text: Text, data: QueryData): OwnCount {
  return {
    period: text.day(data.view.asOf),
    value: data.scopes.evidenced,
    href: `/zones${toSearch([["scope", "evidenced"], ...momentOf(data)])}`,
  };
}
