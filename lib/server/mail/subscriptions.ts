import "server-only";
import { randomUUID } from "node:crypto";
import { CURRENT_METHOD } from "@/lib/catalogue/methods";
import type { Locale } from "@/lib/text/locales";
import { type Frequency, nextDigestTime } from "@/lib/time/digest-time";
import type { Prisma } from "@/prisma/generated/client";
import { db, LOCKS } from "../database/db";
import { processSingleton } from "../process-singleton";
import { scheduleJob } from "../queue/queue";
import { registryStore } from "../registry/store";
import { TokenBuckets } from "../token-buckets";
import { deleteOldMailLinks, findLinkedSubscription } from "./links";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days after which an address that nobody confirmed is deleted. */
const PENDING_DAYS = 2;
/** Most addresses that wait to be confirmed, whatever asked for them. */
const MAX_PENDING = 2_000;
/** Most confirmations to one address within a day. */
const MAX_DAY_PENDING = 3;
/** Most subscriptions of one address. */
export const MAX_SUBSCRIPTIONS = 10;
/** Requests of one client: so many at once, and then one in 10 minutes. */
const CLIENT_BUCKET = { capacity: 5, perSecond: 1 / 600 } as const;

/** A reader's request for mails. */
export interface AlertRequest {
  readonly email: string;
  /** Of changes, as pairs of an address in their fixed order. */
  readonly conditions: string;
  readonly locale: Locale;
  readonly frequency: Frequency;
}

/** Seconds until a client may ask for mails again; 0: now. @param network null: not limited */
export function countMailRequest(network: string | null): number {
  if (network === null) return 0;
  const buckets = processSingleton("alert-buckets", () => new TokenBuckets(CLIENT_BUCKET));
  return buckets.take(network, performance.now()).waitSeconds;
}

