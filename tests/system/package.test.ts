import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { createTemporaryFolder, ROOT } from "../../scripts/lib/paths.mjs";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");

test("the packaged scripts load the data set and make its releases, without the repository", () => {
  const { dir, remove } = createTemporaryFolder("package");
  const run = (cwd: string, script: string, ...args: string[]) =>
    execFileSync(process.execPath, [script, ...args], {
      ...{ cwd, encoding: "utf8", stdio: "pipe" },
      env: { PATH: process.env.PATH, NODE_ENV: "production", DATABASE_URL: database.url },
    });
  run(ROOT, "scripts/package.mjs", dir);
  expect(run(dir, path.join(dir, "seed/load.mjs"), "--once")).toContain("Made release 2026.2");
  remove();
}, 120_000);
