import {
  createMcpHandler,
  hostHeaderValidationResponse,
  originValidationResponse,
} from "@modelcontextprotocol/server";
import { createMcpServer } from "@/lib/server/http/mcp-tools";
import { limitReads } from "@/lib/server/http/rate-limit";
import { getOrigin, type Handlers } from "@/lib/server/http/read-route";
import { trustedOrigins } from "@/lib/server/origins";
import * as changes from "../api/v1/changes/route";
import * as search from "../api/v1/search/route";
import * as source from "../api/v1/sources/[id]/route";
import * as table from "../api/v1/tables/[file]/route";
import * as zone from "../api/v1/zones/[slug]/route";
import * as zones from "../api/v1/zones/route";

/** Largest body in bytes: no question needs more. */
const MAX_BYTES = 64 * 1024;

/** The handlers that the tools read, by the first part of their path; with a second part, the one that has its name. */
const READERS: Readonly<
  Record<string, { readonly all?: Pick<Handlers, "GET">; readonly one?: Pick<Handlers, "GET"> }>
> = {
  changes: { all: changes },
  search: { all: search },
  sources: { one: source },
  tables: { one: table },
  zones: { all: zones, one: zone },
};

/** Reads the API in this process. The call was counted already, so this is not. */
async function readHere(address: string): Promise<Response> {
  const [, kind = "", name] =
    /^\/api\/v1\/([a-z]+)(?:\/(.+))?$/.exec(new URL(address).pathname) ?? [];
  const route = name === undefined ? READERS[kind]?.all : READERS[kind]?.one;
  if (!route) return new Response(null, { status: 404 });
  const part = name && decodeURIComponent(name);
  const params = Promise.resolve({ slug: part, id: part, file: part });
  return route.GET(new Request(address), { params });
}

const handler = createMcpHandler(
  ({ requestInfo }) => {
    const request = requestInfo ?? new Request("http://localhost");
    return createMcpServer({ origin: getOrigin(request, new URL(request.url)), fetch: readHere });
  },
  { maxRequestBodySize: MAX_BYTES },
);

/** The Model Context Protocol over HTTP, without sessions, so there is nothing to GET or DELETE. A call counts as a read. */
export async function POST(request: Request): Promise<Response> {
  // A page of another site must not use the tracker of a reader behind a firewall (DNS rebinding).
  const hosts = trustedOrigins().map((origin) => new URL(origin).hostname);
  return (
    hostHeaderValidationResponse(request, hosts) ??
    originValidationResponse(request, hosts) ??
    (await limitReads(request, () => handler.fetch(request)))
  );
}
