import "server-only";
import { type CorrectionOutcome, receiptPath } from "@/lib/contract/correction";
import { getText } from "../text/get-text";
import { isMailOn, mailOrigin, sendMail } from "./mail";
import { mailFrame } from "./news";

/** An answer to a reader's correction. */
interface SentAnswer {
  /** Of the correction. */
  readonly id: string;
  readonly outcome: CorrectionOutcome;
  readonly answer: string;
}

/**
 * Sends a reader the answer to their correction, in the site's language. It is tried once, since the address is kept no
 * longer than the answer takes. Does nothing where no mail server is set.
 */
export async function mailAnswer(to: string, { id, outcome, answer }: SentAnswer): Promise<void> {
  if (!isMailOn()) return;
  const text = await getText();
  const { t } = text;
  await sendMail({
    kind: "answer",
    to,
    subject: t("mail.answer.subject"),
    content: {
      ...mailFrame(text),
      heading: t("mail.answer.subject"),
      paragraphs: [t(`correct.answers.outcome.${outcome}`), answer],
      items: [],
      links: [{ label: t("mail.answer.page"), href: mailOrigin() + receiptPath(id) }],
      reasons: [t("mail.answer.why")],
      stop: null,
    },
    stopAddress: null,
    identity: `correction ${id}`,
  });
}
