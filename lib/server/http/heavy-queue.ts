import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { getClientNetwork } from "../origins";
import { processSingleton } from "../process-singleton";
import { getText } from "../text/get-text";
import { respondProblem } from "./respond";

/** Most answers of all clients, and of one client, that wait for their turn. */
const MAX_WAITING = 100;
const MAX_WAITING_PER_CLIENT = 8;
/** The pause after an answer, as a multiple of the time that it took, and at most in milliseconds. */
const PAUSE_FACTOR = 2;
const MAX_PAUSE_MS = 2_000;

interface WaitingJob {
  readonly client: string;
  readonly run: () => Promise<void>;
}

/**
 * Runs jobs one at a time, in the order of their arrival, but not 2 of one client in a row while another
 * client waits. After each the queue pauses for twice the time that the job took, so that two thirds of
 * the time are left for other requests. It pauses for at most 2 seconds, so jobs of over a second leave less.
 */
export class HeavyQueue {
  private readonly waiting: WaitingJob[] = [];
  private isBusy = false;
  private lastClient: string | null = null;

  /** The result of a job when its turn has come; null if too many wait. */
  add<T>(client: string, job: () => Promise<T>): Promise<T> | null {
    const own = this.waiting.filter((other) => other.client === client).length;
    if (own >= MAX_WAITING_PER_CLIENT || this.waiting.length >= MAX_WAITING) return null;
    return new Promise((resolve, reject) => {
      this.waiting.push({ client, run: AsyncLocalStorage.bind(() => job().then(resolve, reject)) });
      void this.runNext();
    });
  }

  private async runNext(): Promise<void> {
    if (this.isBusy) return;
    const other = this.waiting.findIndex(({ client }) => client !== this.lastClient);
    const [next] = this.waiting.splice(Math.max(0, other), 1);
    if (!next) return;
    this.isBusy = true;
    this.lastClient = next.client;
    const startedAt = performance.now();
    await next.run();
    const took = performance.now() - startedAt;
    await sleep(Math.min(took * PAUSE_FACTOR, MAX_PAUSE_MS));
    this.isBusy = false;
    void this.runNext();
  }
}

/** Does work that costs much time when its turn has come; null if too many of this client wait. */
export function queueWork<T>(headers: Headers, work: () => Promise<T>): Promise<T> | null {
  const client = getClientNetwork(headers);
  if (client === null) return work();
  return processSingleton("heavy-queue", () => new HeavyQueue()).add(client, work);
}

/**
 * Makes an answer that costs much time when its turn has come. Its body is complete before the next one
 * starts, so a client that reads slowly does not hold up the others.
 * @param isFromDisk whether the body is read from a file that is complete with its first chunk, so that it need not be held
 *   in memory
 */
export async function queueHeavy(
  request: Request,
  makeAnswer: () => Response | Promise<Response>,
  isFromDisk = false,
): Promise<Response> {
  if (getClientNetwork(request.headers) === null) return makeAnswer();
  const queued = queueWork(request.headers, async () => {
    // Nobody reads the answer if the client has left while it waited.
    if (request.signal.aborted) return new Response(null, { status: 503 });
    const answer = await makeAnswer();
    return isFromDisk ? start(answer, request.signal) : complete(answer);
  });
  if (queued !== null) return queued;
  const message = (await getText()).t("api.request.tooManyHeavy");
  return respondProblem([{ code: "too-many-requests", message }], {
    headers: { "retry-after": "5" },
  });
}

/** The same response with its whole body in memory. */
async function complete(response: Response): Promise<Response> {
  if (response.body === null) return response;
  const { status, headers } = response;
  return new Response(await response.arrayBuffer(), { status, headers });
}

/**
 * The same response, whose body has its first chunk. Where the client leaves, its file is closed, and the turn ends once the
 * work on it has ended.
 */
async function start(response: Response, signal: AbortSignal): Promise<Response> {
  if (response.body === null) return response;
  const { status, headers } = response;
  const reader = response.body.getReader();
  let left: Promise<void> | undefined;
  const leave = () => {
    left = reader.cancel();
  };
  signal.addEventListener("abort", leave, { once: true });
  const first = await reader.read();
  await left;
  let next: typeof first | null = first;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = next ?? (await reader.read());
        next = null;
        // The rest of the file is missing, so the body must not end as if it were complete.
        signal.throwIfAborted();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { status, headers });
}
