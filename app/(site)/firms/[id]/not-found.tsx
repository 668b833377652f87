import { UnknownPage } from "@/components/layout/unknown-page";
import { FIRMS_PATH } from "@/lib/firms/firm-address";
import { pathPartAfter } from "@/lib/server/http/page-path";
import { registryAt } from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";

/** The page for an id that no firm ever had. */
export default async function NotFound() {
  const { t } = await getPageText();
  const answer = await registryAt();
  const tenancies = "view" in answer ? answer.view.facts.tenancies : [];
  const names = new Map(tenancies.map(({ firm, firmId }) => [firmId, firm]));
  return (
    <UnknownPage
      typed={await pathPartAfter(`${FIRMS_PATH}/`)}
      title={t("firms.unknownFirm.title")}
      names={[...names].map(([slug, name]) => ({ slug, name }))}
      path={`${FIRMS_PATH}/`}
      all={{ href: `${FIRMS_PATH}?scope=all`, label: t("firms.unknownFirm.all") }}
    />
  );
}
