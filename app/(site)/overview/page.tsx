import { linkCount, linkLadder, linkStandings } from "@/app/(site)/link-counts";
import { loadResultAtMoment } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { PastBanner } from "@/app/(site)/subject-time-bar";
import { figureSource } from "@/components/charts/figure-source";
import { CountLines } from "@/components/evidence/count-lines";
import { TargetBar } from "@/components/evidence/target-bar";
import { Composition, Leaders, Part } from "@/components/features/overview/overview-parts";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { PageTimeBar } from "@/components/time/page-time-bar";
import { cx } from "@/components/ui/cx";
import { Sentences } from "@/components/ui/sentences";
import { momentPairs } from "@/lib/query/moment-params";
import {
  type CountLine,
  computeKnownShare,
  countComposition,
  countHalfKnown,
  countUnknowns,
} from "@/lib/query/overview-counts";
import { ANNOUNCED_ON } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import type { RankedRow } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { computeCertainOrder } from "@/lib/readiness/zone-scores";
import { getPageText } from "@/lib/server/text/page-text";
import { targetsByProvince } from "@/lib/targets/target-counts";
import { describeOverview, describeOverviewDetail } from "@/lib/text/page-summaries";
import { describeSearch } from "@/lib/text/search-words";
import { describeTargetCounts } from "@/lib/text/target-words";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { countFirms, countYearOfChanges } from "./read-overview";

const PATH = "/overview";
/** Zones listed with their ranges. */
const LISTED = 5;
const COLUMN = "grid min-w-0 content-start gap-y-5 print:contents";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/overview");

/** All zones on one page, for a first look. Each figure links to what it counts. */
export default async function Page({ searchParams }: PageProps<"/overview">) {
  const text = await getPageText();
  const { t } = text;
  const result = await loadResultAtMoment(await searchParams);
  if ("problems" in result) return <BadAddress {...result} path={PATH} />;
  const { data } = result;
  const { rows, view, query } = data;
  const moment = momentPairs(query);
  const search = toSearch(moment);
  const order = computeCertainOrder(rows);
  const slugs = new Set(rows.map(({ slug }) => slug));
  const zones = view.registry.zones.filter(({ slug }) => slugs.has(slug));
  const changes = await countYearOfChanges(text, view, moment);
  const firms = countFirms(text, view, slugs, moment);
  const targets = targetsByProvince(view.evidence, view.registry).all;
  const greatest = (lines: readonly { count: number }[]) =>
    Math.max(1, ...lines.map(({ count }) => count));
  return (
    <ReadingPage note={describeSearch(text, view)} printedSource={figureSource(text, view)}>
      <header className="mb-5 print:mb-2">
        <h1 data-small className="page-title text-balance">
          {describeOverview(text, zones, view.asOf >= ANNOUNCED_ON)}
        </h1>
        <p className="page-lead mt-2">{describeOverviewDetail(text, zones, view.asOf, order)}</p>
      </header>
      <div className="no-print mb-5">
        <PageTimeBar
          moment={{ asOf: query.asOf, knownOn: query.knownOn }}
          today={data.today}
          revision={view.registry.knownOn}
          quarters={data.quarters}
          changeDates={data.changeDates}
          words={t("common.count.zones", { count: rows.length })}
          path={PATH}
          others={[]}
        />
      </div>
      <PastBanner view={view} pinned={query.knownOn !== null} today={PATH} />
      <div className="grid gap-x-10 gap-y-5 md:grid-cols-2 lg:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)_minmax(0,1fr)] print:block print:columns-2">
        <div className={COLUMN}>
          <Part
            id="make-up"
            title={t("overview.approval.title")}
            more={{ label: t("overview.approval.more"), href: "/method#scopes" }}
          >
            <Composition
              rows={rows}
              parts={countComposition(rows, query).map((line) =>
                linkCount(line, t(`overview.approval.${line.key}`)),
              )}
              allHref={`/${search}`}
            />
          </Part>
          <Part
            id="ready"
            title={t("overview.ready.title")}
            more={{
              label: t("overview.ready.more", { count: text.number(rows.length) }),
              href: `/readiness${search}`,
            }}
          >
            <Leaders rows={rows.slice(0, LISTED)} search={search} />
            <p className="mt-1 text-12 text-ink-2">
              {t("overview.ready.legend", {
                certain: order.certain,
                pairs: text.number(order.pairs),
              })}
            </p>
          </Part>
        </div>
        <div className={COLUMN}>
          <Part
            id="paper"
            title={t("overview.legalStatus.title")}
            note={t("overview.legalStatus.note")}
            more={{ label: t("overview.legalStatus.more"), href: `/${search}` }}
          >
            <CountLines of={rows.length} lines={linkLadder(text, rows, "legalStatus", query)} />
          </Part>
          <Part
            id="ground"
            title={t("query.filter.standing")}
            more={{ label: t("overview.standing.more"), href: "/method#ladders" }}
          >
            <CountLines of={rows.length} lines={linkStandings(text, rows, query)} />
          </Part>
          <Part
            id="promises"
            title={t("overview.targets.title")}
            more={{ label: t("overview.targets.more"), href: `/changes${search}#promises` }}
          >
            {targets.total === 0 ? null : (
              <div className="mb-1.5">
                <TargetBar counts={targets.counts} full={targets.total} height={16} />
              </div>
            )}
            <p className="text-pretty">{describeTargetCounts(text, targets.counts)}</p>
          </Part>
        </div>
        <div className={cx(COLUMN, "gap-x-10 md:max-lg:col-span-2 md:max-lg:grid-cols-2")}>
          <Part
            id="unknown"
            title={t("overview.unknown.title")}
            more={{ label: t("overview.unknown.more"), href: `/readiness${search}#find-out` }}
          >
            <CountLines
              of={rows.length}
              lines={countUnknowns(rows, query).map((line) =>
                linkCount(line, text.fieldLabel(line.key)),
              )}
            />
            <KnownShare rows={rows} asOf={view.asOf} half={countHalfKnown(rows, query)} />
          </Part>
          <Part
            id="moved"
            title={t("overview.changes.title")}
            note={t("overview.changes.note")}
            more={{ label: t("overview.changes.more"), href: `/changes${search}` }}
          >
            <CountLines of={greatest(changes)} lines={changes} />
          </Part>
          <Part
            id="firms"
            title={t("overview.firms.title")}
            more={{ label: t("overview.firms.more"), href: `/investors${search}` }}
          >
            <CountLines of={greatest(firms)} lines={firms} />
          </Part>
        </div>
      </div>
    </ReadingPage>
  );
}

interface KnownShareProps {
  rows: readonly RankedRow[];
  asOf: Day;
  /** The zones of which at least half is known. */
  half: CountLine;
}

/** How much is known of the facts that the score needs, and of how many zones at least half. */
function KnownShare({ rows, asOf, half }: KnownShareProps) {
  const { t, number, percent } = useText();
  const { known, fresh } = computeKnownShare(rows, asOf);
  return (
    <p className="mt-1.5 text-12 text-ink-2">
      <Sentences
        of={[
          known === null
            ? t("overview.unknown.noneKnown")
            : fresh === null
              ? t("overview.unknown.known", { known: percent(known) })
              : t("overview.unknown.knownRecent", {
                  known: percent(known),
                  recent: percent(fresh),
                }),
          t.rich("overview.unknown.half", {
            count: number(half.count),
            total: number(rows.length),
            link: (words) => (
              <a className="link" href={`/${toSearch(writeQuery(half.query))}`}>
                {words}
              </a>
            ),
          }),
        ]}
      />
    </p>
  );
}
