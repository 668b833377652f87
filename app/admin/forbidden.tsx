import { MessagePage } from "@/components/layout/message-page";
import { ACTS, type Act } from "@/lib/catalogue/roles";
import { getText } from "@/lib/server/text/get-text";
import { currentUser } from "./admin-access";

/** In place of an admin page that the person's role may not open: which roles may, and where to go on. */
export async function Forbidden({ act }: { act: Act }) {
  const person = await currentUser();
  if (!person) return null;
  const { t } = await getText();
  const { name, role } = person;
  const zones = { href: "/admin/zones", label: t("admin.noAccess.zones") };
  return (
    <MessagePage
      inline
      title={t("admin.noAccess.title")}
      links={[
        { href: "/zones", label: t("errors.explorer") },
        ...(role === "reader" ? [] : [zones]),
        { href: "/account", label: t("layout.session.menu") },
      ]}
    >
      <p>{t("admin.noAccess.help", { name, role, needed: ACTS[act] })}</p>
    </MessagePage>
  );
}
