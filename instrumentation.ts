/**
 * Runs once before the server accepts requests. It stops the server if settings are invalid, starts the access log and
 * the deletion of what has expired, and closes open streams at shutdown, which would otherwise keep the server running.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requireEnv } = await import("@/lib/server/env");
  requireEnv();
  const { startAccessLog } = await import("@/lib/server/http/access-log");
  startAccessLog();
  if (process.env.NODE_ENV === "production") {
    const { redirectConsole } = await import("@/lib/server/console-log");
    redirectConsole();
  }
  const { startDeletingExpired } = await import("@/lib/server/audit-failures");
  startDeletingExpired();
  const { closeStreams } = await import("@/lib/server/revision-stream");
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, closeStreams);
}
