import net from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { type RevisionWatch, watchRevision } from "../../../lib/server/registry/revision-watch";

process.env.LOG_LEVEL = "warn";
// Vite sets it.
process.env.BASE_URL = "";

let watch: RevisionWatch | null = null;
let server: net.Server | null = null;
afterEach(async () => {
  await watch?.stop();
  server?.close();
  vi.restoreAllMocks();
});

/** Listens at a port, or at a free one, and closes each connection at once. */
async function closeConnections(port = 0): Promise<number> {
  const made = net.createServer((socket) => socket.destroy());
  server = made;
  await new Promise<void>((resolve) => made.listen(port, "127.0.0.1", resolve));
  const address = made.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

test("why the database is away is logged when that changes, and not at every attempt", async () => {
  const port = await closeConnections();
  await new Promise((resolve) => server?.close(resolve));
  process.env.DATABASE_URL = `postgresql://tracker:none@127.0.0.1:${port}/tracker`;
  const lines: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  });

  watch = watchRevision({ onLast: () => {}, onListening: () => {}, onDeaf: () => {} });
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      level: "warn",
      error: expect.objectContaining({ code: "ECONNREFUSED" }),
    }),
  ]);

  await closeConnections(port);
  await expect.poll(() => lines.length).toBe(2);
  expect(lines[1]).not.toContain("ECONNREFUSED");
});
