import type { Metadata } from "next";
import { loadQueryResult } from "@/app/(site)/load-query";
import { CountLines } from "@/components/evidence/count-lines";
import { Composition } from "@/components/features/overview/composition";
import { Leaders } from "@/components/features/overview/leaders";
import { Part } from "@/components/features/overview/part";
import { PromiseBar } from "@/components/features/overview/target-bar";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { MomentBanner } from "@/components/time/moment-banner";
import { TimeOverPage } from "@/components/time/page-time-bar";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { momentPairs } from "@/lib/query/moment-params";
import {
  computeKnownShare,
  countComposition,
  countHalfKnown,
  countLadder,
  countUnknowns,
} from "@/lib/query/overview-counts";
import { ANNOUNCED_ON } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { computeCertainOrder } from "@/lib/readiness/certain-order";
import { targetsByProvince } from "@/lib/targets/target-counts";
import { formatNumber, formatShare } from "@/lib/text/format-number";
import { overviewSummary, overviewTitle } from "@/lib/text/overview-words";
import { firmCounts, groundLines, linked, listFirms, yearOfChanges } from "./read-overview";

const PATH = "/overview";
/** Zones named in the sentence, and shown with their bands. */
const NAMED = 3;
const LEADERS = 5;
const COLUMN = "grid min-w-0 content-start gap-y-5";

export const metadata: Metadata = {
  title: "Overview",
  description:
    "What the 44 announced zones are, how many are evidenced at each step, which are most ready and how sure that is, what is unknown and what moved in the last year.",
  alternates: { canonical: PATH },
};

/** All zones in one screen for who has never seen them; each figure leads to what it counts. */
export default async function Page({ searchParams }: PageProps<"/overview">) {
  const { asOf = [], knownOn = [] } = await searchParams;
  const answer = await loadQueryResult({ asOf, knownOn });
  if ("problems" in answer) return <BadAddress problems={answer.problems} path={PATH} />;
  const { asked } = answer;
  const { rows, view, query } = asked;
  const moment = momentPairs(query);
  const search = toSearch(moment);
  const order = computeCertainOrder(rows);
  const inEvidence = rows.filter(({ readiness }) => (readiness?.low ?? 0) > 0);
  const share = computeKnownShare(rows, view.asOf);
  const half = linked(countHalfKnown(rows, query));
  const changes = yearOfChanges(view, moment);
  const firms = listFirms(view, new Set(rows.map(({ slug }) => slug)));
  const firmLines = firmCounts(firms, view, moment);
  const most = (lines: readonly { count: number }[]) => Math.max(1, ...lines.map((l) => l.count));
  return (
    <ReadingPage>
      <header className="mb-5">
        <h1 className="text-balance font-serif text-28 tracking-[-0.018em]">
          {overviewTitle(rows, view.asOf >= ANNOUNCED_ON)}
        </h1>
        <p className="mt-2 max-w-[88ch] text-pretty font-serif text-17">
          {overviewSummary(
            rows,
            inEvidence
              .slice(0, NAMED)
              .map(({ slug, values }) => shortZoneName(values.name ?? slug)),
            order,
          )}
        </p>
      </header>
      {view.current ? null : (
        <MomentBanner
          asOf={view.asOf}
          knownOn={view.revision}
          version={asked.latest}
          pinned={query.knownOn !== null}
          today={PATH}
        />
      )}
      <div className="grid gap-x-10 gap-y-5 md:grid-cols-2 lg:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <div className={COLUMN}>
          <Part
            id="make-up"
            title="What they are"
            more={{ label: "Why these?", href: "/method#scopes" }}
          >
            <Composition
              rows={rows}
              parts={countComposition(rows, query).map((line) => linked(line))}
              allHref={`/${search}`}
            />
          </Part>
          <Part
            id="ready"
            title="Most ready, by what is in evidence"
            more={{ label: `All ${rows.length}`, href: `/readiness${search}` }}
          >
            <Leaders rows={inEvidence.slice(0, LEADERS)} search={search} />
            <p className="mt-1 text-12 text-ink-2">
              0 to 100: solid is in evidence, hollow is not known, so a zone may stand anywhere in
              it. Certain of {formatNumber(order.pairs)} pairs: {order.certain}.
            </p>
          </Part>
        </div>
        <div className={COLUMN}>
          <Part
            id="paper"
            title="On paper"
            note="at or beyond"
            more={{ label: "In the explorer", href: `/${search}` }}
          >
            <CountLines
              of={rows.length}
              lines={countLadder(rows, "legalStatus", query).map((line) => linked(line))}
            />
          </Part>
          <Part
            id="ground"
            title="On the ground"
            note="at or beyond"
            more={{ label: "Definitions", href: "/method#ladders" }}
          >
            <CountLines of={rows.length} lines={groundLines(rows, query)} />
          </Part>
          <Part
            id="promises"
            title="Promises kept and missed"
            more={{ label: "By province", href: `/changes${search}#promises` }}
          >
            <PromiseBar counts={targetsByProvince(view.evidence, view.registry).all.counts} />
          </Part>
        </div>
        <div className={COLUMN}>
          <Part
            id="unknown"
            title="What is not known"
            more={{ label: "What to find out", href: `/readiness${search}#find-out` }}
          >
            <CountLines
              of={rows.length}
              lines={countUnknowns(rows, query).map((line) => linked(line))}
            />
            <p className="mt-1.5 text-12 text-ink-2">
              {share.known === null ? "Nothing" : formatShare(share.known)} of what readiness asks
              is known
              {share.fresh === null
                ? ""
                : `, ${formatShare(share.fresh)} of it from the last two years`}
              ; half or more of it in{" "}
              <a className="link" href={half.href}>
                {half.count} of {rows.length}
              </a>
              .
            </p>
          </Part>
          <Part
            id="moved"
            title="In the last year"
            more={{ label: "All changes", href: `/changes${search}` }}
          >
            <CountLines of={most(changes)} lines={changes} />
          </Part>
          <Part
            id="firms"
            title="Who invests"
            more={{ label: "All firms", href: `/investors${search}` }}
          >
            <CountLines of={most(firmLines)} lines={firmLines} />
          </Part>
        </div>
      </div>
      <div className="mt-5">
        <TimeOverPage
          asked={{ asOf: query.asOf, knownOn: query.knownOn }}
          today={asked.today}
          version={view.revision}
          quarters={asked.quarters}
          turns={asked.turns}
          words={`${rows.length} zones`}
          path={PATH}
          others={[]}
        />
      </div>
    </ReadingPage>
  );
}
