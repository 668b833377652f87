import type { Metadata } from "next";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { OpenRemovals } from "@/components/features/admin/redactions/open-removals";
import { RemovalForm } from "@/components/features/admin/redactions/removal-form";
import { TextKindLine } from "@/components/features/admin/redactions/text-preview";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/time/instant";
import { TEXT_SUBJECTS, type TextSubject } from "@/lib/contract/redaction";
import {
  listOpenRemovals,
  listRemovableTexts,
  listRemovedTexts,
} from "@/lib/server/redaction/removable-texts";
import { getText } from "@/lib/server/text/get-text";
import { confirmTextRemoval, dismissTextRemoval, requestTextRemoval } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("admin.redactions.title") };
}

/** Requests to remove texts, and the removed ones. With a subject, such as `claim`, the form for a request. */
export default async function RedactionsPage({ searchParams }: PageProps<"/admin/redactions">) {
  const subject = readSubject(await searchParams);
  const person = await requireRole("redact", addressOf(subject));
  if (!person) return <Forbidden act="redact" />;
  const text = await getText();
  const { t } = text;
  const texts = subject && (await listRemovableTexts(subject));
  const open = await listOpenRemovals();
  const removed = await listRemovedTexts();
  return (
    <>
      <PageTitle
        small
        className="mb-6"
        title={t("admin.redactions.title")}
        lead={t("admin.redactions.lead")}
      />
      <FeatureText namespaces={["admin"]}>
        <div className="grid max-w-[44rem] gap-8">
          {texts ? (
            <Section id="request" title={t("admin.redactions.request.title")}>
              <RemovalForm key={addressOf(subject)} texts={texts} request={requestTextRemoval} />
            </Section>
          ) : null}
          <Section id="open" title={t("admin.redactions.open.title")}>
            <OpenRemovals
              requests={open}
              self={person.id}
              confirm={confirmTextRemoval}
              dismiss={dismissTextRemoval}
            />
          </Section>
          <Section id="removed" title={t("admin.redactions.done.title")}>
            {removed.length === 0 ? <p>{t("admin.redactions.done.none")}</p> : null}
            <ol>
              {removed.map(({ kind, row, reason, removedAt, sha256, ...by }) => (
                <li key={`${kind} ${row}`} className="border-line border-t py-2">
                  <TextKindLine kind={kind} reason={reason} />
                  <span className="block text-12 text-ink-2">
                    {t.rich("admin.redactions.done.line", {
                      requestedBy: by.requestedBy,
                      confirmedBy: by.confirmedBy,
                      revision: `r${by.revision}`,
                      when: text.instant(removedAt),
                      at: () => <Instant at={removedAt} />,
                    })}
                  </span>
                  <span className="block break-all text-12 text-ink-3">
                    {t("admin.redactions.done.hash", { hash: sha256 })}
                  </span>
                </li>
              ))}
            </ol>
          </Section>
        </div>
      </FeatureText>
    </>
  );
}

function readSubject(
  params: Readonly<Record<string, string | string[] | undefined>>,
): TextSubject | null {
  for (const kind of TEXT_SUBJECTS) {
    const id = params[kind];
    if (typeof id === "string") return { kind, id };
  }
  return null;
}

function addressOf(subject: TextSubject | null): string {
  if (subject === null) return "/admin/redactions";
  return `/admin/redactions?${new URLSearchParams({ [subject.kind]: subject.id })}`;
}
