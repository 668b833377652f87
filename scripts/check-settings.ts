// Runs at a start, before anything is changed: checks all settings together.
import { parseEnv } from "@/lib/server/env";

/** The launcher sets the address of the embedded database later. */
const EMBEDDED = "postgresql://tracker@127.0.0.1/tracker";

try {
  parseEnv({ ...process.env, DATABASE_URL: process.env.DATABASE_URL || EMBEDDED });
} catch (error) {
  if (!(error instanceof Error && "code" in error && error.code === "bad-environment")) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
