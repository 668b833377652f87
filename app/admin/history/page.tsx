import type { Route } from "next";
import Link from "next/link";
import { currentUser, Forbidden, requireRole, titlePage } from "@/app/admin/admin-access";
import { listRecords } from "@/app/admin/records/read-records";
import { EntryList } from "@/components/features/history/entry-list";
import { HistorySearch } from "@/components/features/history/history-search";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { TabLinks } from "@/components/layout/tab-links";
import { buttonClass } from "@/components/ui/button";
import { may } from "@/lib/catalogue/roles";
import { sourcePath } from "@/lib/evidence/addresses";
import { isRecordKind, RECORD_KINDS, type RecordKind } from "@/lib/records/record-kinds";
import type { Person } from "@/lib/server/accounts/session";
import { type AuditEntry, listActors, searchAudit, ZONE_ACTIONS } from "@/lib/server/audit/audit";
import { FAILURE_DAYS } from "@/lib/server/audit/audit-failures";
import { listOwnActs } from "@/lib/server/ledger/own-acts";
import { currentView, type RegistryView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import type { Text } from "@/lib/text/text";
import { undoOwnAct } from "./actions";
import { createChangeFinder, listOtherDetails, loadZoneNames, slugsNamed } from "./describe-entry";
import {
  type AddressedSearch,
  actOfSearch,
  auditAddress,
  isFiltered,
  limitToOwn,
  ME,
  readAuditSearch,
  resolveSearch,
} from "./read-search";
import { RemovedTexts, removalAddress } from "./removed-texts";

export const generateMetadata = titlePage((t) => t("admin.history.title"));

/** The names of all records, also hidden ones, by kind and id. */
function listRecordNames(text: Text, view: RegistryView): ReadonlyMap<string, string> {
  return new Map(
    RECORD_KINDS.flatMap((kind) =>
      listRecords(text, view, kind).map(({ id, name }) => [`${kind} ${id}`, name] as const),
    ),
  );
}

/** The kind of record that an action is about; null: about none, or not known. */
function findKind({ action, detail }: Pick<AuditEntry, "action" | "detail">): RecordKind | null {
  const [, added] = /^(firm|event|figure)-(?:added|changed)$/.exec(action) ?? [];
  const kind = /^record-/.test(action) ? new Map(detail).get("kind") : added;
  return kind !== undefined && isRecordKind(kind) ? kind : null;
}

/** The page of a source, a record, a correction, or what waited for review; null for other subjects. */
function findPage(entry: AuditEntry, names: ReadonlyMap<string, string>) {
  const { action, subject } = entry;
  const title = names.get(`source ${subject}`);
  if (/^source-/.test(action) && title !== undefined) {
    return { name: title, href: sourcePath(subject) };
  }
  if (/^submission-/.test(action)) return { name: subject, href: `/admin/work/review/${subject}` };
  if (action === "correction-answered") {
    return { name: subject, href: `/admin/work?tab=corrections&id=${subject}` };
  }
  const kind = findKind(entry);
  return kind === null
    ? null
    : {
        name: names.get(`${kind} ${subject}`) ?? subject,
        href: `/admin/records/${kind}/${encodeURIComponent(subject)}`,
      };
}

/**
 * Who did what, when and from where, and which values changed from what to what. What a person did themselves, which
 * everybody who records may read, can be undone here within a day. Another tab has the removed texts.
 */
export default async function HistoryPage({ searchParams }: PageProps<"/admin/history">) {
  const params = await searchParams;
  const user = await currentUser();
  const isRemoval = params.tab === "removed";
  const search = limitToOwn(readAuditSearch(params), user?.role ?? null);
  const act = isRemoval ? "redact" : actOfSearch(search);
  const person = await requireRole(act, isRemoval ? removalAddress(params) : auditAddress(search));
  if (!person) return <Forbidden act={act} />;
  const { t } = await getText();
  return (
    <>
      <PageTitle small className="mb-4" title={t("admin.history.title")} />
      {may(person.role, "redact") ? (
        <TabLinks
          label={t("admin.history.tabs")}
          tabs={[
            { href: "/admin/history", label: t("admin.history.changes"), current: !isRemoval },
            {
              href: "/admin/history?tab=removed",
              label: t("admin.redactions.title"),
              current: isRemoval,
            },
          ]}
        />
      ) : null}
      {isRemoval ? (
        <RemovedTexts person={person} params={params} />
      ) : (
        <Changes person={person} search={search} />
      )}
    </>
  );
}

async function Changes({ person, search }: { person: Person; search: AddressedSearch }) {
  const isOwn = search.by === ME;
  const text = await getText();
  const { t } = text;
  const names = await loadZoneNames();
  const [{ entries, more }, acts, view] = await Promise.all([
    searchAudit(resolveSearch(search, person.id), slugsNamed(search.text, names)),
    listOwnActs(person.id),
    currentView(),
  ]);
  const own = new Map(acts.map((act) => [act.revision, act]));
  const findChanges = createChangeFinder(text, view);
  const recordNames = listRecordNames(text, view);
  const last = entries.at(-1);
  const newest = auditAddress({ ...search, before: null });
  const lines = entries.map((entry, i) => {
    const changes = findChanges(entry);
    const { revision } = entry;
    // One act can have several entries: the first one shows what can be done with it.
    const isFirst = entries.findIndex((one) => one.revision === revision) === i;
    return {
      ...entry,
      changes,
      detail: listOtherDetails(entry, changes),
      zone: ZONE_ACTIONS.some((action) => action === entry.action)
        ? { slug: entry.subject, name: names.get(entry.subject) ?? entry.subject }
        : null,
      other: findPage(entry, recordNames),
      own: revision !== null && isFirst ? (own.get(revision) ?? null) : null,
    };
  });
  return (
    <>
      <p className="mb-5 max-w-[56rem] text-ink-2">
        {isOwn ? t("admin.audit.own.lead") : t("admin.audit.lead", { days: FAILURE_DAYS })}
      </p>
      <div className="grid gap-5">
        <HistorySearch
          search={search}
          zones={[...names]
            .map(([slug, name]) => ({ slug, name }))
            .sort((a, b) => a.name.localeCompare(b.name, "en"))}
          people={may(person.role, "read-audit") ? await listActors() : []}
          me={ME}
        />
        {lines.length === 0 ? (
          <p className="border-line border-t py-4">
            {t(isFiltered(search) ? "admin.audit.noMatch" : "admin.audit.noOlder")}{" "}
            <Link
              className="link"
              href={(isOwn ? `/admin/history?by=${ME}` : "/admin/history") as Route}
            >
              {t("admin.audit.showAll")}
            </Link>
          </p>
        ) : (
          <FeatureText namespaces={["record.acts"]}>
            <EntryList lines={lines} undo={undoOwnAct} />
          </FeatureText>
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
              href={auditAddress(search, "/admin/history/history.csv")}
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
