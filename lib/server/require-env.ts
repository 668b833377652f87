import "server-only";
import { authSecret } from "./env";

/** Ends the process with a sentence where the settings cannot be used. */
export function requireEnv(): void {
  try {
    authSecret();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "bad-environment"))
      throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
