import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A message as it arrived. */
export interface ReceivedWebhook {
  readonly path: string;
  /** `webhook-id`. */
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As it was sent, byte for byte. */
  readonly body: string;
}

/** A running receiver of webhooks that keeps what it gets. */
export interface WebhookReceiver {
  /** Without a path. */
  readonly url: string;
  readonly received: readonly ReceivedWebhook[];
  /** How it answers from now on: a status and headers; `silent`: not at all. */
  answer(status: number | "silent", headers?: Record<string, string>): void;
  stop(): Promise<void>;
}

/**
 * Starts a receiver on this machine, which answers 204.
 * @param port the port; absent: a free one
 */
export async function startWebhookReceiver(port = 0): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  let next: { status: number | "silent"; headers: Record<string, string> } = {
    status: 204,
    headers: {},
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = toRecord(request.headers);
    received.push({
      path: `${request.method} ${request.url}`,
      id: headers["webhook-id"] ?? "",
      headers,
      body: Buffer.concat(chunks).toString("utf8"),
    });
    if (next.status === "silent") return;
    response.writeHead(next.status, next.headers);
    // Nobody reads it to its end.
    if (next.status === 200) response.write("x".repeat(1_000_000));
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (status, headers = {}) => {
      next = { status, headers };
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function toRecord(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
