import { Forbidden, requireRole, titlePage } from "@/app/admin/admin-access";
import { AccountTabs } from "@/components/features/account/account-tabs";
import { TokenForm, TokenList } from "@/components/features/account/tokens";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { Section } from "@/components/layout/section";
import { MAX_TOKEN_DAYS } from "@/lib/catalogue/token-scopes";
import { listTokens } from "@/lib/server/accounts/access-tokens";
import { getText } from "@/lib/server/text/get-text";
import { addDays, pakistanDay } from "@/lib/time/day";
import { makeOwnToken, revokeOwnToken } from "./actions";

export const generateMetadata = titlePage((t) => t("admin.tokens.title"));

/** The tokens of the signed-in person, with which programs write in their name. */
export default async function TokensPage() {
  const person = await requireRole("make-tokens", "/admin/tokens");
  if (!person) return <Forbidden act="make-tokens" />;
  const { t } = await getText();
  const today = pakistanDay(new Date());
  return (
    <>
      <PageTitle
        small
        className="mb-4 max-w-[44rem]"
        title={t("admin.tokens.title")}
        lead={t.rich("admin.tokens.lead", {
          link: (words) => (
            <a className="link whitespace-nowrap" href="/data#api-write">
              {words}
            </a>
          ),
        })}
      />
      <AccountTabs role={person.role} current="tokens" />
      <FeatureText namespaces={["admin"]}>
        <div className="grid gap-x-14 gap-y-8 xl:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]">
          <Section id="new-token" title={t("admin.tokens.new.title")}>
            <TokenForm today={today} lastDay={addDays(today, MAX_TOKEN_DAYS)} make={makeOwnToken} />
          </Section>
          <Section id="tokens" title={t("admin.tokens.list.title")}>
            <TokenList tokens={await listTokens(person.id)} revoke={revokeOwnToken} />
          </Section>
        </div>
      </FeatureText>
    </>
  );
}
