import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import {
  type EmbeddedDatabase,
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
    if (args[0] === "stop") lockedAtStop.push(isLocked(lockFile));
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
  expect(findEmbeddedPostgres(dir)).toBeNull();
  expect(lockedAtStop).toEqual([true]);
  expect(isLocked(lockFile)).toBe(false);
});

test("a command that fails stops the server that it started", async () => {
  const failing = withDatabase(async () => {
    throw new Error("The command fails.");
  });
  await expect(failing).rejects.toThrow("The command fails.");
  expect(findEmbeddedPostgres(dir)).toBeNull();
  expect(isLocked(lockFile)).toBe(false);
});

test("a command uses the server of a launcher, waits for it, and leaves it running", async () => {
  const lock = acquireLock(lockFile);
  const starting = new Promise<EmbeddedDatabase>((resolve) => {
    setTimeout(() => resolve(startEmbeddedPostgres({ dataDir: dir })), 500);
  });
  const used = await withDatabase(async (url, { isTemporary }) => ({ url, isTemporary }));
  const launched = await starting;
  expect(used).toEqual({ url: launched.url, isTemporary: false });
  expect(lockedAtStop).toEqual([]);
  expect(launched.isRunning()).toBe(true);
  await launched.stop();
  if ("release" in lock) lock.release();
});
