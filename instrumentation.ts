/**
 * Runs once before the server takes requests: unusable settings stop it here, with a sentence; and an
 * open stream must not keep it from stopping.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requireEnv } = await import("@/lib/server/require-env");
  requireEnv();
  const { closeStreams } = await import("@/lib/server/streams");
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, closeStreams);
}
