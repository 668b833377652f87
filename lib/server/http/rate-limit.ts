import "server-only";
import type { ApiIssue } from "@/lib/contract/problems";
import type { Text } from "@/lib/text/text";
import { answerTraces } from "../database/answer-trace";
import { env } from "../env";
import { getClientNetwork } from "../origins";
import { processSingleton } from "../process-singleton";
import { getText } from "../text/get-text";
import { TokenBuckets } from "../token-buckets";
import { respondProblem } from "./respond";

/** A full bucket lasts this share of a minute at the permitted pace. */
const BURST_SHARE = 1 / 4;

/** Whether a client may read now, and what its answer says about that. */
interface ReadAllowance {
  /** 0: now. */
  readonly waitSeconds: number;
  /** `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers), and `Retry-After` with a wait. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts a read of a page or of the API. Null: reads of this client have no limit, or this one is counted already. */
export function countRead(headers: Headers): ReadAllowance | null {
  const isCounted = answerTraces().getStore()?.isCounted;
  return isCounted ? null : countReadOf(getClientNetwork(headers));
}

/** Counts a read like `countRead`. @param client what the limits count as one client; null: it has no limit */
export function countReadOf(client: string | null): ReadAllowance | null {
  if (client === null) return null;
  const perMinute = env().READS_PER_MINUTE;
  if (perMinute === 0) return null;
  const perSecond = perMinute / 60;
  const capacity = Math.max(1, Math.round(perMinute * BURST_SHARE));
  const buckets = processSingleton("read-buckets", () => new TokenBuckets({ capacity, perSecond }));
  const { left, waitSeconds, fullSeconds } = buckets.take(client, performance.now());
  const window = Math.ceil(capacity / perSecond);
  return {
    waitSeconds,
    headers: {
      "ratelimit-policy": `"reads";q=${capacity};w=${window}`,
      ratelimit: `"reads";r=${left};t=${fullSeconds}`,
      ...(waitSeconds > 0 ? { "retry-after": String(waitSeconds) } : {}),
    },
  };
}

/** Corrections that a client can send at once, and how many more in an hour. */
const CORRECTIONS = { capacity: 5, perSecond: 5 / 3600 } as const;

/** Counts a correction that a reader sends. False: the client has sent too many. */
export function countCorrection(headers: Headers): boolean {
  const client = getClientNetwork(headers);
  if (client === null) return true;
  const buckets = processSingleton("correction-buckets", () => new TokenBuckets(CORRECTIONS));
  return buckets.take(client, performance.now()).waitSeconds === 0;
}

/**
 * Counts a write of a person, or of a program with one of their tokens. A minute's writes can come at once.
 * @param writer id of the person or of the token
 * @returns whole seconds to wait; 0: now
 */
export function countWrite(writer: string): number {
  return env().WRITES_PER_MINUTE === 0
    ? 0
    : writeBuckets().take(writer, performance.now()).waitSeconds;
}

/** Takes back the count of a write that was refused: only what is recorded uses up the limit. */
export function uncountWrite(writer: string): void {
  if (env().WRITES_PER_MINUTE > 0) writeBuckets().giveBack(writer);
}

function writeBuckets(): TokenBuckets {
  const perMinute = env().WRITES_PER_MINUTE;
  const size = { capacity: perMinute, perSecond: perMinute / 60 };
  return processSingleton("write-buckets", () => new TokenBuckets(size));
}

/** Who writes, as the limit counts them: a person, or one of their tokens. */
export function getWriter({
  person,
  tokenId,
}: {
  readonly person: { readonly id: string };
  readonly tokenId?: string;
}): string {
  return tokenId ?? person.id;
}

/**
 * Counts a write of a user, apart from those with each of their tokens.
 * @returns the problem of one who writes too fast, and its headers; null: they may write now
 */
export function refuseFastWrite(
  text: Text,
  access: Parameters<typeof getWriter>[0],
): { readonly issue: ApiIssue; readonly headers: Record<string, string> } | null {
  const seconds = countWrite(getWriter(access));
  if (seconds === 0) return null;
  const perMinute = text.number(env().WRITES_PER_MINUTE);
  const message = text.t("api.request.tooManyWrites", { seconds, perMinute });
  return {
    issue: { code: "too-many-requests", message },
    headers: { "retry-after": String(seconds) },
  };
}

/** What a client should do that reads too fast. */
export async function describeWait({ waitSeconds }: ReadAllowance): Promise<string> {
  const text = await getText();
  const perMinute = text.number(env().READS_PER_MINUTE);
  return text.t("api.request.tooManyReads", { seconds: waitSeconds, perMinute });
}

/** The answer to a read, or the problem that its client reads too fast. */
export async function limitReads(
  request: Request,
  answer: () => Promise<Response>,
): Promise<Response> {
  const allowance = countRead(request.headers);
  if (allowance === null) return answer();
  const response =
    allowance.waitSeconds === 0
      ? await answer()
      : await respondProblem([
          { code: "too-many-requests", message: await describeWait(allowance) },
        ]);
  for (const [name, value] of Object.entries(allowance.headers)) response.headers.set(name, value);
  return response;
}
