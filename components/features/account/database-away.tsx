import { MessagePage } from "@/components/layout/message-page";
import { useText } from "@/lib/text/use-text";

/** In place of a page that needs the database while it does not answer. */
export function DatabaseAway() {
  const { t } = useText();
  return (
    <MessagePage
      title={t("account.away.title")}
      links={[{ href: "/zones", label: t("errors.explorer") }]}
    >
      <p>{t("account.away.help")}</p>
    </MessagePage>
  );
}
