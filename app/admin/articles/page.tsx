import type { Metadata } from "next";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { ArticleList } from "@/components/features/admin/articles/article-list";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { listArticles } from "@/lib/server/desk/articles";
import { getText } from "@/lib/server/text/get-text";
import { setArticle } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("queue.articles.title") };
}

/** The new articles of watched feeds that name a zone or a firm. */
export default async function ArticlesPage() {
  const person = await requireRole("record", "/admin/articles");
  if (!person) return <Forbidden act="record" />;
  const { articles, feeds } = await listArticles();
  const { t } = await getText();
  return (
    <>
      <PageTitle
        small
        className="mb-6"
        title={t("queue.articles.title")}
        lead={t("queue.articles.lead", { count: articles.length })}
      />
      <FeatureText namespaces={["queue"]}>
        <ArticleList articles={articles} feeds={feeds} setState={setArticle} />
      </FeatureText>
    </>
  );
}
