import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../..");

/** `npm start` in a process of its own, and all that it says. */
export interface NpmStart {
  npm: ChildProcess;
  said: () => string;
  /** Resolves once it says it; fails where npm ends before. */
  says: (words: string) => Promise<void>;
  /** npm's exit. */
  ended: Promise<void>;
}

/** Starts the tracker as a user does, in a folder and on a port of the test's own. */
export function npmStart(dataDir: string, port: number): NpmStart {
  const npm = spawn("npm", ["start"], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: "", HOST: "", DATA_DIR: dataDir, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  npm.stdout.on("data", (chunk) => {
    text += chunk;
  });
  npm.stderr.on("data", (chunk) => {
    text += chunk;
  });
  let over = false;
  const ended = new Promise<void>((resolve) => {
    npm.once("exit", () => {
      over = true;
      resolve();
    });
  });
  return {
    npm,
    ended,
    said: () => text,
    says: async (words) => {
      for (;;) {
        if (text.includes(words)) return;
        if (over) throw new Error(`npm start ended without saying "${words}":\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

/** Every process as its pid, its parent's and its command. */
function listProcesses(): { pid: number; parent: number; command: string }[] {
  const { stdout } = spawnSync("ps", ["-axww", "-o", "pid=,ppid=,command="], { encoding: "utf8" });
  if (stdout) {
    return stdout.split("\n").flatMap((line) => {
      const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
    });
  }
  // A slim system has no ps, but then it has a /proc.
  return fs.readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      const command = fs.readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
      return [{ pid: Number(name), parent, command }];
    } catch {
      return [];
    }
  });
}

/** The process's children and theirs. */
export function descendantsOf(pid: number): { pid: number; command: string }[] {
  const all = listProcesses();
  const below = (parent: number): typeof all =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** The pids among them that still live. */
export function living(pids: number[]): number[] {
  const all = new Set(
    listProcesses()
      .filter(({ command }) => command !== "" && !command.includes("<defunct>"))
      .map(({ pid }) => pid),
  );
  return pids.filter((pid) => all.has(pid));
}
