import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createTemporaryFolder } from "@/scripts/lib/paths.mjs";
import { findFreePort } from "@/scripts/lib/ports.mjs";

const ATTEMPTS = 50;

/** What nginx answers. */
interface NginxAddresses {
  /** The content, from a file. */
  readonly file: string;
  /** The tracker, with what it lets caches keep, as ops/nginx/nginx.conf keeps it. */
  readonly before: string;
}

/**
 * Starts nginx with one file, to compare with, and as a cache before the tracker.
 * @param base the tracker
 * @param work gets both addresses; nginx stops when it ends
 * @returns null: nginx is not installed, or does not start
 */
export async function withNginx<T>(
  { content, base }: { readonly content: string; readonly base: string },
  work: (addresses: NginxAddresses) => Promise<T>,
): Promise<T | null> {
  const { dir, remove } = createTemporaryFolder("bench-nginx");
  const address = await findFreePort();
  const file = path.join(dir, "nginx.conf");
  fs.writeFileSync(path.join(dir, "file.json"), content);
  fs.chmodSync(dir, 0o755);
  fs.writeFileSync(
    file,
    `daemon off; pid ${dir}/pid; worker_processes auto; error_log ${dir}/error.log;
events {}
http { access_log off; sendfile on; open_file_cache max=9; keepalive_requests 10000000;
  client_body_temp_path ${dir}; proxy_temp_path ${dir}; fastcgi_temp_path ${dir};
  uwsgi_temp_path ${dir}; scgi_temp_path ${dir};
  proxy_cache_path ${dir}/cache keys_zone=answers:10m;
  upstream tracker { server ${new URL(base).host}; keepalive 16; }
  server { listen 127.0.0.1:${address}; root ${dir};
    location /api/ { proxy_pass http://tracker; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_cache answers; proxy_cache_lock on; proxy_cache_revalidate on; } } }`,
  );
  const child = spawn("nginx", ["-c", file, "-e", path.join(dir, "error.log")], {
    stdio: "ignore",
  });
  const ended = once(child, "exit").catch(() => null);
  try {
    const before = `http://127.0.0.1:${address}`;
    const url = `${before}/file.json`;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const response = await fetch(url).catch(() => null);
      await response?.arrayBuffer();
      if (response?.ok) return await work({ file: url, before });
      if (child.exitCode !== null || child.pid === undefined) return null;
      await sleep(100);
    }
    return null;
  } finally {
    child.kill();
    await ended;
    remove();
  }
}
