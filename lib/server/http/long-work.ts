import "server-only";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { env } from "../env";
import { log } from "../log/log";
import { metrics } from "../metrics";
import { processSingleton } from "../process-singleton";
import { registryStore } from "../registry/store";
import { type AnswerTrace, answerTraces } from "./answer-trace";

// Past days and files of large registries are made by another process of this server, so that other readers do not wait for
// them: see docs/2026-11-28-long-work.md.

/** Starts that process. `onChange` gets the path of its socket once it can answer, and null once it cannot. */
export type Start = (onChange: (socket: string | null) => void) => void;

/** The revision that it must know before it answers. */
const REVISION = "x-long-work-revision";
/** The identity of the last revision that it knows. */
const IDENTITY = "x-long-work-identity";
/** A trailer: `yes` where the answer is made of that revision alone, without the database. */
const OF_REVISION = "x-long-work-of-revision";

/** Headers of a connection, and those between the processes. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  ...["connection", "keep-alive", "transfer-encoding", "trailer", "date"],
  IDENTITY,
]);

const PAST_DAY = /[?&](?:asOf|knownOn)=[^&]/;
const FILE = /^\/api\/v1\/[^?]*\.(?:csv|geojson|gpkg|ndjson|parquet|sqlite|xlsx|zip)(?:\?|$)/;

/** Does an address ask for a past day or for a file? */
export function isLongWork(url: string): boolean {
  return PAST_DAY.test(url) || FILE.test(url);
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
  if (socket === null || !trace || !isLongWork(request.url ?? "/")) return false;
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
  const headers = { ...request.headers, [REVISION]: String(store.revision) };
  const asked = http.get({ socketPath: socket, path: request.url, headers });
  response.once("close", () => asked.destroy());
  const answered = await new Promise<IncomingMessage | null>((resolve) => {
    asked.on("response", resolve);
    asked.on("error", () => resolve(null));
  });
  if (response.destroyed) return;
  const { statusCode = 500 } = answered ?? {};
  if (!answered || answered.headers[IDENTITY] !== store.identity || statusCode >= 500) {
    asked.destroy();
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
  if (answered.trailers[OF_REVISION] !== "yes") trace.usesDatabase = true;
  response.end();
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
    const { identity, listening: wasListening } = store;
    const trace = { usesDatabase: false };
    response.setHeader(IDENTITY, identity);
    response.setHeader("trailer", OF_REVISION);
    const { writeHead, end } = response;
    Object.assign(response, {
      writeHead: (...given: Parameters<typeof writeHead>) => {
        // Node sends trailers only where the length is not known before.
        response.removeHeader("content-length");
        return writeHead.apply(response, given);
      },
      end: (...given: Parameters<typeof end>) => {
        // While the database is away, pages say so.
        const isOfRevision =
          !trace.usesDatabase && store.identity === identity && wasListening && store.listening;
        response.addTrailers({ [OF_REVISION]: isOfRevision ? "yes" : "no" });
        return end.apply(response, given);
      },
    });
    answerTraces().run(trace, pass);
  };
  // Without the database, the server finds that another revision is known here, and answers itself.
  store.reach(revision).then(answer, answer);
}
