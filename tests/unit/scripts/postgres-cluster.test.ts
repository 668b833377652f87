import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTemporaryFolder } from "../../../scripts/lib/paths.mjs";
import { clusterFolder, lockOrFindServer } from "../../../scripts/lib/postgres-cluster.mjs";
import { isLocked } from "../../support/is-locked";

let folder = createTemporaryFolder("cluster");
let server: ChildProcess;
const getState = () => ({ adminPassword: "a", appPassword: "b", folder: folder.dir, port: 0 });

/** A process of the cluster that holds no lock and never answers. */
beforeEach(() => {
  folder = createTemporaryFolder("cluster");
  const cluster = clusterFolder(getState());
  fs.mkdirSync(cluster);
  server = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)", "postgres"], {
    cwd: cluster,
    stdio: "ignore",
  });
  fs.writeFileSync(path.join(cluster, "postmaster.pid"), `${server.pid}\n\n\n1\n\n\n\nstarting\n`);
});

afterEach(() => {
  server.kill("SIGKILL");
  folder.remove();
});

test("a stopped start no longer waits for a server that does not answer, and leaves its lock", async () => {
  const state = getState();
  const stopping = new AbortController();
  const options = { log: () => {}, answerMs: 30_000, signal: stopping.signal };
  const finding = lockOrFindServer(state, options);
  await expect.poll(() => isLocked(`${clusterFolder(state)}.lock`)).toBe(true);
  const stoppedAt = Date.now();
  stopping.abort();
  await expect(finding).rejects.toThrow("aborted");
  expect(Date.now() - stoppedAt).toBeLessThan(2_000);
  expect(isLocked(`${clusterFolder(state)}.lock`)).toBe(false);
});
