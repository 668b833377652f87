// `npm run --silent mcp -- --tracker https://tracker.example.org`: a read-only server of the Model Context Protocol on standard
// input and output, for assistants that answer questions about the zones. It reads the API of a running tracker.
import { parseArgs } from "node:util";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { createMcpServer, Refusal } from "@/lib/server/http/mcp-tools";

const { values: options } = parseArgs({
  options: { tracker: { type: "string", default: "http://localhost:3000" } },
});
const TRACKER = readTracker(options.tracker);

/** Scheme and host of the tracker; ends the program where there are none. */
function readTracker(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  console.error(
    `--tracker ${address} is no address. Give one such as https://tracker.example.org.`,
  );
  process.exit(1);
}

/** Milliseconds that an answer of the tracker may take. */
const TIMEOUT = 30_000;

/** An answer of the tracker. @throws Refusal with what to do */
function fetchAnswer(address: string): Promise<Response> {
  return fetch(address, { signal: AbortSignal.timeout(TIMEOUT) }).catch(() => {
    throw new Refusal(
      `${TRACKER} does not answer. Start the tracker, or name another with --tracker.`,
    );
  });
}

const server = createMcpServer({ origin: TRACKER, fetch: fetchAnswer });
await server.connect(new StdioServerTransport());
