import "server-only";
import { unstable_rethrow } from "next/navigation";
import { isAcceptable } from "@/lib/contract/answer-form";
import { buildMeta, listMeta } from "@/lib/contract/meta";
import {
  type AcceptedParams,
  NO_PARAMS,
  type ParsedRequest,
  parseMoment,
  parseRequest,
} from "@/lib/contract/parse-request";
import { type ApiIssue, toApiIssue } from "@/lib/contract/problems";
import type { Text } from "@/lib/text/text";
import { env } from "../env";
import { reportError } from "../log/unexpected-errors";
import { queryContext, type RegistryView, registryAt } from "../registry/registry-at";
import { getText } from "../text/get-text";
import { type CacheHeaders, registryCacheHeaders } from "./cache-headers";
import { queueHeavy } from "./heavy-queue";
import { finishAnswer } from "./ranges";
import { limitReads } from "./rate-limit";
import {
  json,
  type Representation,
  respond,
  respondMethodNotAllowed,
  respondMoved,
  respondOptions,
  respondProblem,
  respondUnchanged,
} from "./respond";

/** The parameters in the path of a route, as Next.js gives them. */
export type PathParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a route makes its answer from. */
export interface RequestContext {
  readonly text: Text;
  readonly params: ParsedRequest;
  readonly view: RegistryView;
  /** The address of the request. Its host is the one that the server listens on; see `origin`. */
  readonly url: URL;
  /** Scheme and host of the site for its readers, without a trailing slash. */
  readonly origin: string;
  /** A parameter in the path; empty if the route has none of that name. */
  readonly pathParam: (name: string) => string;
}

/** The answer to a request; a function: it costs much time to make, and so waits for its turn. */
type ReadAnswer = Representation | (() => Representation | Promise<Representation>) | Unanswered;

/** Why a path has no answer: what is wrong with it, or the id of the record into which the one that it names was merged. */
export type Unanswered = { readonly issue: ApiIssue } | { readonly mergedInto: string };

/** A route that reads the registry. */
interface ReadRoute {
  readonly accepts: Partial<AcceptedParams>;
  readonly answer: (context: RequestContext) => ReadAnswer | Promise<ReadAnswer>;
  /** Is the body of an answer that costs much time read from a file? Then it is not held in memory. */
  readonly isFromDisk?: boolean;
}

type Handler = (request: Request, context: { params: Promise<PathParams> }) => Promise<Response>;
type OtherHandler = (request: Request) => Response | Promise<Response>;

/** The exports of a `route.ts`; for HEAD Next.js calls GET. */
export interface Handlers {
  readonly GET: Handler;
  readonly OPTIONS: OtherHandler;
  readonly POST: OtherHandler;
  readonly PUT: OtherHandler;
  readonly PATCH: OtherHandler;
  readonly DELETE: OtherHandler;
}

/** The handlers of a route that reads the registry. Every failure is a problem document. */
export function readRoute({ accepts, ...route }: ReadRoute): Handlers {
  const accepted = { ...NO_PARAMS, ...accepts };
  return readHandlers((request, params) => read(request, params, accepted, route));
}

/**
 * The handlers of a read-only endpoint. An unexpected failure is counted, and logged with the id that the client sees.
 * @param what the endpoint reads
 */
export function readHandlers(
  get: (request: Request, params: PathParams) => Promise<Response>,
  what: "registry" | "releases" = "registry",
): Handlers {
  return {
    GET: async (request, context) => {
      try {
        return await limitReads(request, async () =>
          finishAnswer(request, await get(request, await context.params)),
        );
      } catch (error) {
        unstable_rethrow(error);
        return respondFailure(error, what);
      }
    },
    OPTIONS: respondOptions,
    POST: respondMethodNotAllowed,
    PUT: respondMethodNotAllowed,
    PATCH: respondMethodNotAllowed,
    DELETE: respondMethodNotAllowed,
  };
}

async function respondFailure(error: unknown, what: "registry" | "releases"): Promise<Response> {
  const { id: occurrence, refusal } = await reportError("An API request failed", error);
  const text = await getText();
  if (refusal === null) {
    const message = text.t("api.request.failed", { id: occurrence });
    return respondProblem([{ code: "internal-error", message }], { occurrence });
  }
  const isAway = refusal === "away";
  const message = isAway
    ? text.t(`api.request.${what}Away`)
    : text.t("api.request.readRefused", { id: occurrence });
  return respondProblem([{ code: "registry-unavailable", message }], {
    occurrence,
    headers: { "retry-after": isAway ? "5" : "60" },
  });
}

