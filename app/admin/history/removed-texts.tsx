import { OpenRemovals, RemovalForm, TextKindLine } from "@/components/features/history/removals";
import { FeatureText } from "@/components/layout/feature-text";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/time/instant";
import { TEXT_SUBJECTS, type TextSubject } from "@/lib/contract/redaction";
import type { Person } from "@/lib/server/accounts/session";
import {
  listOpenRemovals,
  listRemovableTexts,
  listRemovedTexts,
} from "@/lib/server/redaction/removable-texts";
import { getText } from "@/lib/server/text/get-text";
import { formatRevision } from "@/lib/text/revision-words";
import { confirmTextRemoval, dismissTextRemoval, requestTextRemoval } from "./actions";

/** The parameters of an address. */
type Params = Readonly<Record<string, string | string[] | undefined>>;

/** Requests to remove texts, and the removed ones. With a subject, such as `claim`, the form for a request. */
export async function RemovedTexts({ person, params }: { person: Person; params: Params }) {
  const subject = readSubject(params);
  const text = await getText();
  const { t } = text;
  const texts = subject && (await listRemovableTexts(subject));
  const open = await listOpenRemovals();
  const removed = await listRemovedTexts();
  return (
    <>
      <p className="mb-6 max-w-[44rem] text-ink-2">{t("admin.redactions.lead")}</p>
      <FeatureText namespaces={["admin"]}>
        <div className="grid max-w-[44rem] gap-8">
          {texts ? (
            <Section id="request" title={t("admin.redactions.request.title")}>
              <RemovalForm
                key={removalAddress(params)}
                texts={texts}
                request={requestTextRemoval}
              />
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
                      revision: formatRevision(by.revision),
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

function readSubject(params: Params): TextSubject | null {
  for (const kind of TEXT_SUBJECTS) {
    const id = params[kind];
    if (typeof id === "string") return { kind, id };
  }
  return null;
}

/** The address of the tab, with the subject that another one names. */
export function removalAddress(params: Params): string {
  const subject = readSubject(params);
  const own = subject === null ? {} : { [subject.kind]: subject.id };
  return `/admin/history?${new URLSearchParams({ tab: "removed", ...own })}`;
}
