import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { SourceChangeForm } from "@/components/features/sources/source-change-form";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { Notice } from "@/components/ui/notice";
import { may } from "@/lib/catalogue/roles";
import { sourcePath } from "@/lib/evidence/addresses";
import { listVersions } from "@/lib/evidence/source-versions";
import { mayChangeRecords } from "@/lib/server/ledger/review-rules";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("admin.source.title") };
}

/** The form in which analysts replace the dead address of a source or correct its details. */
export default async function ChangeSourcePage({ params }: PageProps<"/admin/sources/[id]">) {
  const { id } = await params;
  const person = await requireRole("record", `/admin/sources/${id}`);
  if (!person) return <Forbidden act="record" />;
  const { facts, latestRevision, asOf } = await currentView();
  const present = listVersions(facts.sourceVersions, id, latestRevision).at(-1);
  if (!present) notFound();
  const { t } = await getText();
  const { title, publisher } = present.source;
  return (
    <>
      <p className="mb-1 text-12 text-ink-3">
        <Link className="link" href={{ pathname: sourcePath(id) }}>
          {t("admin.source.back")}
        </Link>
      </p>
      <PageTitle
        small
        className="mb-6 max-w-[44rem]"
        title={t("admin.source.title")}
        lead={t("admin.source.lead", { title, publisher })}
      />
      {mayChangeRecords(person.role) ? (
        <FeatureText namespaces={["desk", "sources"]}>
          <SourceChangeForm
            key={`${person.id} ${id}`}
            personId={person.id}
            source={present.source}
            version={present.revision}
            today={asOf}
            email={person.email}
          />
        </FeatureText>
      ) : (
        <Notice tone="amber" className="max-w-[44rem]">
          {t("records.needsReviewer", { kind: "source" })}
        </Notice>
      )}
      {may(person.role, "redact") ? (
        <p className="mt-6 text-12">
          <Link className="link" href={{ pathname: "/admin/redactions", query: { source: id } }}>
            {t("admin.source.remove")}
          </Link>
        </p>
      ) : null}
    </>
  );
}
