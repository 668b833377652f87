import type { Metadata, Route } from "next";
import Link from "next/link";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { AuditList } from "@/components/features/admin/audit-list";
import { AuditSearch } from "@/components/features/admin/audit-search";
import { PageTitle } from "@/components/layout/reading-page";
import { buttonClass } from "@/components/ui/button";
import type { AuditAction } from "@/lib/contract/audit-actions";
import { searchAudit } from "@/lib/server/audit";
import { env } from "@/lib/server/env";
import { getText } from "@/lib/server/get-text";
import { loadZoneNames, slugsNamed } from "./audit-zones";
import { auditAddress, readAuditSearch } from "./read-search";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("admin.audit.title") };
}

/** Actions whose subject is the slug of a zone. */
const ZONE_ACTIONS: ReadonlySet<string> = new Set<AuditAction>([
  "claims-recorded",
  "decisions-recorded",
]);

/** The audit log: who did what, when and from where. */
export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const search = readAuditSearch(await searchParams);
  const person = await requireRole("read-audit", auditAddress(search));
  if (!person) return <Forbidden act="read-audit" />;
  const { t } = await getText();
  const names = await loadZoneNames();
  const { entries, more } = await searchAudit(search, slugsNamed(search.text, names));
  const last = entries.at(-1);
  const newest = auditAddress({ ...search, before: null });
  const lines = entries.map((entry) => ({
    ...entry,
    zone: ZONE_ACTIONS.has(entry.action)
      ? { slug: entry.subject, name: names.get(entry.subject) ?? entry.subject }
      : null,
  }));
  const isSearch = search.text !== "" || search.action !== null;
  return (
    <>
      <PageTitle
        small
        className="mb-6"
        title={t("admin.audit.title")}
        lead={t("admin.audit.lead", { days: env().AUDIT_FAILURE_DAYS })}
      />
      <div className="grid gap-5">
        <AuditSearch words={search.text} action={search.action} />
        {lines.length === 0 ? (
          <p className="border-line border-t py-4">
            {t(isSearch ? "admin.audit.noMatch" : "admin.audit.noOlder")}{" "}
            <Link className="link" href="/admin/audit">
              {t("admin.audit.showAll")}
            </Link>
          </p>
        ) : (
          <AuditList lines={lines} />
        )}
        <nav aria-label={t("admin.audit.pages")} className="flex flex-wrap gap-2">
          {search.before === null ? null : (
            <Link className={buttonClass()} href={newest as Route}>
              {t("admin.audit.newest")}
            </Link>
          )}
          {more && last ? (
            <Link
              className={buttonClass()}
              href={auditAddress({ ...search, before: last.id }) as Route}
            >
              {t("admin.audit.older")}
            </Link>
          ) : null}
          {lines.length === 0 ? null : (
            <a
              className={buttonClass()}
              href={auditAddress(search, "/admin/audit/audit.csv")}
              download
            >
              {t("admin.audit.csv")}
            </a>
          )}
        </nav>
      </div>
    </>
  );
}
