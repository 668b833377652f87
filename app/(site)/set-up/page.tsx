import type { Metadata } from "next";
import { DatabaseAway } from "@/components/features/account/database-away";
import { FirstPasswordForm } from "@/components/features/account/first-password";
import { FeatureText } from "@/components/layout/feature-text";
import { MessagePage } from "@/components/layout/message-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { hasAdmin, isOpenLink } from "@/lib/server/accounts/set-up";
import { MIN_PASSWORD } from "@/lib/server/env";
import { readOrAway } from "@/lib/server/log/read-or-away";
import { getPageText } from "@/lib/server/text/page-text";
import { setUpFirstAdmin } from "./actions";

/** The address contains a secret, so it goes to no other page and into no index. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getPageText();
  return {
    title: t("account.setUp.documentTitle"),
    referrer: "no-referrer",
    robots: { index: false },
  };
}

/** The page of the one-time link that the first start prints: it creates the first admin. */
export default async function SetUpPage({ searchParams }: PageProps<"/set-up">) {
  const { token } = await searchParams;
  const { t } = await getPageText();
  const link = await readOrAway("set-up link", async () => ({
    open: typeof token === "string" && (await isOpenLink(token)),
    used: await hasAdmin(),
  }));
  if (link === "away") return <DatabaseAway />;
  if (typeof token === "string" && link.open) {
    return (
      <ReadingPage narrow title={t("account.setUp.title")} lead={t("account.setUp.lead")}>
        <FeatureText namespaces={["account"]}>
          <FirstPasswordForm
            token={token}
            email={null}
            leastPassword={MIN_PASSWORD}
            next="/admin"
            save={setUpFirstAdmin}
          />
        </FeatureText>
        <p className="text-12 text-ink-3">{t("account.setUp.once")}</p>
      </ReadingPage>
    );
  }
  const title = t("account.closedLink.title");
  return link.used ? (
    <ReadingPage>
      <MessagePage
        inline
        title={title}
        links={[{ href: "/sign-in", label: t("layout.session.signIn") }]}
      >
        <p>{t("account.closedLink.used")}</p>
      </MessagePage>
    </ReadingPage>
  ) : (
    <ReadingPage>
      <MessagePage inline title={title}>
        <p>{t("account.closedLink.expired")}</p>
      </MessagePage>
    </ReadingPage>
  );
}
