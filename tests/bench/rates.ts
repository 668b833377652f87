import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { createTemporaryFolder } from "@/scripts/lib/paths.mjs";

/** Seconds of one measurement of `measureRate`. */
export const RATE_SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
/** Answers of a large registry can take long. */
const TIMEOUT = "300s";
/** A measurement of long answers lasts this many times what one takes, for each connection. */
const LONG_TIMES = 1.5;

/** An answer of Next with nothing in it but a word. */
export const EMPTY_ROUTE = "/api/health/live";
/** All zones, in one answer where there are no more. */
export const LIST = "/api/v1/zones?limit=1000";

/** How `measureRate` asks. */
interface Asking {
  readonly connections: number;
  readonly headers?: Record<string, string>;
  /** JSON to send by POST; absent: GET. */
  readonly body?: string;
  /** Of an answer; absent: 200. */
  readonly status?: number;
}

interface Sent {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** One connection that breaks must not lose all that was measured before. */
const ATTEMPTS = 3;

/**
 * Answers a second, asked for by wrk: a client written in JavaScript takes longer than the server does.
 * @throws if wrk is not installed, or an answer is not what was asked for three times
 */
export async function measureRate(
  url: string,
  { connections, headers = {}, body, status = 200 }: Asking,
): Promise<number> {
  const sent: Sent =
    body === undefined
      ? { method: "GET", headers }
      : { method: "POST", headers: { ...headers, "content-type": "application/json" }, body };
  const startedAt = performance.now();
  const first = await fetch(url, sent);
  await first.arrayBuffer();
  const oneTakes = (performance.now() - startedAt) / 1000;
  if (first.status !== status) throw new Error(`${url} got ${first.status}`);
  const { dir, remove } = createTemporaryFolder("bench-wrk");
  try {
    const script = path.join(dir, "request.lua");
    fs.writeFileSync(script, writeScript(sent));
    const load = ["--threads", "1", "--connections", String(connections)];
    const seconds = Math.ceil(Math.max(RATE_SECONDS, oneTakes * connections * LONG_TIMES));
    const time = ["--duration", `${seconds}s`, "--timeout", TIMEOUT];
    for (let attempt = 1; ; attempt++) {
      const { stdout } = await run("wrk", [...load, ...time, "--script", script, url]);
      const failed = /^ *(Non-2xx|Socket errors).*$/m.exec(stdout);
      if (failed === null) return Number(/^Requests\/sec: +([\d.]+)$/m.exec(stdout)?.[1]);
      if (attempt === ATTEMPTS) throw new Error(`${url}: ${failed[0].trim()}`);
    }
  } finally {
    remove();
  }
}

const run = (program: string, args: readonly string[]) =>
  promisify(execFile)(program, args).catch((error) => {
    const isAbsent = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw isAbsent ? new Error("Install wrk, which Debian has as a package.") : error;
  });

/** A request as a script of wrk in Lua, which reads texts as JSON writes them. */
function writeScript({ method, headers, body }: Sent): string {
  const lines = Object.entries({ method, body })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `wrk.${name} = ${JSON.stringify(value)}`);
  const named = Object.entries(headers).map(
    ([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`,
  );
  return [...lines, ...named].join("\n");
}
