import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AccountTabs } from "@/components/features/account/account-tabs";
import { DatabaseAway } from "@/components/features/account/database-away";
import {
  ChangePasswordForm,
  OwnSessions,
  TeamDigest,
  TwoFactor,
} from "@/components/features/account/own-account";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle, ReadingPage } from "@/components/layout/reading-page";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/notice";
import { may } from "@/lib/catalogue/roles";
import { findPerson, listOwnSessions } from "@/lib/server/accounts/session";
import { MIN_PASSWORD } from "@/lib/server/env";
import { readOrAway } from "@/lib/server/log/read-or-away";
import { isMailOn } from "@/lib/server/mail/mail";
import { hasTeamDigest } from "@/lib/server/mail/subscriptions";
import { getPageText, inPageLanguage } from "@/lib/server/text/page-text";
import { endMyOtherSessions, endMySession, setMyTeamDigest } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getPageText();
  return { title: t("account.page.documentTitle"), robots: { index: false } };
}

const PART = "border-line border-t pt-4";

/** The account of the signed-in person: role, sessions and password. */
export default async function AccountPage() {
  const person = await findPerson(await headers());
  if (person === null) {
    redirect(await inPageLanguage("/sign-in?next=/account"));
  }
  if (person === "away") return <DatabaseAway />;
  const sessions = await readOrAway("sessions", () => listOwnSessions(person));
  if (sessions === "away") return <DatabaseAway />;
  const canGetDigest = isMailOn() && may(person.role, "record");
  const digest = canGetDigest
    ? await readOrAway("digest of the team", () => hasTeamDigest(person.id))
    : null;
  if (digest === "away") return <DatabaseAway />;
  const { t } = await getPageText();
  const { name, email, role, mustFirst } = person;
  return (
    <ReadingPage>
      <PageTitle title={name} lead={email} small className="mb-4" />
      {mustFirst === null ? <AccountTabs role={role} current="account" /> : null}
      {mustFirst === null ? null : (
        <Notice tone="rust">
          {t(mustFirst === "two-factor" ? "account.twoFactor.demanded" : "account.page.mustChange")}
        </Notice>
      )}
      <FeatureText namespaces={["account"]}>
        <div className="grid max-w-[68rem] items-start gap-x-14 gap-y-6 lg:grid-cols-2">
          <div className="grid gap-6">
            <Section
              id="account-role"
              title={t("account.page.role", { role: t(`common.role.${role}`) })}
              className={PART}
            >
              <p>{t(`account.page.may.${role}`)}</p>
              {role === "admin" ? null : <p>{t("account.page.roleHelp")}</p>}
            </Section>
            <Section id="account-sessions" title={t("account.sessions.title")} className={PART}>
              <OwnSessions sessions={sessions} end={endMySession} endOthers={endMyOtherSessions} />
            </Section>
            {digest === null ? null : (
              <Section id="account-digest" title={t("account.digest.title")} className={PART}>
                <TeamDigest email={email} on={digest} set={setMyTeamDigest} />
              </Section>
            )}
          </div>
          <div className="grid gap-6">
            <Section id="account-two-factor" title={t("account.twoFactor.title")} className={PART}>
              <TwoFactor on={person.hasTwoFactor} />
            </Section>
            <Section id="account-password" title={t("account.password.title")} className={PART}>
              <ChangePasswordForm email={email} leastPassword={MIN_PASSWORD} />
            </Section>
          </div>
        </div>
      </FeatureText>
    </ReadingPage>
  );
}
