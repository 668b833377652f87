import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { loadRetirementPreview } from "@/app/admin/records/actions";
import { listOptions, listRecords, toOptions } from "@/app/admin/records/read-records";
import { BackToRecords } from "@/components/features/records/kind-tabs";
import { RecordEditor } from "@/components/features/records/record-editor";
import { RecordHistory } from "@/components/features/records/record-history";
import { RetirementForm } from "@/components/features/records/retirement-form";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { may } from "@/lib/catalogue/roles";
import { decodeFirmId } from "@/lib/firms/firm-address";
import { listRecordHistory } from "@/lib/records/record-history";
import { isRecordKind } from "@/lib/records/record-kinds";
import { mayChangeRecords } from "@/lib/server/ledger/review-rules";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("records.editTitle") };
}

/** One record: the form of a new version, how it is merged, retired, withdrawn or restored and what that changes, and its history. */
export default async function RecordPage({ params }: PageProps<"/admin/records/[kind]/[id]">) {
  const { kind, id: sent } = await params;
  const id = decodeFirmId(sent);
  const person = await requireRole("record", `/admin/records/${kind}/${sent}`);
  if (!person) return <Forbidden act="record" />;
  if (!isRecordKind(kind)) notFound();
  const text = await getText();
  const { t } = text;
  const view = await currentView();
  const records = listRecords(text, view, kind);
  const record = records.find((one) => one.id === id);
  if (!record) notFound();
  const { name, about, hidden, version, content } = record;
  // A zone's facts are claims, and a source has a form of its own.
  const form = { zone: `/admin/zones/${id}/edit`, source: `/admin/sources/${sent}` };
  const own = kind === "zone" || kind === "source" ? form[kind] : null;
  return (
    <>
      <BackToRecords kind={kind} />
      <PageTitle small className="mb-6 max-w-[44rem]" title={name} lead={about} />
      <FeatureText namespaces={["desk", "records", "record"]}>
        <div className="grid gap-10">
          {hidden ? null : own ? (
            <p>
              <Link className={buttonClass("main")} href={own as Route}>
                {t(kind === "zone" ? "records.editZone" : "records.editSource")}
              </Link>
            </p>
          ) : !mayChangeRecords(person.role) ? (
            <Notice tone="amber" className="max-w-[44rem]">
              {t("records.needsReviewer", { kind })}
            </Notice>
          ) : (
            <RecordEditor
              key={person.id}
              personId={person.id}
              email={person.email}
              kind={kind}
              present={{ id, version, content }}
              known={[]}
              options={listOptions(text, view, kind)}
            />
          )}
          {may(person.role, "decide") ? (
            <section aria-labelledby="retire" className="grid gap-3">
              <h2 id="retire" className="title">
                {t(hidden ? "records.retire.act.restored" : "records.retire.title")}
              </h2>
              <RetirementForm
                key={`${person.id} ${hidden}`}
                personId={person.id}
                kind={kind}
                id={id}
                name={name}
                hidden={hidden}
                loadPreview={kind === "zone" ? loadRetirementPreview : null}
                others={toOptions(records.filter((one) => one.id !== id))}
                email={person.email}
              />
            </section>
          ) : null}
          <RecordHistory
            entries={listRecordHistory(view.facts, kind, id).map(({ into, ...event }) => ({
              ...event,
              into: records.find((one) => one.id === into)?.name ?? into,
            }))}
          />
          {may(person.role, "redact") ? (
            <p className="text-12">
              <Link
                className="link"
                href={{ pathname: "/admin/redactions", query: { [kind]: id } }}
              >
                {t("records.removeText", { kind })}
              </Link>
            </p>
          ) : null}
        </div>
      </FeatureText>
    </>
  );
}
