import { execFile } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const PRELOAD = path.resolve(import.meta.dirname, "../../../scripts/lib/http-hardening.mjs");

/** Starts a server as the launcher does, requests a path from it and prints a header of the answer. */
const PROGRAM = `
  import http from "node:http";
  const server = http.createServer((_, response) => response.end("hello"));
  server.listen(0, "127.0.0.1", async () => {
    const url = "http://127.0.0.1:" + server.address().port;
    for (const path of ["/", "/%zz"]) {
      console.log((await fetch(url + path)).headers.get("strict-transport-security"));
    }
    process.exit(0);
  });`;

async function readHeaders(baseUrl: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", pathToFileURL(PRELOAD).href, "--input-type=module", "--eval", PROGRAM],
    { env: { ...process.env, BASE_URL: baseUrl } },
  );
  return stdout.trim().split("\n");
}

test("a site with an HTTPS address tells browsers to use HTTPS only", async () => {
  const header = "max-age=31536000";
  expect(await readHeaders("https://tracker.example.org")).toEqual([header, header]);
});

test.each(["http://localhost:3000", ""])("a site with the address '%s' does not", async (base) => {
  expect(await readHeaders(base)).toEqual(["null", "null"]);
});
