import type { Metadata, Route } from "next";
import Link from "next/link";
import { requireRole } from "@/app/admin/admin-access";
import { Refused } from "@/app/admin/forbidden";
import { DeskTitle } from "@/components/features/admin/admin-title";
import { AuditList } from "@/components/features/admin/audit-list";
import { AuditSearch } from "@/components/features/admin/audit-search";
import { buttonClass } from "@/components/ui/button";
import { AUDIT_ACTIONS, type AuditAction } from "@/lib/contract/audit-actions";
import { searchAudit } from "@/lib/server/audit";
import { registryAt } from "@/lib/server/store";
import { ACT_WORDS, ZONE_ACTS } from "@/lib/text/audit-words";
import { auditAddress, readAuditSearch } from "./read-search";

export const metadata: Metadata = { title: "Audit" };

const ACTIONS = AUDIT_ACTIONS.map((value) => ({ value, label: capital(ACT_WORDS[value]) }));

/** Who did what, when and from where. */
export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const search = readAuditSearch(await searchParams);
  const person = await requireRole("read-audit", auditAddress(search));
  if (!person) return <Refused act="read-audit" />;
  const names = await zoneNames();
  const { entries, more } = await searchAudit(search, slugsNamed(search.text, names));
  const last = entries.at(-1);
  const newest = auditAddress({ ...search, before: null });
  const lines = entries.map((entry) => ({
    ...entry,
    did: isAct(entry.action) ? ACT_WORDS[entry.action] : entry.action,
    zone: ZONE_ACTS.has(entry.action)
      ? { slug: entry.subject, name: names.get(entry.subject) ?? entry.subject }
      : null,
  }));
  return (
    <>
      <DeskTitle
        title="Audit"
        lead="Who did what, when and from where; it only grows. Times are Pakistan's."
      />
      <div className="grid gap-5">
        <AuditSearch text={search.text} action={search.action ?? ""} actions={ACTIONS} />
        {lines.length === 0 ? (
          <p className="border-line border-t py-4">
            {search.text === "" && search.action === null
              ? "Nothing is older than this."
              : "Nothing that was done matches. Use fewer words, or look for anything that was done."}{" "}
            <Link className="link" href="/admin/audit">
              Show all
            </Link>
          </p>
        ) : (
          <AuditList lines={lines} />
        )}
        <nav aria-label="Pages of the audit" className="flex flex-wrap gap-2">
          {search.before === null ? null : (
            <Link className={buttonClass()} href={newest as Route}>
              Newest
            </Link>
          )}
          {more && last ? (
            <Link
              className={buttonClass()}
              href={auditAddress({ ...search, before: last.id }) as Route}
            >
              Older
            </Link>
          ) : null}
        </nav>
      </div>
    </>
  );
}

async function zoneNames(): Promise<ReadonlyMap<string, string>> {
  const answer = await registryAt();
  if ("problem" in answer) throw new Error(answer.problem.reason.code);
  return new Map(answer.view.rows.map(({ slug, values }) => [slug, values.name ?? slug]));
}

/** Zones by the name that the page shows, since the audit itself knows their slugs alone. */
function slugsNamed(text: string, names: ReadonlyMap<string, string>): string[] {
  const words = text.toLowerCase();
  return [...names].flatMap(([slug, name]) => (name.toLowerCase().includes(words) ? [slug] : []));
}

function isAct(word: string): word is AuditAction {
  return AUDIT_ACTIONS.some((act) => act === word);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
