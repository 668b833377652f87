import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import type { Revision } from "@/lib/evidence/ledger-records";
import type { WebhookPosition } from "@/prisma/generated/client";
import { db } from "../database/db";
import { env } from "../env";
import { log } from "../log/log";
import { metrics } from "../metrics";
import { registryStore, type StoreMemory } from "../registry/store";
import { runAlone } from "../run-alone";
import { composeWebhook, signWebhook, type WebhookMessage } from "./webhook-message";

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
/** How often each instance looks for messages that are due, besides at each new revision. */
const LOOK_MS = 15 * 1000;
/** How long a receiver may take to answer. */
const ANSWER_MS = 15 * 1000;
/** How long a claimed message is left to the instance that claimed it. Then it is due again, as after a sudden end. */
const CLAIM_MS = MINUTE_MS;
const FIRST_WAIT_MS = 5 * 1000;
const LAST_WAIT_MS = 4 * HOUR_MS;
/** For how long after its revision a message is tried. */
const GIVE_UP_MS = 5 * 24 * HOUR_MS;

/** A revision about which this instance may send a message to an address now. */
interface Claim {
  readonly address: string;
  readonly position: WebhookPosition;
  readonly ledger: StoreMemory;
  readonly revision: Revision;
}

/** `gone`: the receiver wants no more messages (410). */
interface Outcome {
  readonly result: "delivered" | "failed" | "gone";
  /** Milliseconds that the receiver asks to wait; 0: none. */
  readonly wait: number;
}

/**
 * Milliseconds until a message is tried again: 5 seconds, four times as long each time, at most 4 hours, and up to a
 * quarter more or less.
 * @param attempts failed ones, from 1
 * @param random from 0 to 1
 */
export function waitBeforeRetry(attempts: number, random: number): number {
  return Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 4 ** (attempts - 1)) * (0.75 + random / 2);
}

/** Claims the next message to an address; null: none is due. A new address begins after the last revision. */
async function claimNext(address: string): Promise<Claim | null> {
  const addressHash = createHash("sha256").update(address).digest("hex");
  const known = await db().webhookPosition.findUnique({ where: { addressHash } });
  const now = new Date();
  if (known === null) {
    const last = await db().revision.findFirst({ orderBy: { id: "desc" } });
    const first = { addressHash, revision: last?.id ?? 0, dueAt: now };
    await db().webhookPosition.createMany({ data: first, skipDuplicates: true });
    return null;
  }
  if (known.dueAt > now) return null;
  const next = await db().revision.findFirst({
    where: { id: { gt: known.revision } },
    orderBy: { id: "asc" },
  });
  if (next === null) return null;
  const ledger = await registryStore().reach(next.id);
  // After a failover, what is in memory may still have a revision that was lost.
  const revision = ledger.facts.revisions.find(({ identity }) => identity === next.identity);
  if (revision === undefined) return null;
  const claimed = { dueAt: new Date(Date.now() + CLAIM_MS), attempts: known.attempts + 1 };
  if (!(await move(known, claimed))) return null;
  return { address, position: { ...known, ...claimed }, ledger, revision };
}

/** Changes a position. @returns false: another instance changed it since it was read */
async function move(
  known: WebhookPosition,
  data: Partial<Omit<WebhookPosition, "addressHash">>,
): Promise<boolean> {
  return (await db().webhookPosition.updateMany({ where: known, data })).count === 1;
}

/** Posts a message. The answer's body is not read, and no redirect is followed. Never throws. */
async function post(address: string, message: WebhookMessage): Promise<Outcome> {
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
      return { result: "delivered", wait: 0 };
    }
    log.warn("A webhook was refused", { ...about, status: answer.status });
    const seconds = Number(answer.headers.get("retry-after"));
    return {
      result: answer.status === 410 ? "gone" : "failed",
      wait: seconds > 0 ? Math.min(seconds * 1000, LAST_WAIT_MS) : 0,
    };
  } catch (error) {
    log.warn("A webhook could not be sent", { ...about, error });
    return { result: "failed", wait: 0 };
  }
}

/** Counts messages to an address in the metrics. */
function count(address: string, outcome: "delivered" | "failed" | "given-up", messages = 1): void {
  metrics().webhooks.inc({ host: new URL(address).host, outcome }, messages);
}

/** Sends a claimed message, and stores what became of it. */
async function serve(claim: Claim): Promise<void> {
  const { address, position, ledger, revision } = claim;
  const message = composeWebhook(ledger, revision, env().BASE_URL ?? "");
  const outcome = await post(address, message);
  if (outcome.result !== "delivered") {
    count(address, "failed");
    await postpone(claim, outcome);
    return;
  }
  count(address, "delivered");
  await move(position, { revision: revision.number, dueAt: new Date(), attempts: 0 });
}

/** Stores when a message is tried again, or gives it up with all that were tried for long enough. */
async function postpone(
  { address, position, revision }: Claim,
  { result, wait }: Outcome,
): Promise<void> {
  const now = Date.now();
  const retry = waitBeforeRetry(position.attempts, Math.random());
  const dueAt = new Date(now + Math.max(wait, retry));
  const oldest = new Date(now - GIVE_UP_MS);
  const isGone = result === "gone";
  if (!isGone && new Date(revision.recordedAt) >= oldest) {
    await move(position, { dueAt });
    return;
  }
  const last = await db().revision.findFirst({
    where: isGone ? {} : { recordedAt: { lt: oldest } },
    orderBy: { id: "desc" },
  });
  const [from, to] = [revision.number, Math.max(revision.number, last?.id ?? 0)];
  if (!(await move(position, { revision: to, dueAt }))) return;
  count(address, "given-up", to - position.revision);
  const { host } = new URL(address);
  log.error("Webhooks were given up, because the receiver did not accept them", { host, from, to });
}

/**
 * Sends an address its messages that are due, one revision after another, until none is due. Each is claimed before and
 * marked after: a sudden end in between makes one message come twice, and loses none.
 */
export async function sendDueWebhooks(address: string): Promise<void> {
  for (let due = await claimNext(address); due; due = await claimNext(address)) await serve(due);
}

/** Sends what is due now, at each new revision and every 15 seconds, on each instance. Does nothing without addresses. */
export function startSendingWebhooks(): void {
  const { WEBHOOK_URLS = [] } = env();
  if (WEBHOOK_URLS.length === 0) return;
  const senders = WEBHOOK_URLS.map((address) =>
    runAlone(
      () => sendDueWebhooks(address),
      "Webhooks could not be sent. The next attempt is in a minute",
    ),
  );
  // A revision is announced within the request that wrote it, whose id must not be in the log of what follows.
  const look = AsyncLocalStorage.bind(() => {
    for (const send of senders) send();
  });
  setInterval(look, LOOK_MS).unref();
  registryStore().follow({ revision: look, listening: () => undefined });
  look();
}
