import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "@/scripts/lib/ports.mjs";

/**
 * Starts HAProxy before some instances, which take turns.
 * @param dir for its configuration
 * @param instances their addresses
 * @throws if HAProxy is not installed or does not answer within 5 seconds
 */
export async function startBalancer(dir: string, instances: readonly string[]) {
  const port = await findFreePort();
  const file = path.join(dir, `haproxy-${port}.cfg`);
  const servers = instances.map((url, i) => `  server i${i} ${new URL(url).host}`);
  fs.writeFileSync(
    file,
    `defaults
  mode http
  timeout connect 2s
  timeout client 1m
  timeout server 1m
listen tracker
  bind 127.0.0.1:${port}
  balance roundrobin
${servers.join("\n")}
`,
  );
  const child = spawn("haproxy", ["-db", "-f", file], { stdio: "ignore" });
  const ended = once(child, "exit").catch(() => null);
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt++) {
    const response = await fetch(`${address}/api/health/ready`).catch(() => null);
    if (response?.ok) break;
    if (child.pid === undefined) throw new Error("Install haproxy, which Debian has as a package.");
    if (attempt === 50) throw new Error("HAProxy does not answer.");
    await sleep(100);
  }
  return {
    address,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
