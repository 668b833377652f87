import { NearestZones, SearchLink } from "@/components/features/zones/unknown-zone";
import { MessagePage } from "@/components/layout/message-page";
import { getText } from "@/lib/server/get-text";
import { registryAt } from "@/lib/server/store";

/** Shown for a slug that was never in the register. */
export default async function NotFound() {
  const { t } = await getText();
  const answer = await registryAt();
  const rows = "view" in answer ? answer.view.rows : [];
  return (
    <MessagePage title={t("zones.unknown.title")}>
      <NearestZones
        zones={rows.map(({ slug, values }) => ({ slug, name: values.name ?? slug }))}
        similar={t("zones.unknown.similar")}
        none={t("zones.unknown.none")}
      />
      <p>{t.rich("zones.unknown.search", { link: (words) => <SearchLink>{words}</SearchLink> })}</p>
    </MessagePage>
  );
}
