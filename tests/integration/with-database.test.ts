import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import {
  findEmbeddedPostgres,
  startEmbeddedPostgres,
  withDatabase,
} from "../../scripts/lib/embedded-postgres.mjs";
import { acquireLock } from "../../scripts/lib/file-lock.mjs";
import { createTemporaryFolder, launcherLockFile } from "../../scripts/lib/paths.mjs";
import { isLocked } from "../support/is-locked";

const { dir, remove } = createTemporaryFolder("command");
const lockFile = launcherLockFile(dir);
/** Whether the launcher's lock was held at each stop of the server. */
const lockedAtStop: boolean[] = [];

vi.mock("node:child_process", async (importOriginal) => {
  const original = await importOriginal<typeof import("node:child_process")>();
  const spawnSync = (program: string, args: string[], options: object) => {
    if (program.endsWith("pg_ctl")) lockedAtStop.push(isLocked(lockFile));
    return original.spawnSync(program, args, options);
  };
  return { ...original, spawnSync };
});

beforeAll(async () => {
  const database = await startEmbeddedPostgres({ dataDir: dir });
  await database.stop();
});

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "");
  vi.stubEnv("DATA_DIR", dir);
  lockedAtStop.length = 0;
});

afterEach(() => vi.unstubAllEnvs());

afterAll(remove);

test("a command stops the server that it started, while no launcher can start", async () => {
  expect(await withDatabase(async (_, { isTemporary }) => isTemporary)).toBe(true);
  expect(await findEmbeddedPostgres(dir)).toBeNull();
  expect(lockedAtStop).toEqual([true]);
  expect(isLocked(lockFile)).toBe(false);
});

test("a command that fails stops the server that it started", async () => {
  const failing = withDatabase(async () => {
    throw new Error("The command fails.");
  });
  await expect(failing).rejects.toThrow("The command fails.");
  expect(await findEmbeddedPostgres(dir)).toBeNull();
  expect(isLocked(lockFile)).toBe(false);
});

test("a server that a launcher uses goes on after the command", async () => {
  const launcher = await withDatabase(async () => acquireLock(lockFile));
  expect(await findEmbeddedPostgres(dir)).not.toBeNull();
  expect(lockedAtStop).toEqual([]);
  if ("release" in launcher) launcher.release();
  const database = await startEmbeddedPostgres({ dataDir: dir });
  expect(database.reused).toBe(true);
  await database.stop();
});
