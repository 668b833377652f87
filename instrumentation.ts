/**
 * Runs once before the server accepts requests. It stops the server if settings are invalid, warns of settings that do
 * not fit together, starts the access log, the store of pages, the deletion of what has expired, the senders of mails and
 * webhooks and the reader of feeds, and closes open streams at shutdown, which would otherwise keep the server running.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env, requireEnv } = await import("@/lib/server/env");
  requireEnv();
  if (process.env.NODE_ENV === "production") {
    const { redirectConsole } = await import("@/lib/server/log/console-log");
    redirectConsole();
  }
  const { lostConnections } = await import("@/lib/server/database/db");
  const { log } = await import("@/lib/server/log/log");
  lostConnections().report = (error) => log.warn("A database connection was lost", { error });
  // The server itself has no HTTPS, so there is a proxy before it, and without TRUST_PROXY all readers share the limits of
  // one client.
  if (env().BASE_URL?.startsWith("https:") && !env().TRUST_PROXY) {
    log.warn(
      "BASE_URL is https, so a proxy is in front of the server, but TRUST_PROXY is not true: all readers count as one client and share its limits. Set TRUST_PROXY=true if the proxy sets X-Forwarded-For.",
    );
  }
  // The server in front of Next finds the function by this name.
  const { processSingleton } = await import("@/lib/server/process-singleton");
  const { startAccessLog } = await import("@/lib/server/http/access-log");
  startAccessLog({ setsHeader: process.env.NODE_ENV !== "production" });
  const { answerRequest } = await import("@/lib/server/http/answer-request");
  processSingleton("answer-request", () => answerRequest);
  const { startDeletingExpired } = await import("@/lib/server/audit/audit-failures");
  const { deleteOldAttempts } = await import("@/lib/server/accounts/sign-in-attempts");
  const { deleteExpiredMail } = await import("@/lib/server/mail/subscriptions");
  startDeletingExpired([deleteOldAttempts, deleteExpiredMail]);
  const { startSendingMails } = await import("@/lib/server/mail/mail-jobs");
  startSendingMails();
  const { startSendingWebhooks } = await import("@/lib/server/webhooks/webhooks");
  startSendingWebhooks();
  const { startWatchingFeeds } = await import("@/lib/server/desk/feeds");
  startWatchingFeeds();
  const { closeStreams } = await import("@/lib/server/registry/revision-stream");
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, closeStreams);
}

/**
 * Counts an error of a page, or of a route that does not answer its errors itself. Next.js has logged it, and leaves out
 * its own signals, such as that for a page that does not exist.
 */
export async function onRequestError(error: unknown): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { countError } = await import("@/lib/server/log/unexpected-errors");
  await countError(error);
}
