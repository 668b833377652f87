import type { Metadata } from "next";
import { DatabaseAway } from "@/components/features/account/database-away";
import { FirstPasswordForm } from "@/components/features/account/first-password";
import { FeatureText } from "@/components/layout/feature-text";
import { MessagePage } from "@/components/layout/message-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { findLinkedPerson } from "@/lib/server/accounts/account-links";
import { MIN_PASSWORD } from "@/lib/server/env";
import { readOrAway } from "@/lib/server/log/read-or-away";
import { getPageText } from "@/lib/server/text/page-text";
import { setPasswordWithLink } from "./actions";

/** The address contains a secret, so it goes to no other page and into no index. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getPageText();
  return {
    title: t("account.link.documentTitle"),
    referrer: "no-referrer",
    robots: { index: false },
  };
}

/** The page of a one-time link: its person chooses a password and is signed in. */
export default async function SetPasswordPage({ searchParams }: PageProps<"/set-password">) {
  const { token } = await searchParams;
  const { t } = await getPageText();
  const person = await readOrAway("person of a link", async () =>
    typeof token === "string" ? findLinkedPerson(token) : null,
  );
  if (person === "away") return <DatabaseAway />;
  if (typeof token !== "string" || person === null) {
    return (
      <ReadingPage>
        <MessagePage
          inline
          title={t("account.closedLink.title")}
          links={[{ href: "/sign-in", label: t("layout.session.signIn") }]}
        >
          <p>{t("account.link.closed")}</p>
        </MessagePage>
      </ReadingPage>
    );
  }
  const { name, email, role } = person;
  return (
    <ReadingPage narrow title={t("account.link.title")} lead={t("account.link.lead", { name })}>
      <FeatureText namespaces={["account"]}>
        <FirstPasswordForm
          token={token}
          email={email}
          leastPassword={MIN_PASSWORD}
          next={role === "reader" ? "/account" : "/admin"}
          save={setPasswordWithLink}
        />
      </FeatureText>
      <p className="text-12 text-ink-3">{t("account.link.once")}</p>
    </ReadingPage>
  );
}
