import { UnknownPage } from "@/components/layout/unknown-page";
import { pathPartAfter } from "@/lib/server/http/page-path";
import { registryAt } from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";

/** The page for an id that no source ever had. */
export default async function NotFound() {
  const { t } = await getPageText();
  const answer = await registryAt();
  const sources = "view" in answer ? answer.view.sources : [];
  return (
    <UnknownPage
      typed={await pathPartAfter("/sources/")}
      title={t("sources.unknown.title")}
      names={sources.map(({ id, title }) => ({ slug: id, name: title }))}
      path="/sources/"
      all={{ href: "/sources", label: t("sources.unknown.all") }}
    />
  );
}
