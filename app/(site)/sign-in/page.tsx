import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { ForgottenPassword } from "@/components/features/account/forgotten-password";
import { SignInForm } from "@/components/features/account/sign-in-form";
import { FeatureText } from "@/components/layout/feature-text";
import { ReadingPage } from "@/components/layout/reading-page";
import { Fold } from "@/components/layout/section";
import { Notice } from "@/components/ui/notice";
import { safeSitePath } from "@/lib/contract/site-path";
import { findPerson } from "@/lib/server/accounts/session";
import { isMailOn } from "@/lib/server/mail/mail";
import { getPageText, inPageLanguage } from "@/lib/server/text/page-text";
import { requestPasswordLink } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getPageText();
  return { title: t("account.signIn.title"), robots: { index: false } };
}

/** The page after signing in, if the address names none. */
const DEFAULT_TARGET = "/admin";
/** Pages that redirect visitors to this one. */
const NEEDS_ACCOUNT = /^\/(admin\/|account)/;

/** The sign-in form for editors. `next` is the page that opens afterwards. */
export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const params = await searchParams;
  const { next } = params;
  const asked = safeSitePath(typeof next === "string" ? next : null, DEFAULT_TARGET);
  const target = await inPageLanguage(asked);
  const person = await findPerson(await headers());
  // While the database is away the form says so when it is sent.
  if (person !== null && person !== "away") redirect(target);
  const { t } = await getPageText();
  return (
    <ReadingPage narrow title={t("account.signIn.title")} lead={t("account.signIn.lead")}>
      {NEEDS_ACCOUNT.test(asked) ? <Notice>{t("account.signIn.needed")}</Notice> : null}
      <FeatureText namespaces={["account"]}>
        <SignInForm next={target} />
      </FeatureText>
      {isMailOn() ? (
        <Fold label={t("account.forgot.open")}>
          <FeatureText namespaces={["account"]}>
            <ForgottenPassword request={requestPasswordLink} />
          </FeatureText>
        </Fold>
      ) : null}
      <p className="text-12 text-ink-3">
        {t("account.signIn.help", { mail: isMailOn() ? "yes" : "no" })}
      </p>
    </ReadingPage>
  );
}
