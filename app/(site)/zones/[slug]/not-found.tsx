import { UnknownPage } from "@/components/layout/unknown-page";
import { pathPartAfter } from "@/lib/server/http/page-path";
import { registryAt } from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";

/** Shown for a slug that was never in the register. */
export default async function NotFound() {
  const { t } = await getPageText();
  const answer = await registryAt();
  const rows = "view" in answer ? answer.view.rows : [];
  return (
    <UnknownPage
      typed={await pathPartAfter("/zones/")}
      title={t("zones.unknown.title")}
      names={rows.map(({ slug, values }) => ({ slug, name: values.name ?? slug }))}
      path="/zones/"
      search={{ path: "/zones?scope=all&q=", label: t("zones.unknown.search") }}
    />
  );
}
