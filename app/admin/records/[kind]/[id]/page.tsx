import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { currentUser, Forbidden, requireRole } from "@/app/admin/admin-access";
import { changeFile, loadRetirementPreview, removeFile } from "@/app/admin/records/actions";
import {
  type ListedRecord,
  listOptions,
  listRecords,
  toOptions,
} from "@/app/admin/records/read-records";
import { RecordEditor } from "@/components/features/records/record-editor";
import { recordsPath } from "@/components/features/records/record-paths";
import { RetirementForm } from "@/components/features/records/retirement-form";
import { SourceFileForm } from "@/components/features/sources/source-file-form";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TENANCY_FIELD_KEYS } from "@/lib/catalogue/fields";
import { may } from "@/lib/catalogue/roles";
import { contextPath, eventPath, sourcePath } from "@/lib/evidence/addresses";
import { zoneName } from "@/lib/evidence/zone-name";
import { decodeFirmId, firmPath } from "@/lib/firms/firm-address";
import { listRecordHistory, type RecordEvent } from "@/lib/records/record-history";
import { isRecordKind, type RecordKind } from "@/lib/records/record-kinds";
import type { Person } from "@/lib/server/accounts/session";
import { findSourceFile } from "@/lib/server/desk/source-files";
import { mayChangeRecords } from "@/lib/server/ledger/review-rules";
import { currentView, type RegistryView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { authorKind, formatRevision } from "@/lib/text/revision-words";
import type { Text } from "@/lib/text/text";
import { usePlainText } from "@/lib/text/use-plain-text";
import { pakistanDay } from "@/lib/time/day";

/** Where readers see a record. */
const PUBLIC_PATHS: Readonly<Record<RecordKind, (id: string) => string>> = {
  zone: (id) => `/zones/${id}`,
  firm: firmPath,
  event: eventPath,
  figure: contextPath,
  source: sourcePath,
};

/** In place of the id of a record: a new one. No record can have it, because every id names what it is about. */
const NEW = "new";

export async function generateMetadata({
  params,
}: PageProps<"/admin/records/[kind]/[id]">): Promise<Metadata> {
  const { kind, id: sent } = await params;
  const text = await getText();
  if (!isRecordKind(kind)) return {};
  if (sent === NEW) return { title: text.t("records.addTitle", { kind }) };
  const person = await currentUser();
  const isOpen = person !== null && may(person.role, "record");
  const records = isOpen ? listRecords(text, await currentView(), kind) : [];
  const record = records.find(({ id }) => id === decodeFirmId(sent));
  return { title: record?.name ?? text.t(`records.kind.${kind}`) };
}

/** One record: the form of a new version, how it is merged, retired, withdrawn or restored and what that changes, and its history; or the form of a new record. */
export default async function RecordPage({ params }: PageProps<"/admin/records/[kind]/[id]">) {
  const { kind, id: sent } = await params;
  const person = await requireRole("record", `/admin/records/${kind}/${sent}`);
  if (!person) return <Forbidden act="record" />;
  if (!isRecordKind(kind)) notFound();
  const text = await getText();
  const view = await currentView();
  const records = listRecords(text, view, kind);
  const shared = { text, view, kind, records, person };
  if (sent === NEW) return <NewRecord {...shared} />;
  const record = records.find(({ id }) => id === decodeFirmId(sent));
  if (!record) notFound();
  return <RecordSheet {...shared} record={record} />;
}

interface PartProps {
  text: Text;
  view: RegistryView;
  kind: RecordKind;
  records: readonly ListedRecord[];
  person: Person;
}

function NewRecord({ text, view, kind, records, person }: PartProps) {
  return (
    <>
      <BackToRecords text={text} kind={kind} />
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
            known={records.map(({ id, name, content }) => ({ id, name, content }))}
            options={listOptions(text, view, kind)}
          />
        </FeatureText>
      ) : (
        <NeedsReviewer text={text} kind={kind} />
      )}
    </>
  );
}

