import { execFile } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const FRONT_DOOR = pathToFileURL(
  path.resolve(import.meta.dirname, "../../../scripts/lib/front-door.mjs"),
).href;

/**
 * Requests a page and a malformed path, and prints each status with headers of the answer. The id is in the request, where the
 * access log of the application puts it.
 */
const PROGRAM = `
  import { createFrontDoor } from "${FRONT_DOOR}";
  const server = createFrontDoor((_, response) => response.end("hello"));
  server.listen(0, "127.0.0.1", async () => {
    const url = "http://127.0.0.1:" + server.address().port;
    for (const path of ["/", "/%zz"]) {
      const { status, headers } = await fetch(url + path, { headers: { "x-request-id": "id" + path.length } });
      console.log(status, headers.get("x-request-id"), headers.get("strict-transport-security"));
    }
    process.exit(0);
  });`;

async function readHeaders(baseUrl: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", PROGRAM],
    { env: { ...process.env, BASE_URL: baseUrl } },
  );
  return stdout.trim().split("\n");
}

test("a site with an HTTPS address tells browsers to use HTTPS only", async () => {
  expect(await readHeaders("https://tracker.example.org")).toEqual([
    "200 id1 max-age=31536000",
    "400 id4 max-age=31536000",
  ]);
});

test.each(["http://localhost:3000", ""])("a site with the address '%s' does not", async (base) => {
  expect(await readHeaders(base)).toEqual(["200 id1 null", "400 id4 null"]);
});
