/** Runs once before the server takes requests: unusable settings stop it here, with a sentence. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requireEnv } = await import("@/lib/server/require-env");
  requireEnv();
}
