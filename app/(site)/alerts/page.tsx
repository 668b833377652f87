import type { Metadata } from "next";
import { DatabaseAway } from "@/components/features/account/database-away";
import { AnswerAlert } from "@/components/features/alerts/answer-alert";
import { FeatureText } from "@/components/layout/feature-text";
import { MessagePage } from "@/components/layout/message-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { readOrAway } from "@/lib/server/log/read-or-away";
import { describeAlert } from "@/lib/server/mail/news";
import { findPendingAlert, findStoppableAlert } from "@/lib/server/mail/subscriptions";
import { currentView } from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";
import { confirmAlerts, stopAlerts } from "./actions";

/** The address contains a secret, so it goes to no other page and into no index. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getPageText();
  return {
    title: t("alerts.documentTitle"),
    referrer: "no-referrer",
    robots: { index: false },
  };
}

/** What the links in mails can do, each with what reads its subscription and what does it. */
const PURPOSES = {
  confirm: { find: findPendingAlert, act: confirmAlerts },
  stop: { find: findStoppableAlert, act: stopAlerts },
} as const;

/** The page of a link in a mail: it starts or stops the mails. Nothing happens before the button, because programs open links too. */
export default async function AlertsPage({ searchParams }: PageProps<"/alerts">) {
  const { confirm, stop } = await searchParams;
  const purpose = stop === undefined ? "confirm" : "stop";
  const token = stop ?? confirm;
  const text = await getPageText();
  const { t } = text;
  const { find, act } = PURPOSES[purpose];
  const found = await readOrAway("mails of a link", async () =>
    typeof token === "string" ? find(token) : null,
  );
  if (found === "away") return <DatabaseAway />;
  if (typeof token !== "string" || found === null) {
    return (
      <ReadingPage>
        <MessagePage
          inline
          title={t("alerts.closed.title")}
          links={[{ href: "/news", label: t("alerts.closed.changes") }]}
        >
          <p>{t(`alerts.closed.${purpose}`)}</p>
        </MessagePage>
      </ReadingPage>
    );
  }
  const { email, conditions, frequency } = found;
  return (
    <ReadingPage
      narrow
      title={t(`alerts.${purpose}.title`)}
      lead={email === null ? undefined : t("alerts.to", { email })}
    >
      {email === null ? (
        <p>{t("account.digest.title")}</p>
      ) : (
        <ul className="list-disc ps-5">
          <li>{describeAlert(text, conditions, await currentView())}</li>
          <li>{t(`alerts.frequency.${frequency}`)}</li>
        </ul>
      )}
      <FeatureText namespaces={["alerts"]}>
        <AnswerAlert purpose={purpose} token={token} act={act} />
      </FeatureText>
    </ReadingPage>
  );
}
