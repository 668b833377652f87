/**
 * Runs once before the server accepts requests. It stops the server if settings are invalid, and closes open
 * streams at shutdown, which would otherwise keep the server running.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requireEnv } = await import("@/lib/server/env");
  requireEnv();
  const { closeStreams } = await import("@/lib/server/revision-stream");
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, closeStreams);
}
