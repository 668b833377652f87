import "server-only";
import { env } from "./env";

/** Ends the process with a sentence where the settings cannot be used. */
export function requireEnv(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "bad-environment"))
      throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
