import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { MessagePage } from "@/components/layout/message-page";
import { ACTS, type Act, may } from "@/lib/catalogue/roles";
import { getPerson, type Person } from "@/lib/server/accounts/session";
import { getText } from "@/lib/server/text/get-text";
import type { Text } from "@/lib/text/text";

/** The metadata of a page of the desk: its title, in the language of the site. */
export const titlePage = (write: (t: Text["t"]) => string) => async (): Promise<Metadata> => ({
  title: write((await getText()).t),
});

/** The signed-in person; null for a visitor. Read once for a page and its frame. */
export const currentUser = cache(async (): Promise<Person | null> => getPerson(await headers()));

/**
 * The person who opens an admin page. Each page checks this itself, because frames stay while pages
 * change. A visitor is redirected to sign in and returns to `path`; a person who has to do something
 * first, to their account.
 * @returns null if the role does not allow the act
 */
export async function requireRole(act: Act, path: string): Promise<Person | null> {
  const person = await currentUser();
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(path)}` as Route);
  if (person.mustFirst !== null) redirect("/account");
  return may(person.role, act) ? person : null;
}

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
