import type { Route } from "next";
import Link from "next/link";
import { NearestFirms } from "@/components/features/firms/nearest-firms";
import { MessagePage } from "@/components/layout/message-page";
import { getFirmId, INVESTORS_PATH } from "@/lib/firms/firm-address";
import { getText } from "@/lib/server/get-text";
import { registryAt } from "@/lib/server/store";

/** The page for an id that no firm ever had. */
export default async function NotFound() {
  const { t } = await getText();
  const answer = await registryAt();
  const tenancies = "view" in answer ? answer.view.facts.tenancies : [];
  const names = new Map(tenancies.map(({ firm }) => [getFirmId(firm), firm]));
  return (
    <MessagePage title={t("firms.unknownFirm.title")}>
      <NearestFirms
        firms={[...names].map(([slug, name]) => ({ slug, name }))}
        words={{ near: t("firms.unknownFirm.near"), none: t("firms.unknownFirm.none") }}
      />
      <p>
        <Link className="link" href={`${INVESTORS_PATH}?scope=all` as Route}>
          {t("firms.unknownFirm.all")}
        </Link>
      </p>
    </MessagePage>
  );
}