async function read(
  request: Request,
  pathParams: PathParams,
  accepted: AcceptedParams,
  { answer, isFromDisk = false }: Omit<ReadRoute, "accepts">,
): Promise<Response> {
  const text = await getText();
  const url = new URL(request.url);
  const pairs = url.searchParams;
  // The moment comes first: the allowed names of other parameters depend on its data.
  const moment = parseMoment(pairs, accepted);
  const found = await registryAt(moment);
  if ("problem" in found) {
    const { issues } = parseRequest(text, pairs, accepted);
    const { problem } = found;
    const named = accepted.ogc && problem.param === "asOf" ? { param: "datetime" } : {};
    return respondProblem([toApiIssue(text, { ...problem, ...named }), ...issues]);
  }

  const { view } = found;
  const { request: parsed, issues } = parseRequest(text, pairs, accepted, {
    facts: view.facts,
    ...(await queryContext()),
  });
  // The day can be that of `datetime`.
  const params = { ...parsed, query: { ...parsed.query, asOf: moment.asOf } };
  const [issue, ...others] = issues;
  if (issue) return respondProblem([issue, ...others]);

  const pathParam = (name: string) => String(pathParams[name] ?? "");
  const origin = getOrigin(request, url);
  const cache = registryCacheHeaders(view, { ...params.query, pathname: url.pathname });
  const unchanged = respondUnchanged(request, cache);
  const finish = (found: Representation) => respondAccepted(request, text, cache, found);
  const answered = await answer({ text, params, view, url, origin, pathParam });
  if (typeof answered === "function") {
    return unchanged ?? queueHeavy(request, async () => finish(await answered()), isFromDisk);
  }
  if ("issue" in answered) return respondProblem([answered.issue]);
  if ("mergedInto" in answered) {
    const named = pathParam("slug");
    const parts = url.pathname.split("/");
    parts[parts.lastIndexOf(named)] = answered.mergedInto;
    return respondMoved(parts.join("/") + url.search);
  }
  return finish(answered);
}

/** The answer, if the header Accept allows it or the address names its form; else what it would have been. */
export async function respondAccepted(
  request: Request,
  text: Text,
  cache: CacheHeaders,
  found: Representation,
): Promise<Response> {
  const isNamed = new URL(request.url).searchParams.has("f");
  if (isNamed || isAcceptable(request.headers.get("accept"), found.type)) {
    return respond(request, cache, found);
  }
  const [type = ""] = found.type.split(";");
  const message = text.t("api.request.notAcceptable", { type });
  return respondProblem([{ code: "not-acceptable", message, allowed: [type] }]);
}

/** Scheme and host of the site for the reader of a request. */
export function getOrigin(request: Request, { protocol, host }: URL): string {
  return env().BASE_URL ?? `${protocol}//${request.headers.get("host") ?? host}`;
}

/** The answer about one thing, as `{data, meta}`. */
export function dataAnswer({ view }: RequestContext, data: unknown): Representation {
  return json({ data, meta: buildMeta(view.registry) });
}

/** All rows of a list without pages, as `{data, meta}`. */
export function wholeListAnswer(
  { view }: RequestContext,
  data: readonly unknown[],
): Representation {
  return json({ data, meta: listMeta(view.registry, data.length, data.length) });
}

/**
 * One page of rows as `{data, meta}`, with links to the previous and next page.
 * @param matched all rows that match, in order
 * @param total rows before any condition
 * @param present gives the answer for a row
 * @param more further members of `meta`
 */
export function listAnswer<T>(
  { params: { limit, offset }, view, url }: RequestContext,
  matched: readonly T[],
  total: number,
  present: (row: T) => unknown,
  more: Readonly<Record<string, unknown>> = {},
): Representation {
  const page = matched.slice(offset, offset + limit);
  const meta = { ...listMeta(view.registry, matched.length, total), ...more };
  const linkTo = (start: number, rel: string) => {
    const params = new URLSearchParams(url.searchParams);
    params.set("offset", String(start));
    return `<${url.pathname}?${params}>; rel="${rel}"`;
  };
  const links = [
    ...(offset > 0 ? [linkTo(Math.max(0, offset - limit), "prev")] : []),
    ...(offset + limit < matched.length ? [linkTo(offset + limit, "next")] : []),
  ];
  return json(
    { data: page.map(present), meta },
    links.length > 0 ? { link: links.join(", ") } : {},
  );
}
