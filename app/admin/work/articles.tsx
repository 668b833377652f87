import { ArticleList } from "@/components/features/work/article-list";
import { FeatureText } from "@/components/layout/feature-text";
import { listArticles } from "@/lib/server/desk/articles";
import { getText } from "@/lib/server/text/get-text";
import { setArticle } from "./actions";

/** The new articles of watched feeds that name a zone or a firm, and how reading the feeds went. */
export async function Articles() {
  const { articles, feeds } = await listArticles();
  const { t } = await getText();
  return (
    <>
      <p className="mb-6 max-w-[44rem]">{t("queue.articles.lead", { count: articles.length })}</p>
      <FeatureText namespaces={["queue"]}>
        <ArticleList articles={articles} feeds={feeds} setState={setArticle} />
      </FeatureText>
    </>
  );
}
