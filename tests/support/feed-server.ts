import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A running server of feeds on this machine. */
export interface FeedServer {
  /** Without a path. */
  readonly url: string;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** How a path is answered from now on. */
  serve(path: string, answer: string | ((response: ServerResponse) => void)): void;
  stop(): Promise<void>;
}

/** Starts a server that answers 404 to every path for which nothing is set. */
export async function startFeedServer(): Promise<FeedServer> {
  const answers = new Map<string, string | ((response: ServerResponse) => void)>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const answer = answers.get(path);
    if (typeof answer === "function") return answer(response);
    response.statusCode = answer === undefined ? 404 : 200;
    response.end(answer);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    serve: (path, answer) => void answers.set(path, answer),
    stop: () => {
      server.closeAllConnections();
      return new Promise((stopped) => server.close(() => stopped()));
    },
  };
}

/** An RSS 2.0 feed with items, each the XML within `<item>`. */
export function rss(...items: readonly string[]): string {
  const all = items.map((item) => `<item>${item}</item>`).join("");
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>News</title><link>https://example.org</link>${all}</channel></rss>`;
}

/** An Atom feed with entries, each the XML within `<entry>`. */
export function atom(...entries: readonly string[]): string {
  const all = entries.map((entry) => `<entry>${entry}</entry>`).join("");
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>${all}</feed>`;
}
