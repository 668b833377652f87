import "server-only";
import { createHash } from "node:crypto";
import { CURRENT_METHOD } from "@/lib/catalogue/methods";
import { db } from "../database/db";
import { env } from "../env";
import { log } from "../log/log";
import { metrics } from "../metrics";
import { type Job, type JobKind, type Outcome, startQueue } from "../queue/queue";
import { registryStore } from "../registry/store";
import { textIn } from "../text/get-text";
import {
  composeMethodWebhook,
  composeWebhook,
  signWebhook,
  type WebhookMessage,
} from "./webhook-message";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** How long a receiver may take to answer. */
const ANSWER_MS = 15 * SECOND_MS;
/** Longest wait for a retry, also where the receiver asks for more. */
const LAST_WAIT_MS = 4 * HOUR_MS;
/** For how long after its revision, or after it could be sent first, a message is tried. */
const GIVE_UP_MS = 5 * 24 * HOUR_MS;

/** `gone`: the receiver wants no more messages (410). */
interface Answer {
  readonly result: "delivered" | "failed" | "gone";
  /** Milliseconds that the receiver asks to wait; 0: none. */
  readonly waitMs: number;
}

/** Begins the key of the job that tells an address of methods. */
const METHOD_KEY = "method ";

/**
 * The jobs that send each address the message about each new revision, one after another, and about each new method. A new
 * address begins after the last ones.
 */
export function webhookJobs(addresses: readonly string[]): JobKind {
  const hash = (address: string) => createHash("sha256").update(address).digest("hex");
  const byKey = new Map(addresses.map((address) => [hash(address), address]));
  return {
    name: "webhook",
    concurrency: addresses.length,
    leaseMs: MINUTE_MS,
    backoff: { firstMs: 5 * SECOND_MS, factor: 4, lastMs: LAST_WAIT_MS },
    prepare: () => db().$executeRaw`
      INSERT INTO job (kind, key, position)
      SELECT 'webhook', part.* FROM unnest(${[...byKey.keys()]}::text[]) AS key, LATERAL (VALUES
        (key, (SELECT coalesce(max(id), 0) FROM revision)),
        (${METHOD_KEY} || key, ${CURRENT_METHOD.number}::int)) AS part
      ON CONFLICT (kind, key) DO UPDATE SET due_at = now(), attempt_at = now()
      WHERE job.due_at IS NULL AND job.position < EXCLUDED.position`,
    run: async (job) => {
      const isMethod = job.key.startsWith(METHOD_KEY);
      const address = byKey.get(isMethod ? job.key.slice(METHOD_KEY.length) : job.key);
      // It is no longer in the settings.
      if (address === undefined) return { result: "done", dueAt: null };
      return isMethod ? sendMethod(address, job) : sendRevision(address, job);
    },
  };
}

/** Sends webhooks from now on. Does nothing without addresses. */
export function startSendingWebhooks(): void {
  const { WEBHOOK_URLS = [] } = env();
  if (WEBHOOK_URLS.length === 0) return;
  // Prometheus sees no rise in a counter that begins at 1.
  for (const address of WEBHOOK_URLS)
    for (const outcome of ["delivered", "failed", "given-up"])
      metrics().webhooks.inc({ host: new URL(address).host, outcome }, 0);
  startQueue(webhookJobs(WEBHOOK_URLS));
}

/** Sends an address the message about the next method. */
async function sendMethod(address: string, job: Job): Promise<Outcome> {
  const message = composeMethodWebhook(job.position, env().BASE_URL ?? "", textIn(null));
  if (message === null) return { result: "done", dueAt: null };
  const { result, waitMs } = await post(address, message);
  if (result === "failed" && Date.now() - Number(job.dueAt) < GIVE_UP_MS) {
    return { result, waitMs };
  }
  if (result !== "delivered") logGivenUp(address, { from: message.id, to: message.id }, 1);
  return { result: "done", dueAt: new Date(), position: message.method };
}

/** Sends an address the message about the next revision. */
async function sendRevision(address: string, job: Job): Promise<Outcome> {
  const where = { id: { gt: job.position } };
  const next = await db().revision.findFirst({ where, orderBy: { id: "asc" } });
  if (next === null) return { result: "done", dueAt: null };
  const ledger = await registryStore().reach(next.id);
  const revision = ledger.facts.revisions.find(({ identity }) => identity === next.identity);
  // After a failover, what is in memory may still have a revision that was lost.
  if (revision === undefined) return { result: "done", dueAt: new Date(Date.now() + SECOND_MS) };
  const message = composeWebhook(ledger, revision, env().BASE_URL ?? "", textIn(null));
  const { result, waitMs } = await post(address, message);
  if (result === "delivered") return { result: "done", dueAt: new Date(), position: next.id };
  const oldest = new Date(Date.now() - GIVE_UP_MS);
  if (result === "failed" && next.recordedAt >= oldest) return { result: "failed", waitMs };
  const last = await db().revision.findFirst({
    where: result === "gone" ? {} : { recordedAt: { lt: oldest } },
    orderBy: { id: "desc" },
  });
  const position = Math.max(next.id, last?.id ?? 0);
  logGivenUp(address, { from: next.id, to: position }, position - job.position);
  return { result: "failed", waitMs, position };
}

/** Logs and counts messages that are not sent. */
function logGivenUp(
  address: string,
  messages: { from: unknown; to: unknown },
  count: number,
): void {
  const { host } = new URL(address);
  metrics().webhooks.inc({ host, outcome: "given-up" }, count);
  const why = "Webhooks were given up, because the receiver did not accept them";
  log.error(why, { host, ...messages });
}

/** Posts a message and counts it. Never throws. */
async function post(address: string, message: WebhookMessage): Promise<Answer> {
  const answer = await attempt(address, message);
  const outcome = answer.result === "delivered" ? "delivered" : "failed";
  metrics().webhooks.inc({ host: new URL(address).host, outcome });
  return answer;
}

/** Posts a message. The answer's body is not read, and no redirect is followed. Never throws. */
async function attempt(address: string, message: WebhookMessage): Promise<Answer> {
  const { BASE_URL, WEBHOOK_SECRET = [] } = env();
  const about = { host: new URL(address).host, id: message.id };
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: {
        ...signWebhook(message, WEBHOOK_SECRET, new Date()),
        "user-agent": `cpec-sez-tracker (+${BASE_URL})`,
      },
      body: message.body,
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    answer.body?.cancel().catch(() => undefined);
    if (answer.ok) {
      log.info("Delivered a webhook", about);
      return { result: "delivered", waitMs: 0 };
    }
    log.warn("A webhook was refused", { ...about, status: answer.status });
    const seconds = Number(answer.headers.get("retry-after"));
    return {
      result: answer.status === 410 ? "gone" : "failed",
      waitMs: seconds > 0 ? Math.min(seconds * SECOND_MS, LAST_WAIT_MS) : 0,
    };
  } catch (error) {
    log.warn("A webhook could not be sent", { ...about, error });
    return { result: "failed", waitMs: 0 };
  }
}
