import "server-only";
import { reportError } from "../log/unexpected-errors";
import { stopAlert } from "../mail/subscriptions";
import { getText } from "../text/get-text";
import { limitReads } from "./rate-limit";
import { respondText } from "./respond";

const MAX_TOKEN = 128;

const readToken = (request: Request) =>
  new URL(request.url).searchParams.get("token")?.slice(0, MAX_TOKEN) ?? "";

/** For people whose program opens the address instead of sending it a POST: the page that stops the mails. */
export function redirectToStopPage(request: Request): Response {
  const location = `/alerts?${new URLSearchParams({ stop: readToken(request) })}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

/**
 * Stops the mails of a link at once (RFC 8058). Programs for mail send this without a page, a cookie or an origin, and
 * some send it twice, so a link that stops nothing is no error.
 */
export function answerOneClickStop(request: Request): Promise<Response> {
  return limitReads(request, async () => {
    const text = await getText();
    try {
      const isStopped = await stopAlert(readToken(request));
      return respondText(200, text.t(isStopped ? "api.mail.stopped" : "api.mail.closed"));
    } catch (error) {
      const { id } = await reportError("Mails could not be stopped", error);
      return respondText(503, text.t("api.request.writeFailed", { id }), { "retry-after": "60" });
    }
  });
}
