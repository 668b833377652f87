import "server-only";
import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { type Fault, paramFault } from "@/lib/contract/problems";
import { type Accepts, type Asked, readParams } from "@/lib/contract/read-params";
import { buildId } from "../build";
import { env } from "../env";
import { log } from "../log";
import { queryContext, type RegistryView, registryAt } from "../store";
import {
  type Representation,
  respond,
  respondMethodNotAllowed,
  respondOptions,
  respondProblem,
} from "./respond";

/** The parts of the path that a route leaves open, as Next gives them. */
export type PathParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a route answers from. */
export interface RequestContext {
  readonly asked: Asked;
  readonly view: RegistryView;
  /** The request's address. Its host is the one that the server listens on: see `origin`. */
  readonly address: URL;
  /** Scheme and host by which readers reach the site, without a slash at its end. */
  readonly origin: string;
  /** A part of the path by its name; empty where the route has none of that name. */
  readonly part: (name: string) => string;
}

/** A route that reads the registry: which parameters it takes, and what it answers from them. */
export interface ReadRoute {
  readonly accepts: Partial<Accepts>;
  readonly answer: (asking: RequestContext) => Representation | { readonly fault: Fault };
}

type Handler = (request: Request, context: { params: Promise<PathParams> }) => Promise<Response>;
type PlainHandler = (request: Request) => Response;

/** What a `route.ts` exports; HEAD is Next's own call of GET. */
export interface Handlers {
  readonly GET: Handler;
  readonly OPTIONS: PlainHandler;
  readonly POST: PlainHandler;
  readonly PUT: PlainHandler;
  readonly PATCH: PlainHandler;
  readonly DELETE: PlainHandler;
}

/** What an address accepts that takes no parameter but `minVersion`. */
export const ACCEPTS_NOTHING: Accepts = { query: [], paging: false, fields: false, choices: {} };

/** The handlers of a route that reads the registry: parse, ask the store, answer. Every failure is a problem document. */
export function readRoute({ accepts, answer }: ReadRoute): Handlers {
  const takes = { ...ACCEPTS_NOTHING, ...accepts };
  return readHandlers((request, params) => read(request, params, takes, answer));
}

/**
 * The handlers of an address that is only read, around what GET answers. A failure that nobody
 * expected stands in the log under the id that the client sees.
 */
export function readHandlers(
  get: (request: Request, params: PathParams) => Promise<Response>,
): Handlers {
  return {
    GET: async (request, context) => {
      try {
        return await get(request, await context.params);
      } catch (error) {
        unstable_rethrow(error);
        const occurrence = randomUUID();
        log.error("A request to the API failed", { occurrence, url: request.url, error });
        return respondProblem(
          [{ code: "internal-error", detail: `Please report it with the number ${occurrence}.` }],
          { occurrence },
        );
      }
    },
    OPTIONS: respondOptions,
    POST: respondMethodNotAllowed,
    PUT: respondMethodNotAllowed,
    PATCH: respondMethodNotAllowed,
    DELETE: respondMethodNotAllowed,
  };
}

async function read(
  request: Request,
  params: PathParams,
  accepts: Accepts,
  answer: ReadRoute["answer"],
): Promise<Response> {
  const address = new URL(request.url);
  const pairs = address.searchParams;
  // The moment comes first: which names the data knows may depend on the version that is waited for.
  const unchecked = readParams(pairs, accepts);
  const found = await ask(unchecked.asked);
  if (found === null) return respondProblem([UNAVAILABLE], { headers: { "retry-after": "5" } });
  if ("problem" in found) return respondProblem([paramFault(found.problem), ...unchecked.faults]);

  const { view, openTerms } = found;
  const { asked, faults } = readParams(pairs, accepts, { facts: view.facts, openTerms });
  const [fault, ...others] = faults;
  if (fault) return respondProblem([fault, ...others]);

  const part = (name: string) => String(params[name] ?? "");
  const answered = answer({ asked, view, address, origin: originOf(request, address), part });
  if ("fault" in answered) return respondProblem([answered.fault]);
  return respond(request, `W/"${buildId()}-${view.version}-${view.asOf}"`, answered);
}

function originOf(request: Request, { protocol, host }: URL): string {
  return env().BASE_URL ?? `${protocol}//${request.headers.get("host") ?? host}`;
}

const UNAVAILABLE: Fault = {
  code: "registry-unavailable",
  detail: "The database does not answer and nothing was read from it yet. Try again in a moment.",
};

/** The registry at the moment asked for and the open lists of its data; null where it cannot be read. */
async function ask({ query: { asOf, knownOn }, minVersion }: Asked) {
  try {
    const found = await registryAt({ asOf, knownOn, minVersion });
    return { ...found, openTerms: (await queryContext()).openTerms };
  } catch (error) {
    log.error("The registry cannot be read", { error });
    return null;
  }
}
