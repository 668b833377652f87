import type { Metadata } from "next";
import { loadQueryResult } from "@/app/(site)/load-query";
import { figureSource } from "@/components/charts/figure-source";
import { ChineseFirmsFigure } from "@/components/features/dependence/chinese-firms-figure";
import { EvidenceSection } from "@/components/features/dependence/evidence-section";
import { PlaneFigure, QuadrantList } from "@/components/features/dependence/plane-figure";
import { StripFigure } from "@/components/features/dependence/strip-figure";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { buildDependenceRows } from "@/lib/dependence/dependence-row";
import { zoneNames } from "@/lib/evidence/zone-name";
import { groupFirmsByTie } from "@/lib/firms/firms";
import { momentSearch } from "@/lib/query/moment-params";
import { getText } from "@/lib/server/get-text";
import { dependenceAnswer } from "@/lib/text/page-summaries";

const PATH = "/dependence";

/** Title and description of the page. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return {
    title: t("dependence.meta.title"),
    description: t("dependence.meta.description"),
    alternates: { canonical: PATH },
  };
}

/** What is known of the zones' dependence on China, for the zones and the day in the address. */
export default async function Page({ searchParams }: PageProps<"/dependence">) {
  const answer = await loadQueryResult(await searchParams);
  if ("problems" in answer) return <BadAddress problems={answer.problems} path={PATH} />;
  const { data } = answer;
  const { view, query } = data;
  const rows = buildDependenceRows(data.rows, view.registry.zones);
  const firms = groupFirmsByTie(rows.map(({ zone }) => zone));
  const text = await getText();
  const { title, summary } = dependenceAnswer(text, rows);
  const moment = momentSearch(query);
  const source = figureSource(text, view);
  const names = zoneNames(view.rows);
  return (
    <ReadingPage title={title} lead={summary}>
      <QueryBar path={PATH} data={data} names={names} />
      {rows.length === 0 ? null : (
        <>
          <StripFigure rows={rows} source={source} moment={moment} />
          <div className="mt-12">
            <PlaneFigure rows={rows} source={source} moment={moment} />
          </div>
          <QuadrantList rows={rows} moment={moment} />
          <div className="mt-12">
            <ChineseFirmsFigure firms={firms} source={source} moment={moment} />
          </div>
          <EvidenceSection
            rows={rows}
            firms={firms.chinese}
            sources={new Map(view.sources.map((one) => [one.id, one]))}
            asOf={view.asOf}
            moment={moment}
          />
        </>
      )}
    </ReadingPage>
  );
}
