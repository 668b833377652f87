import "server-only";
import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import { type MailContent, writeMailHtml, writeMailText } from "../../formats/mail-body";
import { env } from "../env";
import { log } from "../log/log";
import { type MailKind, type MailOutcome, metrics } from "../metrics";
import { processSingleton } from "../process-singleton";

/** Milliseconds. The mail server must answer within these; a mail is given up well before another try of it begins. */
const TIMEOUTS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
} as const;

/** A mail to one address. */
export interface OutgoingMail {
  readonly kind: MailKind;
  readonly to: string;
  readonly subject: string;
  readonly content: MailContent;
  /** Absolute address that stops the mails when it is sent a POST (RFC 8058); null: no other mail follows. */
  readonly stopAddress: string | null;
  /** The same for every attempt to send the same news, so that programs for mail show a second copy once. */
  readonly identity: string;
}

/** Is a mail server set? Without one, no page offers mails. */
export function isMailOn(): boolean {
  return env().SMTP_URL !== undefined;
}

/** The address of the site for links in mails. Set wherever a mail server is, as the settings demand. */
export function mailOrigin(): string {
  return env().BASE_URL ?? "";
}

function transport() {
  return processSingleton("mail-transport", () =>
    createTransport(
      { ...TIMEOUTS, url: env().SMTP_URL, disableFileAccess: true, disableUrlAccess: true },
      { from: env().MAIL_FROM },
    ),
  );
}

/** Hands a mail to the mail server, logs it without its address, and counts it. Never throws. */
export async function sendMail(mail: OutgoingMail): Promise<MailOutcome> {
  const outcome = await attempt(mail);
  metrics().mails.inc({ kind: mail.kind, outcome });
  return outcome;
}

async function attempt({ kind, identity, ...mail }: OutgoingMail): Promise<MailOutcome> {
  try {
    await transport().sendMail({
      to: { name: "", address: mail.to },
      subject: mail.subject,
      text: writeMailText(mail.content),
      html: writeMailHtml(mail.content),
      messageId: toMessageId(identity),
      headers: {
        ...(mail.stopAddress === null
          ? {}
          : {
              "List-Unsubscribe": `<${mail.stopAddress}>`,
              "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            }),
        // Programs that answer mails by themselves leave such ones alone (RFC 3834).
        "Auto-Submitted": "auto-generated",
        "Content-Language": mail.content.language,
      },
    });
    log.info("Sent a mail", { kind });
    return "sent";
  } catch (error) {
    const outcome = classifyMailError(error);
    log.warn("A mail could not be sent", { kind, outcome, ...describeMailError(error) });
    return outcome;
  }
}

function toMessageId(identity: string): string {
  const id = createHash("sha256").update(identity).digest("hex").slice(0, 40);
  return `<${id}@${new URL(mailOrigin()).hostname}>`;
}

/** The parts of an error of nodemailer that are not about the recipient. The mail server repeats addresses in its words. */
function describeMailError(error: unknown) {
  const read = (key: string): unknown =>
    typeof error === "object" && error !== null ? Reflect.get(error, key) : undefined;
  return { code: read("code"), command: read("command"), status: read("responseCode") };
}

/** What an error of nodemailer says about the mail, its recipient or the mail server. */
export function classifyMailError(error: unknown): Exclude<MailOutcome, "sent"> {
  const { code, command, status } = describeMailError(error);
  if (code === "EENVELOPE" && command === "RCPT TO") {
    return typeof status === "number" && status >= 500 ? "refused" : "failed";
  }
  // The sender is the same for all mails.
  if (code === "EENVELOPE" && command === "MAIL FROM") return "away";
  return code === "EENVELOPE" || code === "EMESSAGE" ? "failed" : "away";
}
