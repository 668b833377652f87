import { createServer, type Server } from "node:http";
import { expect } from "@playwright/test";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { makePmtiles } from "../support/pmtiles";
import { coloursInTheMiddle } from "./support/picture";
import { test as base } from "./support/test";

/** A parallel through Sindh on which the archive has its one street: one that its tile can hold exactly. */
const LATITUDE = 26.0366;
/** The colour of a main street on the light map. */
const STREET = "#b3bab5";

/** Serves an archive as file servers do: parts of it, to pages of other addresses. */
async function serveArchive(archive: Uint8Array): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "range");
    if (request.method === "OPTIONS") return response.writeHead(204).end();
    const [, from = "0", to = "0"] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
    response.writeHead(206, { "content-type": "application/octet-stream" });
    return response.end(archive.subarray(Number(from), Number(to) + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("The archive has no port.");
  return { server, address: `http://localhost:${bound.port}/streets.pmtiles` };
}

const test = base.extend<object, { tracker: AppServer }>({
  tracker: [
    async ({ browserName: _ }, provide) => {
      const url = process.env.E2E_DATABASE_URL;
      if (!url) throw new Error("E2E_DATABASE_URL must name the database of the tracker.");
      const { server, address } = await serveArchive(
        makePmtiles("roads", "© Example streets", LATITUDE),
      );
      const tracker = await startAppServer({
        DATABASE_URL: url,
        AUTH_SECRET,
        MAP_PMTILES: address,
      });
      try {
        await provide(tracker);
      } finally {
        await tracker.stop();
        server.closeAllConnections();
        server.close();
      }
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ tracker }, provide) => provide(tracker.address),
});
test.use({ colorScheme: "light" });

test("streets of an owner's archive are drawn, with its attribution, and nowhere else", async ({
  explorer,
  troubles,
}) => {
  // The archive is at another address, which the page's policy allows.
  troubles.expectAt("/streets.pmtiles");
  // No zone, no place and no other line is near.
  await explorer.open(`?map=${LATITUDE},66.3,13&layers=none`);
  await explorer.mapPainted();
  const share = async () => (await coloursInTheMiddle(explorer.map, [STREET]))[STREET] ?? 0;
  await expect.poll(share).toBeGreaterThan(0.01);
  await expect(explorer.map).toContainText("© Example streets");
  await explorer.open(`?map=${LATITUDE - 0.6},66.3,13&layers=none`);
  await explorer.mapPainted();
  expect(await share()).toBe(0);
});
