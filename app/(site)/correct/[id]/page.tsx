import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Anchor } from "@/components/layout/link";
import { ReadingPage } from "@/components/layout/reading-page";
import { Instant } from "@/components/time/instant";
import { Notice } from "@/components/ui/notice";
import { correctionNumber } from "@/lib/contract/correction";
import {
  type CorrectionEntry,
  findCorrection,
  readCorrectionSubject,
} from "@/lib/server/desk/corrections";
import { readOrAway } from "@/lib/server/log/read-or-away";
import { getPageText } from "@/lib/server/text/page-text";
import { describeSubject } from "../describe-subject";

type Props = PageProps<"/correct/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { t } = await getPageText();
  return {
    title: t("correct.receipt.title", { number: correctionNumber(id) }),
    description: t("correct.receipt.description"),
    robots: { index: false },
    referrer: "no-referrer",
  };
}

/** What became of a correction, without the reader's words, link and e-mail address. */
export default async function Page({ params }: Props) {
  const { id } = await params;
  const found = await readOrAway("a correction", () => findCorrection(id));
  if (found === null) notFound();
  const { t } = await getPageText();
  return (
    <ReadingPage
      title={t("correct.receipt.title", { number: correctionNumber(id) })}
      lead={t("correct.receipt.keep")}
    >
      <div className="grid max-w-[38rem] justify-items-start gap-4">
        {found === "away" ? <p>{t("correct.receipt.away")}</p> : <State found={found} />}
        <Anchor className="link" href="/correct">
          {t("correct.receipt.another")}
        </Anchor>
      </div>
    </ReadingPage>
  );
}

async function State({ found: { answer, sentAt, page, zone, tenancy, field } }: StateProps) {
  const { t } = await getPageText();
  const subject = await readCorrectionSubject({
    page,
    zone: zone ?? "",
    tenancy: tenancy ?? "",
    field: field ?? "",
  });
  return (
    <>
      <p className="font-semibold">{await describeSubject(subject)}</p>
      <p>{t.rich("correct.receipt.sent", { when: () => <Instant at={sentAt} /> })}</p>
      {answer === null ? (
        <Notice>
          <b className="block font-semibold">{t("correct.receipt.waiting")}</b>
          {t("correct.receipt.help")}
        </Notice>
      ) : (
        <div>
          <b className="font-semibold">{t(`correct.answers.outcome.${answer.outcome}`)}</b>
          <p className="whitespace-pre-line break-words" dir="auto">
            {answer.text}
          </p>
          <p className="text-12 text-ink-3">
            {t.rich("correct.receipt.answered", { when: () => <Instant at={answer.at} /> })}
          </p>
        </div>
      )}
    </>
  );
}

interface StateProps {
  found: CorrectionEntry;
}
