import { UnknownPage } from "@/components/layout/unknown-page";
import { DAY_TABLES } from "@/lib/formats/day-tables";
import { pathPartAfter } from "@/lib/server/http/page-path";
import { getPageText } from "@/lib/server/text/page-text";

/** The page for a name that no table has. */
export default async function NotFound() {
  const { t } = await getPageText();
  return (
    <UnknownPage
      typed={await pathPartAfter("/data/")}
      title={t("data.table.unknown")}
      names={DAY_TABLES.map((name) => ({ slug: name, name }))}
      path="/data/"
      all={{ href: "/data#tables", label: t("data.table.all") }}
    />
  );
}
