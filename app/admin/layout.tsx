import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AdminNav } from "@/components/features/admin/admin-nav";
import { SiteHeader } from "@/components/layout/site-header";
import { cx } from "@/components/ui/cx";
import { Toaster } from "@/components/ui/toast";
import { may } from "@/lib/catalogue/roles";
import { readOrAway } from "@/lib/server/log/read-or-away";
import { getText } from "@/lib/server/text/get-text";
import { currentUser } from "./admin-access";
import { countWaiting } from "./work/load-queue";

/** No admin page belongs in an index. */
export const metadata: Metadata = { robots: { index: false } };

/**
 * Frame of the admin pages: header, navigation, and `<main id="main">` around the page. It protects
 * nothing: each page checks the role itself.
 */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  // While the database is away there is no navigation, and the page shows the error.
  const found = await readOrAway("user", currentUser);
  const person = found !== "away" && may(found?.role ?? null, "record") ? found : null;
  const canOpen = person !== null && person.mustFirst === null;
  const waiting = canOpen ? await readOrAway("work", () => countWaiting(person)) : 0;
  const { t, number } = await getText();
  return (
    <>
      <SiteHeader siteLanguageOnly />
      <div className="flex flex-1 flex-col lg:flex-row">
        {person === null ? null : (
          <AdminNav
            label={t("admin.nav.label")}
            names={{
              zones: t("admin.nav.zones"),
              work: t("admin.nav.work"),
              article: t("admin.nav.article"),
              import: t("admin.nav.import"),
              records: t("admin.nav.records"),
              history: t("admin.nav.history"),
            }}
            counts={
              waiting === 0 || waiting === "away"
                ? {}
                : { work: [number(waiting), t("admin.nav.waiting", { count: waiting })] }
            }
          />
        )}
        <main
          id="main"
          tabIndex={-1}
          className={cx(
            "min-w-0 max-w-[1440px] flex-1 border-line px-4 pt-5 pb-18 outline-none sm:px-5",
            person !== null && "lg:border-s",
          )}
        >
          {children}
        </main>
      </div>
      <div className="[--foot:calc(3.25rem+env(safe-area-inset-bottom))] lg:[--foot:0px]">
        <Toaster />
      </div>
    </>
  );
}
