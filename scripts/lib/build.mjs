// The production build, made where the files that it is made of have changed.
import fs from "node:fs";
import { withLock } from "./process-lock.mjs";
import { fromRoot, isDone, markDone, stampOf } from "./root.mjs";
import { runQuietly } from "./run-command.mjs";

/** What the build is made of. */
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

/** The program that serves the build. */
export const SERVER = fromRoot(".next/standalone/server.js");

/**
 * Builds where needed.
 * @param {{ say: (line: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<boolean>} whether it built
 */
export async function ensureBuilt({ say, signal }) {
  return await withLock(
    fromRoot("node_modules/.cache/cpec-sez-tracker/build.lock"),
    async () => {
      const stamp = stampOf(INPUTS);
      if (isDone("build", stamp) && fs.existsSync(SERVER)) return false;
      say("Building (half a minute or so)…");
      markDone("build", null);
      // A folder left by an older build would be served along with the new one.
      fs.rmSync(fromRoot(".next/standalone"), { recursive: true, force: true });
      await runQuietly(process.execPath, [fromRoot("node_modules/next/dist/bin/next"), "build"], {
        signal,
        env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BUILD_ID: stamp.slice(0, 12) },
      });
      // The standalone server expects beside it what a CDN would otherwise serve.
      fs.cpSync(fromRoot(".next/static"), fromRoot(".next/standalone/.next/static"), {
        recursive: true,
      });
      fs.cpSync(fromRoot("public"), fromRoot(".next/standalone/public"), { recursive: true });
      markDone("build", stamp);
      return true;
    },
    // Another launcher of the same checkout may be building.
    600_000,
  );
}
