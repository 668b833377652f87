import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import { serveAnswer } from "@/lib/server/http/answers/serve-answer";

/** More than a quarter of the bytes that are kept of files of the map. */
const LARGE = JSON.stringify(Array.from({ length: 400_000 }, (_, i) => `zone ${i}`));

vi.stubEnv("BASE_URL", "");
vi.stubEnv("DATABASE_URL", "postgresql://tracker@127.0.0.1/tracker");
let made = 0;
const server = http.createServer((request, response) =>
  serveAnswer(request, response, [], () => {
    made += 1;
    response.setHeader("content-type", "application/json");
    response.writeHead(200, { "content-length": LARGE.length });
    response.end(LARGE);
  }),
);
afterAll(() => server.close());

test("an answer that is larger than its part of the store goes out whole, compressed too, and is not kept", async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  for (const [encoding, used] of [
    ["identity", null],
    ["gzip", "gzip"],
  ] as const) {
    made = 0;
    for (const time of ["first", "second"]) {
      const path = `http://127.0.0.1:${port}/basemap/large-${encoding}.json`;
      const response = await fetch(path, { headers: { "accept-encoding": encoding } });
      expect((await response.text()) === LARGE).toBe(true);
      if (time === "first") expect(response.headers.get("content-encoding")).toBe(used);
    }
    expect(made).toBe(2);
  }
});
