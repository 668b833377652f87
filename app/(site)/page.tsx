import { metadataOf } from "@/app/(site)/page-metadata";
import { HomeAnswers } from "@/components/features/home/home-answers";
import { HomeMap } from "@/components/features/home/home-map";
import { HomeNews } from "@/components/features/home/home-news";
import "@/components/features/home/home.css";
import { Anchor } from "@/components/layout/link";
import { ReadingPage } from "@/components/layout/reading-page";
import { readHomeFacts } from "@/lib/query/home-facts";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { env } from "@/lib/server/env";
import { nameViewIn } from "@/lib/server/registry/named-view";
import { currentView } from "@/lib/server/registry/registry-at";
import { describeOperator } from "@/lib/server/text/describe-operator";
import { getPageText } from "@/lib/server/text/page-text";
import { describeSearch } from "@/lib/text/search-words";
import { firstDay } from "@/lib/time/day";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/");

/** Events in the news. */
const NEWS = 5;

/** The answers to the 3 questions of the site, the zones on a map, and the news. */
export default async function HomePage() {
  const text = await getPageText();
  const view = nameViewIn(text.locale, await currentView());
  const { rows } = select(view.rows, DEFAULT_QUERY, view.asOf);
  const slugs = new Set(rows.map(({ slug }) => slug));
  const zones = view.registry.zones.filter(({ slug }) => slugs.has(slug));
  const news = [...view.events]
    .sort((a, b) => firstDay(b.date).localeCompare(firstDay(a.date)))
    .slice(0, NEWS);
  // Who runs the copy stands here where someone is named; `/about` says it either way.
  const operator = env().OPERATOR === undefined ? [] : [describeOperator(text)];
  const note = [describeSearch(text, view), ...operator];
  return (
    <ReadingPage note={note.join(" · ")}>
      <div className="home">
        <div>
          <div className="home-head">
            <h1>{text.t("home.title", { count: rows.length })}</h1>
            <Anchor href="/about" aria-label={text.t("home.about")} title={text.t("home.about")}>
              ?
            </Anchor>
          </div>
          <HomeAnswers facts={readHomeFacts(rows, zones)} />
        </div>
        <HomeMap rows={rows} />
      </div>
      <HomeNews events={news} />
    </ReadingPage>
  );
}
