import type { Metadata, Route } from "next";
import Link from "next/link";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { AuditList } from "@/components/features/admin/audit-list";
import { AuditSearch } from "@/components/features/admin/audit-search";
import { PageTitle } from "@/components/layout/reading-page";
import { buttonClass } from "@/components/ui/button";
import { may } from "@/lib/catalogue/roles";
import { sourcePath } from "@/lib/evidence/addresses";
import { type AuditEntry, listActors, searchAudit, ZONE_ACTIONS } from "@/lib/server/audit/audit";
import { FAILURE_DAYS } from "@/lib/server/audit/audit-failures";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { loadZoneNames, slugsNamed } from "./audit-zones";
import { createChangeFinder, listOtherDetails } from "./describe-entry";
import {
  actOfSearch,
  auditAddress,
  isFiltered,
  ME,
  readAuditSearch,
  resolveSearch,
} from "./read-search";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("admin.audit.title") };
}

/** The page of a source, a correction, what waited for review or a merged, retired, withdrawn or restored zone; null for other subjects. */
function findPage(
  { action, subject, detail }: Pick<AuditEntry, "action" | "subject" | "detail">,
  titles: ReadonlyMap<string, string>,
  zones: ReadonlyMap<string, string>,
) {
  const title = titles.get(subject);
  if (/^source-/.test(action) && title !== undefined) {
    return { name: title, href: sourcePath(subject) };
  }
  if (/^submission-/.test(action)) return { name: subject, href: `/admin/review/${subject}` };
  if (
    /^record-/.test(action) &&
    detail.some(([key, value]) => key === "kind" && value === "zone")
  ) {
    return { name: zones.get(subject) ?? subject, href: `/admin/records/zone/${subject}` };
  }
  return action === "correction-answered"
    ? { name: subject, href: `/admin/corrections/${subject}` }
    : null;
}

/**
 * The audit log: who did what, when and from where, and which values changed from what to what. With `by=me`, a
 * person's own part of it, which everybody who records may read.
 */
export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const search = readAuditSearch(await searchParams);
  const act = actOfSearch(search);
  const person = await requireRole(act, auditAddress(search));
  if (!person) return <Forbidden act={act} />;
  const isOwn = search.by === ME;
  const text = await getText();
  const { t } = text;
  const names = await loadZoneNames();
  const { entries, more } = await searchAudit(
    resolveSearch(search, person.id),
    slugsNamed(search.text, names),
  );
  const view = await currentView();
  const findChanges = createChangeFinder(text, view);
  const titles = new Map(view.sources.map(({ id, title }) => [id, title]));
  const last = entries.at(-1);
  const newest = auditAddress({ ...search, before: null });
  const lines = entries.map((entry) => {
    const changes = findChanges(entry);
    return {
      ...entry,
      changes,
      detail: listOtherDetails(entry, changes),
      zone: ZONE_ACTIONS.some((action) => action === entry.action)
        ? { slug: entry.subject, name: names.get(entry.subject) ?? entry.subject }
        : null,
      other: findPage(entry, titles, names),
    };
  });
  return (
    <>
      <PageTitle
        small
        className="mb-6"
        title={t(isOwn ? "admin.audit.own.title" : "admin.audit.title")}
        lead={isOwn ? t("admin.audit.own.lead") : t("admin.audit.lead", { days: FAILURE_DAYS })}
      />
      <div className="grid gap-5">
        <AuditSearch
          search={search}
          zones={[...names].map(([slug, name]) => ({ slug, name }))}
          people={may(person.role, "read-audit") ? await listActors() : []}
          me={ME}
        />
        {lines.length === 0 ? (
          <p className="border-line border-t py-4">
            {t(isFiltered(search) ? "admin.audit.noMatch" : "admin.audit.noOlder")}{" "}
            <Link
              className="link"
              href={(isOwn ? `/admin/audit?by=${ME}` : "/admin/audit") as Route}
            >
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
