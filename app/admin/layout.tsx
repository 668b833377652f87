import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AdminNav } from "@/components/features/admin/admin-nav";
import { SiteHeader } from "@/components/layout/site-header";
import { Toaster } from "@/components/ui/toast";
import { type Act, may } from "@/lib/catalogue/roles";
import { env } from "@/lib/server/env";
import { readOrAway } from "@/lib/server/log/read-or-away";
import { getText } from "@/lib/server/text/get-text";
import { currentUser } from "./admin-access";

/** No admin page belongs in an index. */
export const metadata: Metadata = { robots: { index: false } };

const PLACES = [
  { key: "zones", href: "/admin", act: "record" },
  { key: "queue", href: "/admin/queue", act: "record" },
  { key: "articles", href: "/admin/articles", act: "record" },
  { key: "record", href: "/admin/record", act: "record" },
  { key: "import", href: "/admin/import", act: "record" },
  { key: "records", href: "/admin/records", act: "record" },
  { key: "history", href: "/admin/history", act: "withdraw-own" },
  { key: "review", href: "/admin/review", act: "read-drafts" },
  { key: "tokens", href: "/admin/tokens", act: "make-tokens" },
  { key: "people", href: "/admin/people", act: "manage-people" },
  { key: "redactions", href: "/admin/redactions", act: "redact" },
  { key: "audit", href: "/admin/audit", act: "read-audit" },
] as const satisfies readonly { key: string; href: string; act: Act }[];

/** Is there anything in a place? Without feeds there are no articles. */
const isUsed = (key: (typeof PLACES)[number]["key"]) =>
  key !== "articles" || env().WATCH_FEEDS !== undefined;

/**
 * Frame of the admin pages: header, navigation, and `<main id="main">` around the page. It protects
 * nothing: each page checks the role itself.
 */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  // While the database is away there is no navigation, and the page shows the error.
  const person = await readOrAway("user", currentUser);
  const { t } = await getText();
  return (
    <>
      <SiteHeader siteLanguageOnly />
      <div className="flex flex-1 flex-col lg:flex-row">
        {person !== null && person !== "away" && person.role !== "reader" ? (
          <AdminNav
            label={t("admin.nav.label")}
            places={PLACES.filter(({ key, act }) => may(person.role, act) && isUsed(key)).map(
              ({ key, href }) => ({
                href,
                label: t(`admin.nav.${key}`),
              }),
            )}
          />
        ) : null}
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 max-w-[1360px] flex-1 px-4 pt-6 pb-18 outline-none sm:px-8"
        >
          {children}
        </main>
      </div>
      <Toaster />
    </>
  );
}
