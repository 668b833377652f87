import "server-only";
import { authSecret } from "./env";

/** Ends the process with a message if the settings are invalid. */
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