async function RecordSheet({
  text,
  view,
  kind,
  records,
  person,
  record,
}: PartProps & { record: ListedRecord }) {
  const { t } = text;
  const { id, name, about, hidden } = record;
  return (
    <>
      <BackToRecords text={text} kind={kind}>
        {hidden ? null : (
          <>
            {" · "}
            <Link className="link" href={PUBLIC_PATHS[kind](id) as Route}>
              {t("records.publicPage")}
            </Link>
          </>
        )}
      </BackToRecords>
      <PageTitle small className="mb-6 max-w-[44rem]" title={name} lead={about} />
      <FeatureText namespaces={["desk", "records", "record"]}>
        <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,44rem)_minmax(0,1fr)]">
          <div className="grid gap-10">
            {hidden ? null : (
              <PresentVersion text={text} view={view} kind={kind} person={person} record={record} />
            )}
            {kind === "firm" ? <Tenancies text={text} view={view} id={id} /> : null}
            {kind === "source" && mayChangeRecords(person.role) ? (
              <SourceFileForm
                id={id}
                file={await findSourceFile(id)}
                change={changeFile}
                remove={removeFile}
              />
            ) : null}
          </div>
          <div className="grid gap-10">
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
                  href={{ pathname: "/admin/history", query: { tab: "removed", [kind]: id } }}
                >
                  {t("records.removeText", { kind })}
                </Link>
              </p>
            ) : null}
          </div>
        </div>
      </FeatureText>
    </>
  );
}

/** The form of a new version. A zone's facts are reports, which have a sheet of their own. */
function PresentVersion({
  text,
  view,
  kind,
  person,
  record: { id, version, content },
}: Omit<PartProps, "records"> & { record: ListedRecord }) {
  if (kind === "zone") {
    return (
      <p>
        <Link className={buttonClass("main")} href={`/admin/zones/${id}/edit`}>
          {text.t("records.editZone")}
        </Link>
      </p>
    );
  }
  if (!mayChangeRecords(person.role)) return <NeedsReviewer text={text} kind={kind} />;
  return (
    <RecordEditor
      key={person.id}
      personId={person.id}
      email={person.email}
      kind={kind}
      present={{ id, version, content }}
      known={[]}
      options={listOptions(text, view, kind)}
    />
  );
}

/** The zones in which a firm is known, each with what is known of it there, and a link to where that is changed. */
function Tenancies({ text, view, id }: Pick<PartProps, "text" | "view"> & { id: string }) {
  const own = view.registry.zones.flatMap((zone) =>
    zone.tenancies
      .filter(({ tenancy }) => tenancy.firmId === id)
      .map(({ tenancy, values }) => ({ zone, tenancy, values })),
  );
  return (
    <section aria-labelledby="tenancies">
      <h2 id="tenancies" className="title mb-2">
        {text.t("records.tenancies.title")}
      </h2>
      {own.length === 0 ? <p className="text-ink-2">{text.t("records.tenancies.none")}</p> : null}
      <ul>
        {own.map(({ zone, tenancy, values }) => (
          <li key={tenancy.id} className="border-line border-t py-2 first:border-t-0">
            <Link
              className="link font-medium"
              href={
                `/admin/zones/${zone.slug}/edit?open=tenancyStage&tenancy=${tenancy.id}` as Route
              }
              prefetch={false}
            >
              {zoneName(zone)}
            </Link>
            <dl className="mt-1 grid gap-x-6 text-12 sm:grid-cols-2">
              {TENANCY_FIELD_KEYS.map((field) => (
                <div key={field} className="flex gap-x-2">
                  <dt className="text-ink-3">{text.fieldLabel(field)}</dt>
                  <dd className={values[field] === null ? "unknown" : undefined}>
                    {text.value(field, values[field])}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NeedsReviewer({ text, kind }: Pick<PartProps, "text" | "kind">) {
  return (
    <Notice tone="amber" className="max-w-[44rem]">
      {text.t("records.needsReviewer", { kind })}
    </Notice>
  );
}

/** The way back to the list. */
function BackToRecords({
  text,
  kind,
  children,
}: Pick<PartProps, "text" | "kind"> & { children?: ReactNode }) {
  return (
    <p className="mb-1 text-12 text-ink-3">
      <Link className="link" href={kind === "zone" ? "/admin/zones" : recordsPath(kind)}>
        {text.t(`records.kind.${kind}`)}
      </Link>
      {children}
    </p>
  );
}

/** What happened to a record, latest first. */
function RecordHistory({ entries }: { entries: readonly RecordEvent[] }) {
  const { t, day } = usePlainText();
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="title mb-2">
        {t("records.history.title")}
      </h2>
      <ol className="grid max-w-[44rem]">
        {entries.map(({ revision, act, reason, into }) => (
          <li
            key={`${revision?.number} ${act}`}
            className="border-line border-t py-2 first:border-t-0"
          >
            <span className="font-medium">{t(`records.history.${act}`, { into: into ?? "" })}</span>
            {reason ? <span className="block">{reason}</span> : null}
            {revision ? (
              <span className="block text-12 text-ink-3">
                {t("records.history.by", {
                  by: authorKind(revision.author),
                  author: revision.author,
                  day: day(pakistanDay(new Date(revision.recordedAt)), "long"),
                  revision: formatRevision(revision.number),
                })}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
