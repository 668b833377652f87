// The production build, repeated only when its input files change.
import fs from "node:fs";
import { fromRoot } from "./paths.mjs";
import { withLock } from "./process-lock.mjs";
import { runQuietly } from "./run-command.mjs";
import { clearStep, hashFiles, isStepDone, markStepDone } from "./step-stamps.mjs";

const INPUTS = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

const STANDALONE_DIR = fromRoot(".next/standalone");
const LOCK_FILE = fromRoot("node_modules/.cache/cpec-sez-tracker/build.lock");
/** How long to wait for another launcher of this checkout that is building. */
const LOCK_TIMEOUT_MS = 600_000;

/** The program of the production server. */
export const SERVER_FILE = fromRoot(".next/standalone/server.js");

/**
 * Builds the product if it is not built from the current files.
 * @param {{ log: (line: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<boolean>} whether it was built now
 */
export async function ensureBuilt({ log, signal }) {
  return await withLock(
    LOCK_FILE,
    async () => {
      const stamp = hashFiles(INPUTS);
      if (isStepDone("build", stamp) && fs.existsSync(SERVER_FILE)) return false;
      log("Building for production (about 30 seconds)…");
      clearStep("build");
      // Files of an older build would be served with the new one.
      fs.rmSync(STANDALONE_DIR, { recursive: true, force: true });
      await runQuietly(process.execPath, [fromRoot("node_modules/next/dist/bin/next"), "build"], {
        signal,
        env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BUILD_ID: stamp.slice(0, 12) },
      });
      // Next leaves these to a CDN; our server serves them itself.
      fs.cpSync(fromRoot(".next/static"), fromRoot(".next/standalone/.next/static"), {
        recursive: true,
      });
      fs.cpSync(fromRoot("public"), fromRoot(".next/standalone/public"), { recursive: true });
      markStepDone("build", stamp);
      return true;
    },
    LOCK_TIMEOUT_MS,
  );
}
