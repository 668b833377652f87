import "server-only";
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { pakistanDay, startOfDay } from "@/lib/time/day";
import { type AnswerTrace, answerTraces } from "../../database/answer-trace";
import { env } from "../../env";
import { log } from "../../log/log";
import { type AnswerFrom, metrics } from "../../metrics";
import { processSingleton } from "../../process-singleton";
import { registryStore } from "../../registry/store";
import { countReadOf } from "../rate-limit";
import { AnswerStore, type Made } from "./answer-store";
import { type Asked, readAsked } from "./asked";
import { captureBody, releaseHeld } from "./capture";
import { chooseEncoding } from "./encode";
import { type HeaderList, KeptAnswer, type SentAnswer } from "./kept-answer";

/** The part of the store that one answer may have. A larger one goes out as it is made. */
const LARGEST_PART = 1 / 4;
/** Milliseconds for which a reader waits for an equal request. */
const MAX_WAIT_MS = 3_000;
/** Statuses that are of the client that asked: too slow, and too many requests. */
const OF_A_CLIENT: ReadonlySet<number> = new Set([408, 429]);

/** Bytes of the answers that are kept. */
const ANSWERS_BYTES = 32 * 2 ** 20;
/** Bytes of the files of the build and of the map that are kept: all that readers usually load. */
const FILES_BYTES = 16 * 2 ** 20;

/** The answers that this process keeps. */
export function answerStore(): AnswerStore {
  return processSingleton("answer-store", () => new AnswerStore(ANSWERS_BYTES));
}

/** A store with what its answers are made from. Another state or day empties it. */
interface Keeper {
  readonly store: AnswerStore;
  readonly state: () => unknown;
  readonly day: () => string;
}

const DAY_MS = 86_400_000;
let today = { day: "", from: 0, until: 0 };

/** The day in Pakistan, worked out once: making a date costs a twentieth of an answer. */
function readToday(): string {
  const now = Date.now();
  if (now < today.from || now >= today.until) {
    const day = pakistanDay(new Date(now));
    const from = startOfDay(day).getTime();
    today = { day, from, until: from + DAY_MS };
  }
  return today.day;
}

/** Who keeps an answer; null: nobody now. While the database is away, pages say so themselves. */
function findKeeper({ isFile }: Asked): Keeper | null {
  if (isFile) {
    const store = processSingleton("file-store", () => new AnswerStore(FILES_BYTES));
    return { store, state: () => "build", day: () => "" };
  }
  const registry = registryStore();
  return registry.listening && registry.present !== null
    ? { store: answerStore(), state: () => registry.present, day: readToday }
    : null;
}

/** A request whose answer may be kept, while it is served. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Headers of this answer alone. */
  readonly ownHeaders: HeaderList;
  /** Lets the framework answer, with these headers. */
  readonly pass: () => void;
  readonly asked: Asked;
  readonly keeper: Keeper;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
  readonly makeNonce: () => string;
}

const makeNonce = () => randomBytes(16).toString("base64");

/**
 * Answers a request from what is kept, or lets the framework answer it and keeps that. An answer is kept where it
 * depends on the registry in memory, the address and a reader's choices alone: the request is reduced to those before the
 * framework sees it, and an answer that asked the database meanwhile is not kept.
 * @param ownHeaders of this answer alone. They are sent with the others: where one was set before, Node checks and copies
 *   all of them
 * @param pass lets the framework answer, with `ownHeaders`
 */
export function serveAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  ownHeaders: HeaderList,
  pass: () => void,
): void {
  const asked = readAsked(request, env().BASE_URL !== undefined);
  const keeper = asked && findKeeper(asked);
  if (asked === null || keeper === null) {
    pass();
    return;
  }
  keeper.store.turnTo(keeper.state(), keeper.day());
  const found = keeper.store.find(asked.key);
  const { "if-none-match": ifNoneMatch, range } = request.headers;
  if (found === "unkept" && range === undefined) {
    countAnswer(asked, "request");
    pass();
    return;
  }
  const client = asked.isFile ? null : String(request.headers["x-client-network"] ?? "");
  const allowance = countReadOf(client || null);
  if (allowance !== null && allowance.waitSeconds > 0) {
    // The route refuses it, in words of its own.
    pass();
    return;
  }
  const limits = Object.entries(allowance?.headers ?? {});
  const { "accept-encoding": acceptEncoding, "if-range": ifRange } = request.headers;
  const exchange = {
    request,
    response,
    ownHeaders: [...ownHeaders, ...limits.flat()],
    pass: () => {
      for (const [name, value] of limits) response.setHeader(name, value);
      pass();
    },
    asked,
    keeper,
    acceptEncoding: acceptEncoding === undefined ? undefined : String(acceptEncoding),
    ifNoneMatch,
    range,
    ifRange: ifRange === undefined ? undefined : String(ifRange),
    makeNonce,
  };
  if (typeof found === "object") {
    sendKept(exchange, found);
    return;
  }
  // The framework has no parts: of an answer that cannot be kept, they are cut here.
  const answering = found === "unkept" ? make(exchange) : join(exchange);
  answering.catch((error) => drop(exchange, error));
}

