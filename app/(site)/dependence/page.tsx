import type { Metadata } from "next";
import { AskedBar } from "@/components/asked/asked-bar";
import { momentSearch } from "@/components/asked/moment-search";
import { figureSource } from "@/components/charts/figure-source";
import { BehindSection } from "@/components/dependence/behind-section";
import { firmsByTie } from "@/components/dependence/chinese-firms";
import { ChineseFirmsFigure } from "@/components/dependence/chinese-firms-figure";
import { dependenceRows } from "@/components/dependence/dependence-row";
import { dependenceAnswer } from "@/components/dependence/dependence-words";
import { PlaneFigure } from "@/components/dependence/plane-figure";
import { QuadrantList } from "@/components/dependence/quadrant-list";
import { StripFigure } from "@/components/dependence/strip-figure";
import { BadAddress } from "@/components/site/bad-address";
import { ReadingPage } from "@/components/site/reading-page";
import { readAsked } from "../asked";

const PATH = "/dependence";

export const metadata: Metadata = {
  title: "Dependence",
  description:
    "How far each zone depends on Chinese technology, standards, suppliers, finance, markets and people, as far as that is evidenced, and against readiness.",
  alternates: { canonical: PATH },
};

/** What is evidenced of the zones' dependence on China, for the zones and the day that the address asks. */
export default async function Page({ searchParams }: PageProps<"/dependence">) {
  const answer = await readAsked(await searchParams);
  if ("problems" in answer) return <BadAddress problems={answer.problems} path={PATH} />;
  const { asked } = answer;
  const { view, query } = asked;
  const rows = dependenceRows(asked.rows, view.registry.zones);
  const firms = firmsByTie(rows.map(({ zone }) => zone));
  const { title, text } = dependenceAnswer(rows);
  const moment = momentSearch(query);
  const source = figureSource(view);
  const names = new Map(view.rows.map(({ slug, values }) => [slug, values.name ?? slug]));
  return (
    <ReadingPage>
      <header className="mb-6">
        <h1 className="max-w-[24ch] text-balance font-serif text-28 tracking-[-0.018em] sm:max-w-none sm:text-42">
          {title}
        </h1>
        <p className="mt-3 max-w-[72ch] text-pretty font-serif text-17">{text}</p>
      </header>
      <AskedBar path={PATH} asked={asked} names={names} />
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
          <BehindSection
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
