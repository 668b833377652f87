import type { Metadata, Route } from "next";
import Link from "next/link";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { answerReader, deleteReaderCorrection } from "@/app/admin/queue/actions";
import { AnswerForm, DeleteCorrection } from "@/components/features/admin/queue/answer-form";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/time/instant";
import { may } from "@/lib/catalogue/roles";
import { zoneNames } from "@/lib/evidence/zone-name";
import { type CorrectionEntry, findCorrection } from "@/lib/server/desk/corrections";
import { isMailOn } from "@/lib/server/mail/mail";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("queue.correction.title") };
}

/** What a reader suggests, and the form to answer it. */
export default async function CorrectionPage({ params }: PageProps<"/admin/corrections/[id]">) {
  const { id } = await params;
  const person = await requireRole("record", `/admin/corrections/${id}`);
  if (!person) return <Forbidden act="record" />;
  const found = await findCorrection(id);
  const { t } = await getText();
  return (
    <div className="max-w-[44rem]">
      <p className="mb-1 text-12">
        <Link className="link" href="/admin/queue">
          {t("queue.correction.back")}
        </Link>
      </p>
      <PageTitle small className="mb-6" title={t("queue.correction.title")} />
      {found === null ? (
        <p>{t("queue.correction.gone")}</p>
      ) : (
        <FeatureText namespaces={["queue", "correct"]}>
          <div className="grid gap-6">
            <Message found={found} />
            <Section id="answer" title={t("queue.correction.answer")}>
              {found.answer === null ? (
                <>
                  <p className="mb-3 text-12 text-ink-2">
                    {t(
                      found.hasEmail && isMailOn()
                        ? "queue.correction.email"
                        : "queue.correction.noEmail",
                    )}
                  </p>
                  <AnswerForm id={found.id} answer={answerReader} />
                </>
              ) : (
                <>
                  <b className="font-semibold">
                    {t(`correct.answers.outcome.${found.answer.outcome}`)}
                  </b>
                  <p className="whitespace-pre-line break-words" dir="auto">
                    {found.answer.text}
                  </p>
                  <p className="text-12 text-ink-3">
                    {t.rich("queue.correction.answered", {
                      name: found.answer.by,
                      when: () => <Instant at={found.answer?.at ?? ""} />,
                    })}
                  </p>
                </>
              )}
            </Section>
            {may(person.role, "decide") ? (
              <DeleteCorrection id={found.id} remove={deleteReaderCorrection} />
            ) : null}
          </div>
        </FeatureText>
      )}
    </div>
  );
}

async function Message({ found }: { found: CorrectionEntry }) {
  const { t, fieldLabel } = await getText();
  const names = zoneNames((await currentView()).rows);
  const { message, sentAt, page, zone, field, link } = found;
  const about = [zone && (names.get(zone) ?? zone), field && fieldLabel(field)].filter(Boolean);
  return (
    <Section id="message" title={t("queue.correction.message")}>
      <p className="mb-2 text-12 text-ink-2">
        {t.rich("queue.correction.sent", { when: () => <Instant at={sentAt} /> })}{" "}
        <Link className="link break-words" href={page as Route} prefetch={false}>
          {about.length === 0 ? page : about.join(" · ")}
        </Link>
      </p>
      <p className="whitespace-pre-line break-words" dir="auto">
        {message}
      </p>
      <p className="mt-2 text-12">
        {link === null ? (
          t("queue.correction.noLink")
        ) : (
          <>
            {t("queue.correction.link")}:{" "}
            <a className="link break-words" href={link} rel="nofollow noopener noreferrer">
              {link}
            </a>
          </>
        )}
      </p>
    </Section>
  );
}
