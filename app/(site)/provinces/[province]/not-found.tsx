import { UnknownPage } from "@/components/layout/unknown-page";
import { listTerms } from "@/lib/catalogue/vocabularies";
import { pathPartAfter } from "@/lib/server/http/page-path";
import { getPageText } from "@/lib/server/text/page-text";

/** Shown for an address that is no province or territory. */
export default async function NotFound() {
  const { t, termLabel } = await getPageText();
  return (
    <UnknownPage
      typed={await pathPartAfter("/provinces/")}
      title={t("provinces.unknown.title")}
      names={listTerms("province").map(({ value }) => ({
        slug: value,
        name: termLabel("province", value),
      }))}
      path="/provinces/"
      all={{ href: "/zones", label: t("provinces.unknown.all") }}
    />
  );
}
