import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { FRAME_HEADERS, SECURITY_HEADERS } from "@/lib/contract/security-headers";
import { log } from "../log/log";
import { processSingleton } from "../process-singleton";

type Handler = (request: Request) => Promise<Response>;

/** Handlers of POST by their addresses. */
function directRoutes(): Map<string, Handler> {
  return processSingleton("direct-routes", () => new Map());
}

/**
 * Lets our own server call a handler of POST, once the framework has loaded its module. The framework takes longer for a
 * request than most writes do.
 */
export function registerDirectRoute(path: string, handler: Handler): void {
  directRoutes().set(path, handler);
}

/**
 * Answers a request whose handler is registered.
 * @returns false: none is, so the framework has to answer
 */
export function answerDirectly(request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = "" } = request;
  const handler = method === "POST" ? directRoutes().get(url) : undefined;
  if (!handler) return false;
  answer(handler, request, response).catch((error) => {
    log.error("A write could not be answered", { error });
    response.destroy();
  });
  return true;
}

async function answer(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  // `duplex` is not in the types yet.
  const init = {
    method: "POST",
    headers,
    body: Readable.toWeb(request) as ReadableStream,
    duplex: "half",
  };
  const asked = new Request(`http://localhost${request.url}`, init);
  const answered = await handler(asked);
  for (const { key, value } of [...SECURITY_HEADERS, ...FRAME_HEADERS]) {
    response.setHeader(key, value);
  }
  const body = Buffer.from(await answered.arrayBuffer());
  response
    .writeHead(
      answered.status,
      [...Object.entries({ "content-length": String(body.length) }), ...answered.headers].flat(),
    )
    .end(body);
}
