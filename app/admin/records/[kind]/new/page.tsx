import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { listOptions, listRecords } from "@/app/admin/records/read-records";
import { BackToRecords } from "@/components/features/records/kind-tabs";
import { RecordEditor } from "@/components/features/records/record-editor";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { Notice } from "@/components/ui/notice";
import { isRecordKind } from "@/lib/records/record-kinds";
import { mayChangeRecords } from "@/lib/server/ledger/review-rules";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("records.newTitle") };
}

/** The form of a new record. */
export default async function NewRecordPage({ params }: PageProps<"/admin/records/[kind]/new">) {
  const { kind } = await params;
  const person = await requireRole("record", `/admin/records/${kind}/new`);
  if (!person) return <Forbidden act="record" />;
  if (!isRecordKind(kind)) notFound();
  const text = await getText();
  const view = await currentView();
  const known = listRecords(text, view, kind).map(({ id, name, content }) => ({
    ...{ id, name, content },
  }));
  return (
    <>
      <BackToRecords kind={kind} />
      <PageTitle
        small
        className="mb-6 max-w-[44rem]"
        title={text.t("records.addTitle", { kind })}
        lead={text.t("records.addLead", { kind })}
      />
      {kind === "zone" || mayChangeRecords(person.role) ? (
        <FeatureText namespaces={["desk", "records"]}>
          <RecordEditor
            key={person.id}
            personId={person.id}
            email={person.email}
            kind={kind}
            present={null}
            known={known}
            options={listOptions(text, view, kind)}
          />
        </FeatureText>
      ) : (
        <Notice tone="amber" className="max-w-[44rem]">
          {text.t("records.needsReviewer", { kind })}
        </Notice>
      )}
    </>
  );
}