/** Runs one transaction about subscriptions at a time, so that limits hold. */
function withMailLock<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOCKS.mail})::text`;
    return work(tx);
  });
}

/**
 * Stores a request, whose confirmation is then due. An address that got enough confirmations today gets no other one,
 * which the result does not tell, as it does not tell whether the address gets mails already.
 * @returns false: too many addresses wait to be confirmed, whatever the address
 */
export function requestAlert(request: AlertRequest): Promise<boolean> {
  return withMailLock(async (tx) => {
    const pending = { confirmedAt: null };
    if ((await tx.mailSubscription.count({ where: pending })) >= MAX_PENDING) return false;
    const now = new Date();
    const since = new Date(now.getTime() - DAY_MS);
    const today = await tx.mailSubscription.count({
      where: { ...pending, email: request.email, createdAt: { gt: since } },
    });
    if (today >= MAX_DAY_PENDING) return true;
    const id = randomUUID();
    await tx.mailSubscription.create({
      data: { ...request, ...newsFrom(now), id, createdAt: now },
    });
    await scheduleJob(tx, "mail", id, now);
    return true;
  });
}

/** A row whose news begin now. */
const newsFrom = (now: Date) => ({ coveredUntil: now, coveredMethod: CURRENT_METHOD.number });

/** What the page of a link shows. */
export interface LinkedAlert {
  /** Null for the digest of the team, which goes to a person with an account. */
  readonly email: string | null;
  readonly conditions: string;
  readonly frequency: Frequency;
}

/** The request that a link confirms; null if it was confirmed, has expired or was deleted. */
export async function findPendingAlert(token: string): Promise<LinkedAlert | null> {
  const found = await findLinkedSubscription(token, "confirm");
  return found === null || isExpired(found) ? null : toLinked(found);
}

/** The mails that a link stops; null if they have stopped. */
export async function findStoppableAlert(token: string): Promise<LinkedAlert | null> {
  const found = await findLinkedSubscription(token, "stop");
  return found === null ? null : toLinked(found);
}

function toLinked({ email, conditions, frequency }: LinkedAlert | StoredAlert): LinkedAlert {
  return { email, conditions, frequency: readFrequency(frequency) };
}

/** The frequency of a row. The database takes no other. */
export function readFrequency(frequency: string): Frequency {
  return frequency === "weekly" ? "weekly" : "daily";
}

interface StoredAlert {
  readonly email: string | null;
  readonly conditions: string;
  readonly frequency: string;
}

function isExpired({ createdAt }: { readonly createdAt: Date }): boolean {
  return createdAt.getTime() < Date.now() - PENDING_DAYS * DAY_MS;
}

/**
 * Starts the mails of a request, with news from now on. Mails to the same address about the same changes are replaced:
 * news that they have not brought come with the new ones, and the links in them stop the new ones.
 * @returns `closed`: the link no longer works; `most`: the address has as many subscriptions as it can have
 */
export async function confirmAlert(token: string): Promise<"confirmed" | "closed" | "most"> {
  const { facts } = await registryStore().current();
  return withMailLock(async (tx) => {
    const found = await findLinkedSubscription(token, "confirm", tx);
    if (found === null || isExpired(found)) return "closed";
    const { id, email, conditions } = found;
    const others = { email, confirmedAt: { not: null } };
    const kept = await tx.mailSubscription.count({
      where: { ...others, conditions: { not: conditions } },
    });
    if (kept >= MAX_SUBSCRIPTIONS) return "most";
    const now = new Date();
    const replaced = await tx.mailSubscription.findMany({ where: { ...others, conditions } });
    const where = { subscriptionId: { in: replaced.map((one) => one.id) }, purpose: "stop" };
    await tx.mailLink.updateMany({ where, data: { subscriptionId: id } });
    await tx.mailSubscription.deleteMany({ where: { ...others, conditions } });
    await tx.mailLink.deleteMany({ where: { subscriptionId: id, purpose: "confirm" } });
    await tx.mailSubscription.update({
      where: { id },
      data: {
        confirmedAt: now,
        coveredRevision: Math.min(facts.revision, ...replaced.map((one) => one.coveredRevision)),
        coveredUntil: new Date(
          Math.min(...[now, ...replaced.map((one) => one.coveredUntil)].map(Number)),
        ),
        coveredMethod: Math.min(found.coveredMethod, ...replaced.map((one) => one.coveredMethod)),
      },
    });
    await scheduleJob(tx, "mail", id, nextDigestTime(now, readFrequency(found.frequency)));
    return "confirmed";
  });
}

/**
 * Stops the mails of a link and deletes their subscription.
 * @returns false: the link stops nothing, because they have stopped or the token is wrong
 */
export async function stopAlert(token: string): Promise<boolean> {
  const found = await findLinkedSubscription(token, "stop");
  if (found === null) return false;
  await db().mailSubscription.deleteMany({ where: { id: found.id } });
  return true;
}

/** Does a person get the digest of the team's work? */
export async function hasTeamDigest(userId: string): Promise<boolean> {
  return (await db().mailSubscription.count({ where: { userId } })) > 0;
}

/** Starts the digest of the team's work for a person, with what is recorded from now on, or stops it. */
export async function setTeamDigest(userId: string, on: boolean, locale: Locale): Promise<void> {
  if (!on) {
    await db().mailSubscription.deleteMany({ where: { userId } });
    return;
  }
  const now = new Date();
  await withMailLock(async (tx) => {
    if ((await tx.mailSubscription.count({ where: { userId } })) > 0) return;
    const id = randomUUID();
    const from = { ...newsFrom(now), createdAt: now, confirmedAt: now };
    const data = { id, userId, conditions: "", locale, frequency: "daily", ...from };
    await tx.mailSubscription.create({ data });
    await scheduleJob(tx, "mail", id, nextDigestTime(now, "daily"));
  });
}

/** Deletes addresses that nobody confirmed in time, and links of very old mails. */
export async function deleteExpiredMail(): Promise<void> {
  const before = new Date(Date.now() - PENDING_DAYS * DAY_MS);
  await db().mailSubscription.deleteMany({
    where: { confirmedAt: null, createdAt: { lt: before } },
  });
  await deleteOldMailLinks();
}