/** Counts an answer; files of the build are not readers' questions. */
function countAnswer({ isFile }: Asked, from: AnswerFrom): void {
  if (!isFile) metrics().answers.inc({ from });
}

/** Waits for an equal request that is being answered; without one, makes the answer. */
async function join(exchange: Exchange): Promise<void> {
  const { store } = exchange.keeper;
  const { key } = exchange.asked;
  for (;;) {
    const known = store.find(key) ?? store.findPending(key);
    if (known === undefined) break;
    const made = await Promise.race([known, sleep(MAX_WAIT_MS, "slow" as const, { ref: false })]);
    if (exchange.response.destroyed) return;
    // The first reader left before the answer was complete, so another request makes it.
    if (made === "left") continue;
    if (typeof made === "object") {
      sendKept(exchange, made);
    } else {
      countAnswer(exchange.asked, "request");
      passAsCounted(exchange);
    }
    return;
  }
  store.expect(key, make(exchange));
}

/** Ends a response that could not be sent. */
function drop({ response }: Exchange, error: unknown): void {
  log.error("An answer could not be sent", { error });
  response.destroy();
}

/** Lets the framework answer without another count of the read. @returns whether the answer used the database, once it is sent */
function passAsCounted({ pass }: Exchange): AnswerTrace {
  const trace = { usesDatabase: false };
  answerTraces().run(trace, pass);
  return trace;
}

/** Lets the framework answer, sends that, and says whether it can be kept. */
async function make(exchange: Exchange): Promise<Made> {
  const { response, asked, acceptEncoding, keeper } = exchange;
  const { store } = keeper;
  const [state, day] = [keeper.state(), keeper.day()];
  asked.reduce();
  const capturing = captureBody(response, {
    maxBytes: store.maxBytes * LARGEST_PART,
    mayZip: () => {
      const type = String(response.getHeader("content-type") ?? "");
      const bytes = Number.MAX_SAFE_INTEGER;
      return chooseEncoding(acceptEncoding, { type, bytes, hasNonce: true }) === "gzip";
    },
  });
  const trace = passAsCounted(exchange);
  const body = await capturing;
  if (typeof body === "string") return body === "left" ? "left" : "unkept";
  const { statusCode } = response;
  const headers = { ...response.getHeaders() };
  if (statusCode !== 200 || headers["content-encoding"] !== undefined) {
    releaseHeld(response);
    response.writeHead(statusCode, { "content-length": body.length }).end(body);
    // Of the server's state or of one client's limits, and not of what was asked for.
    return statusCode >= 500 || OF_A_CLIENT.has(statusCode) ? "failed" : "unkept";
  }
  const answer = new KeptAnswer(headers, body);
  const isKept =
    headers["set-cookie"] === undefined &&
    !trace.usesDatabase &&
    // A new revision may have come while the answer was made.
    keeper.state() === state &&
    keeper.day() === day &&
    store.isOf(state, day);
  for (const name of answer.headerNames) response.removeHeader(name);
  releaseHeld(response);
  send(exchange, answer);
  countAnswer(asked, isKept ? "registry" : "request");
  return isKept ? answer : "unkept";
}

function sendKept(exchange: Exchange, answer: KeptAnswer): void {
  countAnswer(exchange.asked, "store");
  send(exchange, answer);
}

/** Sends an answer with the headers that are the request's own; at once, unless its encoding has to be made. */
function send(exchange: Exchange, answer: KeptAnswer): void {
  const { response, ownHeaders } = exchange;
  const sendAnswer = ({ status, headers, body }: SentAnswer) => {
    if (!response.destroyed) response.writeHead(status, [...ownHeaders, ...headers]).end(body);
  };
  try {
    const sent = answer.answer(exchange);
    if (sent instanceof Promise) sent.then(sendAnswer).catch((error) => drop(exchange, error));
    else sendAnswer(sent);
  } catch (error) {
    drop(exchange, error);
  }
}
