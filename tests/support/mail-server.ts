import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly to: string;
  readonly email: Email;
  /** A header by its name in any case; null: the mail has none. */
  readonly header: (name: string) => string | null;
  /** The address in the plain text that a pattern finds. */
  readonly findLink: (pattern: RegExp) => string;
}

/** A running mail server that keeps what it gets. */
export interface MailServer {
  /** The setting `SMTP_URL`. */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** What the server says to a recipient from now on: a status of SMTP, such as 550; null: it takes the mail. */
  refuse(status: number | null): void;
  /** From now on it keeps mails but says nothing, so that their sender waits. */
  freeze(): void;
  stop(): Promise<void>;
}

/**
 * Starts a mail server on this machine.
 * @param port the port; absent: a free one
 */
export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  let refusal: number | null = null;
  let isFrozen = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => {
      if (refusal === null) return done();
      done(Object.assign(new Error("No such user"), { responseCode: refusal }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const email = await PostalMime.parse(Buffer.concat(chunks));
        mails.push(toReceived(session.envelope.rcptTo[0]?.address ?? "", email));
        if (!isFrozen) done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: used } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${used}`,
    mails,
    refuse: (status) => {
      refusal = status;
    },
    freeze: () => {
      isFrozen = true;
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function toReceived(to: string, email: Email): ReceivedMail {
  return {
    to,
    email,
    header: (name) => email.headers.find(({ key }) => key === name.toLowerCase())?.value ?? null,
    findLink: (pattern) => {
      const found = email.text?.split(/\s+/).find((word) => pattern.test(word));
      if (found === undefined) throw new Error(`No link ${pattern} in:\n${email.text}`);
      return found;
    },
  };
}
