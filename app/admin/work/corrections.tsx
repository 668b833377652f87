import type { Route } from "next";
import Link from "next/link";
import { AnswerForm, DeleteCorrection } from "@/components/features/work/answer-form";
import { FeatureText } from "@/components/layout/feature-text";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/time/instant";
import { isZoneField } from "@/lib/catalogue/fields";
import { may } from "@/lib/catalogue/roles";
import { correctionNumber } from "@/lib/contract/correction";
import { sheetPath } from "@/lib/evidence/addresses";
import { zoneNames } from "@/lib/evidence/zone-name";
import type { Person } from "@/lib/server/accounts/session";
import { type CorrectionEntry, findCorrection } from "@/lib/server/desk/corrections";
import { isMailOn } from "@/lib/server/mail/mail";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { describeSubject } from "@/lib/text/queue-words";
import { answerReader, deleteReaderCorrection } from "./actions";
import { listOpen, loadQueue } from "./load-queue";

/** What readers suggest and nobody has answered yet; with `id`, one of them and the form to answer it. */
export async function Corrections({ person, id }: { person: Person; id: string | null }) {
  return id === null ? <OpenCorrections me={person.id} /> : <Correction person={person} id={id} />;
}

async function OpenCorrections({ me }: { me: string }) {
  const text = await getText();
  const { t } = text;
  const names = zoneNames((await currentView()).rows);
  const open = listOpen((await loadQueue()).queue, me).flatMap(({ item }) =>
    item.kind === "correction" ? item : [],
  );
  if (open.length === 0) return <p>{t("queue.correction.none")}</p>;
  return (
    <ul className="max-w-[44rem]">
      {open.map((item) => (
        <li key={item.id} className="border-line border-t py-2.5">
          <Link
            className="link break-words font-medium"
            href={`/admin/work?tab=corrections&id=${item.id}` as Route}
            prefetch={false}
          >
            {describeSubject(text, item, (slug) => names.get(slug) ?? slug)}
          </Link>
          <span className="line-clamp-2 break-words" dir="auto">
            {item.message}
          </span>
          <span className="block text-12 text-ink-3">
            <Instant at={item.sentAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

async function Correction({ person, id }: { person: Person; id: string }) {
  const found = await findCorrection(id);
  const { t } = await getText();
  return (
    <div className="max-w-[44rem]">
      <p className="mb-4 text-12">
        <Link className="link" href={"/admin/work?tab=corrections" as Route}>
          {t("queue.correction.back")}
        </Link>
      </p>
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
  const { t, fieldLabel, value } = await getText();
  const { rows } = await currentView();
  const names = zoneNames(rows);
  const { id, message, sentAt, page, zone, field, link } = found;
  const about = [zone && (names.get(zone) ?? zone), field && fieldLabel(field)].filter(Boolean);
  const shown = rows.find(({ slug }) => slug === zone)?.values;
  return (
    <Section id="message" title={t("queue.correction.message")}>
      <p className="mb-2 text-12 text-ink-2">
        {t("correct.receipt.title", { number: correctionNumber(id) })}.{" "}
        {t.rich("queue.correction.sent", { when: () => <Instant at={sentAt} /> })}{" "}
        <Link className="link break-words" href={page as Route} prefetch={false}>
          {about.length === 0 ? page : about.join(" · ")}
        </Link>
      </p>
      <p className="whitespace-pre-line break-words" dir="auto">
        {message}
      </p>
      {zone && field && isZoneField(field) && shown ? (
        <p className="mt-2">
          {t("queue.correction.now", { value: value(field, shown[field]) })}{" "}
          <Link className="link" href={sheetPath(zone, field) as Route} prefetch={false}>
            {t("queue.open.record")}
          </Link>
        </p>
      ) : null}
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
