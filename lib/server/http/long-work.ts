import "server-only";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { env } from "../env";
import { log } from "../log/log";
import { metrics } from "../metrics";
import { processSingleton } from "../process-singleton";
import { registryStore } from "../registry/store";
import { type AnswerTrace, answerTraces, newTrace } from "./answer-trace";
import { setHeaders } from "./answers/capture";

// Past days and files of large registries are made by another process of this server, so that other readers do not wait for
// them: see docs/2026-11-28-long-work.md.

/** Starts that process. `onChange` gets the path of its socket once it can answer, and null once it cannot. */
export type Start = (onChange: (socket: string | null) => void) => void;

/** The revision that it must know before it answers. */
const REVISION = "x-long-work-revision";
/** The identity of the last revision that it knows. */
const IDENTITY = "x-long-work-identity";
/** Instead of an identity: this process does not hear of new revisions now. */
const DEAF = "none";
/** A trailer: what the answer is made of. */
const MADE_OF = "x-long-work-made-of";
/** Of the registry at that revision alone; of the database too; or another revision became known meanwhile. */
type MadeOf = "registry" | "database" | "change";

/** What is passed on of a request: all that is left of one that is reduced. Nothing may say that it has a body. */
const PASSED_ON = [
  ...["host", "accept", "cookie", "user-agent", "x-client-network"],
  ...["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"],
];

/** Headers of a connection, and those between the processes. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  ...["connection", "keep-alive", "transfer-encoding", "trailer", "date"],
  IDENTITY,
]);

const PAST_DAY = /[?&](?:asOf|knownOn)=[^&]/;
/** Of the build and of the map, whatever their addresses ask for. */
const STATIC = /^\/(?:_next|basemap|icons)\//;
const FILE = /^\/api\/v1\/[^?]*\.(?:csv|geojson|gpkg|ndjson|parquet|sqlite|xlsx|zip)(?:\?|$)/;

/** Does an address ask for a past day or for a file? */
export function isLongWork(url: string): boolean {
  return (PAST_DAY.test(url) && !STATIC.test(url)) || FILE.test(url);
}

/** The socket of the process; null: it cannot answer, or there is none. */
const longWork = () =>
  processSingleton("long-work", (): { socket: string | null } => ({ socket: null }));

/** Can the process answer? False also where there is none. */
export function isLongWorkUp(): boolean {
  return longWork().socket !== null;
}

/** Is this the process for long work itself? */
export function isLongWorkProcess(): boolean {
  return process.env.LONG_WORK_SOCKET !== undefined;
}

/** Starts the process once the registry has as many zones as `LONG_WORK_FROM_ZONES` says. */
export function startLongWork(): void {
  const start: Start | undefined = Reflect.get(
    globalThis,
    Symbol.for("cpec-sez-tracker/start-long-work"),
  );
  const { LONG_WORK_FROM_ZONES: least } = env();
  if (!start || least === 0) return;
  const store = registryStore();
  const unfollow = store.follow({
    revision: () => {
      if (store.present === null || store.present.facts.zones.length < least) return;
      unfollow();
      try {
        start((socket) => {
          longWork().socket = socket;
          if (socket !== null) log.info("Another process makes past days and files");
        });
      } catch (error) {
        log.error("The process for long work could not be started", { error });
      }
    },
    listening: () => {},
  });
}

/**
 * Lets the process answer a request for a past day or a file. It answers only what may be kept, which is the same for everyone
 * who asks so.
 * @param pass answers it here: the process has ended, or knows another revision than this one
 * @returns false: it has to be answered here
 */
export function answerByLongWork(
  request: IncomingMessage,
  response: ServerResponse,
  pass: () => void,
): boolean {
  const { socket } = longWork();
  const trace = answerTraces().getStore();
  if (socket === null || !trace?.isReduced || !isLongWork(request.url ?? "/")) return false;
  forward(request, response, { socket, trace, pass }).catch((error) => {
    // The reader has left, or the process has ended in the middle of an answer.
    if (!response.destroyed)
      log.warn("An answer of the process for long work broke off", { error });
    response.destroy();
  });
  return true;
}

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { socket, trace, pass }: { socket: string; trace: AnswerTrace; pass: () => void },
): Promise<void> {
  const store = registryStore();
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  response.once("close", leave);
  const answered = await ask(socket, request, store.revision, leaving.signal).catch(() => null);
  if (response.destroyed) return;
  const { statusCode = 500 } = answered ?? {};
  if (!answered || answered.headers[IDENTITY] !== store.identity || statusCode >= 500) {
    response.off("close", leave);
    leave();
    metrics().longWork.inc({ answered: "here" });
    pass();
    return;
  }
  metrics().longWork.inc({ answered: "there" });
  response.statusCode = statusCode;
  for (const [name, value] of Object.entries(answered.headers)) {
    if (!OWN_HEADERS.has(name) && value !== undefined) response.setHeader(name, value);
  }
  await pipeline(answered, response, { end: false });
  const madeOf = answered.trailers[MADE_OF];
  trace.usesDatabase ||= madeOf === "database";
  trace.isOfChange = madeOf !== "registry";
  response.end();
}

/** Asks the process. Each request has a connection of its own, so that none can depend on another. */
function ask(
  socketPath: string,
  request: IncomingMessage,
  revision: number,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const given = PASSED_ON.flatMap((name) => {
    const { [name]: value } = request.headers;
    return value === undefined ? [] : [[name, value] as const];
  });
  const headers = { ...Object.fromEntries(given), [REVISION]: String(revision) };
  return new Promise((resolve, reject) => {
    http
      .get({ socketPath, path: request.url, headers, agent: false, signal }, resolve)
      .on("error", reject);
  });
}

/**
 * In the process for long work: answers a request of the server, once the revision that the server knows is known here. The
 * answer says of which revision it is.
 * @param pass lets the framework answer
 */
export function answerForServer(
  request: IncomingMessage,
  response: ServerResponse,
  pass: () => void,
): void {
  const store = registryStore();
  const revision = Number(request.headers[REVISION] ?? 0);
  delete request.headers[REVISION];
  const answer = () => {
    const { identity, listening } = store;
    const trace = newTrace();
    // While the database is away, pages say so.
    const isSame = () => listening && store.listening && store.identity === identity;
    const findMadeOf = (): MadeOf => {
      if (!isSame()) return "change";
      return trace.usesDatabase ? "database" : "registry";
    };
    response.setHeader(IDENTITY, listening ? identity : DEAF);
    response.setHeader("trailer", MADE_OF);
    const { writeHead, end } = response;
    Object.assign(response, {
      writeHead: (status: number, ...rest: unknown[]) => {
        setHeaders(response, rest.at(-1));
        // Node sends trailers only after a body whose length is not known before.
        response.removeHeader(status === 204 || status === 304 ? "trailer" : "content-length");
        return writeHead.call(response, status);
      },
      end: (...given: Parameters<typeof end>) => {
        response.addTrailers({ [MADE_OF]: findMadeOf() });
        return end.apply(response, given);
      },
    });
    answerTraces().run(trace, pass);
  };
  // Without the database, the server finds that another revision is known here, and answers itself.
  store.reach(revision).then(answer, answer);
}
